"""A picture without what programs and cameras wrote beside its points, which stay as they are.

What browsers need to show it is kept, by a list of what that is: all else goes, known or not,
and so does what stands behind its end, where phones put a second picture or a film.
"""

from __future__ import annotations

import re
import struct
import warnings
from collections.abc import Iterable, Iterator
from zlib import crc32

from PIL import Image

PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_START, _ICC, _ADOBE = b"JFIF\0", b"ICC_PROFILE\0", b"Adobe"
_EXIF = b"Exif\0\0"
# Frames, tables and scans, and what begins so of the rest.
_SHOWN = {*range(0xC0, 0xD0), *range(0xDA, 0xE0)}
_KEPT = {0xE2: _ICC, 0xEE: _ADOBE}
# What stands behind a scan: no zero, which means the byte before is of a point, no restart.
_NEXT = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
_PNG_SHOWN = set(
    b"tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST pHYs acTL fcTL fdAT".split()
)
_WEBP_SHOWN = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
_HAS_EXIF, _HAS_XMP = 0x08, 0x04
_ORIENTATION = 0x0112


class NotBared(ValueError):
    """The parts of a picture are not where they should be."""


def bare(data: bytes) -> bytes:
    """A JPEG, PNG or WebP picture with no details but how to turn it; other files as they are.

    Raises `NotBared` where its parts cannot be told apart.
    """
    try:
        if data.startswith(_JPEG):
            return b"".join(_jpeg(data))
        if data.startswith(PNG):
            return PNG + b"".join(_png(data))
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
    except (struct.error, IndexError, SyntaxError, OSError, TypeError) as error:
        raise NotBared(str(error)) from error
    return data


def _jpeg(data: bytes) -> Iterator[bytes]:
    yield _JPEG
    at, seen = 2, False
    while data[at : at + 2] != b"\xff\xd9":
        if data[at] != 0xFF:
            raise NotBared("no marker")
        if data[at + 1] == 0xFF:
            at += 1
            continue
        marker, length = struct.unpack_from(">BH", data, at + 1)
        end = at + 2 + length
        if length < 2 or end > len(data):
            raise NotBared("a part that is too long")
        content = data[at + 4 : end]
        if marker == 0xE1 and content.startswith(_EXIF) and not seen:
            # Of several, all but the first go on where that one ended.
            seen, turned = True, _turned(content)
            yield _part(marker, turned) if turned else b""
        else:
            yield _segment(marker, content)
        at = end
        if marker == 0xDA:
            found = _NEXT.search(data, at)
            # Without an end there is nothing but points.
            at = found.end() - 2 if found else len(data)
            yield data[end:at]
            if not found:
                return
    yield b"\xff\xd9"


def _segment(marker: int, content: bytes) -> bytes:
    """A part of a JPEG, if it is shown; empty otherwise."""
    if marker == 0xE0 and content.startswith(_START):
        # The last two bytes say how large the small picture is that may follow.
        content = content[:12] + b"\0\0"
    elif marker not in _SHOWN and not (marker in _KEPT and content.startswith(_KEPT[marker])):
        return b""
    return _part(marker, content)


def _part(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def _turned(details: bytes) -> bytes:
    """Details of a camera with nothing in them but how to turn the picture; empty: not at all."""
    found = Image.Exif()
    with warnings.catch_warnings():
        # That other details are broken is nobody's care.
        warnings.simplefilter("ignore")
        found.load(details)
        way = found.get(_ORIENTATION, 1)
    if way not in range(2, 9):
        return b""
    made = Image.Exif()
    made[_ORIENTATION] = way
    return made.tobytes()


def _png(data: bytes) -> Iterator[bytes]:
    at, name = len(PNG), b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise NotBared("a part that is too long")
        if name == b"eXIf":
            turned = _turned(data[at + 8 : end - 4]).removeprefix(_EXIF)
            yield _chunk(name, turned) if turned else b""
        elif name in _PNG_SHOWN or name[:1].isupper():
            yield data[at:end]
        at = end


def _chunk(name: bytes, content: bytes) -> bytes:
    sum_ = struct.pack(">I", crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + sum_


def _webp(data: bytes) -> bytes:
    shown: list[tuple[bytes, bytes]] = []
    turned = b""
    for name, content in _parts(data):
        if name == b"EXIF":
            turned = turned or _turned(content).removeprefix(_EXIF)
        elif name in _WEBP_SHOWN:
            shown.append((name, content))
    if shown and shown[0][0] == b"VP8X":
        flags = shown[0][1][0] & ~(_HAS_EXIF | _HAS_XMP) | (_HAS_EXIF if turned else 0)
        shown[0] = b"VP8X", bytes([flags]) + shown[0][1][1:]
        shown += [(b"EXIF", turned)] if turned else []
    return _riff([(b"RIFF", b"WEBP" + _riff(shown))])


def _parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, last = 12, 8 + int.from_bytes(data[4:8], "little")
    while at < last:
        name, length = struct.unpack_from("<4sI", data, at)
        content = data[at + 8 : at + 8 + length]
        if len(content) < length:
            raise NotBared("a part that is too long")
        yield name, content
        at += 8 + length + length % 2


def _riff(chunks: Iterable[tuple[bytes, bytes]]) -> bytes:
    return b"".join(
        name + struct.pack("<I", len(one)) + one + b"\0" * (len(one) % 2) for name, one in chunks
    )
