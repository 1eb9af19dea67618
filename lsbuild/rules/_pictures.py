"""What a picture says about itself; its points are unpacked only to tell how colourful it is."""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Iterator
from functools import lru_cache
from os import fstat
from pathlib import Path
from typing import BinaryIO, NamedTuple

from PIL import Image, UnidentifiedImageError

from lsbuild.rules._bare import PNG, bare

SUFFIXES = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".webp": "WEBP",
    ".avif": "AVIF",
}
_GPS = 0x8825
_IN_XMP = b"GPSLatitude"
_TEXTS = (b"tEXt", b"zTXt", b"iTXt")
_XMP = b"XML:com.adobe.xmp"
_PROFILE = b"Raw profile type "
_SMALL = (320, 320)
_POINTS = 25_000_000
"""Larger ones are a finding by themselves."""
_MOST = 10_000_000
"""Bytes of a packed text: what unpacks to more holds no details of a camera."""


_NONE = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    IndexError,
    SyntaxError,
    struct.error,
    zlib.error,
)
"""What is raised where a file is no picture, or half of one."""


class Picture(NamedTuple):
    """What a picture says about itself."""

    type: str
    width: int
    height: int
    place: bool
    """Whether it says where it was taken."""
    sealed: bool = False
    """Whether it has details that are not taken out when it is published."""


def picture(path: Path) -> Picture | None:
    """What a picture says about itself; nothing where the file is none."""
    # Three rules ask for the same, and a preview asks again after the file was changed.
    try:
        state = path.stat()
    except OSError:
        return None
    return _picture(path, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)


@lru_cache(maxsize=10_000)
def _picture(path: Path, *state: int) -> Picture | None:
    with warnings.catch_warnings():
        # Huge pictures are a finding of ours; nothing is unpacked here.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            with path.open("rb") as file:
                found = _png(file) if file.read(len(PNG)) == PNG else _other(file)
                # What cannot be rid of its details is as good as none.
                bare(path.read_bytes())
                return found
        except Image.DecompressionBombError:
            return Picture(SUFFIXES.get(path.suffix, ""), 100_000, 100_000, place=False)
        except _NONE:
            return None


def is_colourful(path: Path, most: int) -> bool:
    """Whether a PNG has more than so many colours; one that is too large to look at has not."""
    found = picture(path) if path.suffix.lower() == ".png" else None
    if found is None or found.width * found.height > _POINTS:
        return False
    return _is_colourful(path, most, path.stat().st_mtime_ns)


@lru_cache(maxsize=1_000)
def _is_colourful(path: Path, most: int, changed: int) -> bool:
    try:
        with Image.open(path) as image:
            small = image.convert("RGB")
            small.thumbnail(_SMALL)
            return small.getcolors(most) is None
    except (OSError, ValueError, SyntaxError, struct.error, zlib.error):
        return False


def _other(file: BinaryIO) -> Picture:
    with Image.open(file) as image:
        xmp = image.info.get("xmp") or b""
        told = isinstance(xmp, bytes) and _IN_XMP in xmp
        place = bool(image.getexif().get_ifd(_GPS)) or told
        sealed = image.format == "AVIF" and bool(xmp or image.info.get("exif"))
        return Picture(image.format or "", image.width, image.height, place, sealed)


def _png(file: BinaryIO) -> Picture:
    """Piece by piece, since Pillow unpacks a whole PNG to see what stands behind its points."""
    chunks = _chunks(file)
    name, head = next(chunks, (b"", b""))
    if name != b"IHDR":
        raise SyntaxError("no header")
    width, height = struct.unpack(">II", head[:8])
    # All of them, so that a file that ends too early is none.
    places = [_tells_place(_details(name, data)) for name, data in chunks]
    return Picture("PNG", width, height, any(places))


def _chunks(file: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """The header of a PNG and what may hold details; the rest is skipped, up to its end."""
    name, size = b"", fstat(file.fileno()).st_size
    while name != b"IEND":
        length, name = struct.unpack(">I4s", file.read(8))
        wanted = name in (b"IHDR", b"eXIf", *_TEXTS)
        if wanted:
            yield name, file.read(min(length, size))
        file.seek(4 if wanted else length + 4, 1)


def _details(name: bytes, data: bytes) -> bytes:
    """What a camera wrote: as it is, or as digits in a text, as ImageMagick does."""
    if name == b"eXIf":
        return data
    title, _, text = data.partition(b"\0")
    if title not in (_XMP, _PROFILE + b"exif", _PROFILE + b"APP1"):
        return b""
    if name == b"zTXt":
        text = zlib.decompressobj().decompress(text[1:], _MOST)
    elif name == b"iTXt":
        packed, text = text[:1], text[2:].split(b"\0", 2)[2]
        text = zlib.decompressobj().decompress(text, _MOST) if packed == b"\1" else text
    if title == _XMP:
        return text if _IN_XMP in text else b""
    details = bytes.fromhex("".join(text.decode("latin-1").split("\n")[3:]))
    # Under the older title other things stand too.
    return details if details.startswith(b"Exif") else b""


def _tells_place(details: bytes) -> bool:
    if _IN_XMP in details:
        return True
    found = Image.Exif()
    found.load(details)
    return bool(found.get_ifd(_GPS))
