"""What a picture says about itself in its header; the rest of the file is never decoded."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import NamedTuple

from PIL import Image, UnidentifiedImageError

SUFFIXES = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".webp": "WEBP",
    ".avif": "AVIF",
}
_GPS = 0x8825


class Picture(NamedTuple):
    """What the header of a picture says."""

    type: str
    width: int
    height: int
    place: bool
    """Whether it says where it was taken."""


def picture(path: Path) -> Picture | None:
    """The header of a picture; nothing where the file is none."""
    with warnings.catch_warnings():
        # Huge pictures are a finding of ours; nothing is unpacked here.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            with Image.open(path) as image:
                place = bool(image.getexif().get_ifd(_GPS))
                return Picture(image.format or "", image.width, image.height, place)
        except Image.DecompressionBombError:
            return Picture(SUFFIXES.get(path.suffix, ""), 100_000, 100_000, place=False)
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
            return None
