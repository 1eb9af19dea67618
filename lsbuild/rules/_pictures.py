"""What a picture says about itself; its points are never unpacked."""

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

SUFFIXES = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".webp": "WEBP",
    ".avif": "AVIF",
}
_GPS = 0x8825
_PNG = b"\x89PNG\r\n\x1a\n"
_TEXTS = (b"tEXt", b"zTXt", b"iTXt")
_PROFILE = b"Raw profile type "
_MOST = 10_000_000
"""Bytes of a packed text: what unpacks to more holds no details of a camera."""


class Picture(NamedTuple):
    """What a picture says about itself."""

    type: str
    width: int
    height: int
    place: bool
    """Whether it says where it was taken."""


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
                return _png(file) if file.read(len(_PNG)) == _PNG else _other(file)
        except Image.DecompressionBombError:
            return Picture(SUFFIXES.get(path.suffix, ""), 100_000, 100_000, place=False)
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError, struct.error, zlib.error):
            return None


def _other(file: BinaryIO) -> Picture:
    with Image.open(file) as image:
        place = bool(image.getexif().get_ifd(_GPS))
        return Picture(image.format or "", image.width, image.height, place)


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
    if title not in (_PROFILE + b"exif", _PROFILE + b"APP1"):
        return b""
    if name == b"zTXt":
        text = zlib.decompressobj().decompress(text[1:], _MOST)
    elif name == b"iTXt":
        packed, text = text[:1], text[2:].split(b"\0", 2)[2]
        text = zlib.decompressobj().decompress(text, _MOST) if packed == b"\1" else text
    details = bytes.fromhex("".join(text.decode("latin-1").split("\n")[3:]))
    # Under the older title other things stand too.
    return details if details.startswith(b"Exif") else b""


def _tells_place(details: bytes) -> bool:
    found = Image.Exif()
    found.load(details)
    return bool(found.get_ifd(_GPS))
