"""The words of files beside the pages: tables and captions are read as readers get them."""

from __future__ import annotations

from collections.abc import Iterator

from lsbuild.library.library import Library
from lsbuild.text.source import Source

TABLES = {".csv"}
_TEXTS = {*TABLES, ".vtt"}


def attached(library: Library, suffixes: set[str] = _TEXTS) -> Iterator[Source]:
    """Each table and each file of captions, with its text; its places are lines as usual."""
    for path, file in library.assets.items():
        if path.suffix in suffixes:
            yield Source(path, file.read_bytes().decode("utf-8-sig", errors="replace"))
