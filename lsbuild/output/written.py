"""What is known of a page the moment it is written, so that nobody needs to read it again."""

from __future__ import annotations

import hashlib
import posixpath
import re
import zlib
from collections.abc import Mapping
from typing import NamedTuple

_PICTURE = re.compile(r'<img [^>]*?src="([^":?#]+)"')


class Written(NamedTuple):
    """The file of a page."""

    sha: str
    """The SHA-256 of its bytes, in hexadecimal."""
    size: int
    """In bytes."""
    weight: int
    """Bytes over the wire by the quickest compression: a tenth too much, never too little."""
    pictures: list[str]
    """Addresses below the site of the pictures of entries that it shows."""


Pages = Mapping[str, Written]
"""By address."""


def written(url: str, html: str, data: bytes) -> Written:
    """Look once at a page, as text and as the bytes of its file."""
    ways = (posixpath.normpath(url + way) for way in _PICTURE.findall(html))
    shown = sorted({way for way in ways if way.startswith("media/")})
    return Written(hashlib.sha256(data).hexdigest(), len(data), weight(data), shown)


def weight(data: bytes) -> int:
    """Bytes over the wire, quickly."""
    return len(zlib.compress(data, 1))


def target_of(url: str) -> str:
    """The file of a page, below the site."""
    return url if url.endswith(".html") else f"{url}index.html"
