"""What a page weighs on its way to a reader: compressed, with all that a browser fetches for it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator

from lsbuild.rules._rendered import RenderedPage, RenderedSite, Way

_USED = re.compile(r' data-use="([\w-]+)"')
_IMPORT = re.compile(r'^import .*? from "\./([\w-]+\.js)"', re.MULTILINE)
_SECTION = re.compile(r'(?=<h2[^<>]* id="([^"]+)")')
_FETCHED = {("link", "href"), ("script", "src"), ("img", "src"), ("img", "srcset")}
_RELATIONS = {"stylesheet", "icon"}
_HEADER = 12
"""What gzip writes around the data, beyond what zlib does."""


def compressed(data: bytes) -> int:
    """Bytes over the wire, as servers commonly compress."""
    return len(zlib.compress(data, 6)) + _HEADER


class Weights:
    """The files of a site, each compressed once, and what browsers fetch for a page."""

    def __init__(self, site: RenderedSite) -> None:
        self.site = site
        self._sizes: dict[str, int] = {}
        self._modules: dict[str, frozenset[str]] = {}

    def size(self, file: str) -> int:
        if file not in self._sizes:
            self._sizes[file] = compressed((self.site.folder / file).read_bytes())
        return self._sizes[file]

    def sum(self, files: Iterable[str]) -> int:
        return sum(map(self.size, files))

    def fetched(self, page: RenderedPage) -> frozenset[str]:
        """The files a page names, and the modules that these import."""
        found = {self._file(page, way) for way in page.fetched if _asks(way)}
        found |= {f"assets/{name}.js" for name in _USED.findall(page.html)}
        return frozenset(one for file in found & self.site.files for one in self._modules_of(file))

    def _file(self, page: RenderedPage, way: Way) -> str:
        where = self.site.resolve(page, way.target)
        return where[0] if where else ""

    def _modules_of(self, file: str) -> frozenset[str]:
        """A script and those it imports by name, however deep."""
        if file not in self._modules:
            self._modules[file] = frozenset({file})
            if file.startswith("assets/") and file.count("/") == 1 and file.endswith(".js"):
                text = (self.site.folder / file).read_text(encoding="utf-8")
                more = {f"assets/{name}" for name in _IMPORT.findall(text)} & self.site.files
                self._modules[file] |= {one for name in more for one in self._modules_of(name)}
        return self._modules[file]


def _asks(way: Way) -> bool:
    if way.tag.name == "link":
        return bool(_RELATIONS & set(way.tag.attributes.get("rel", "").split()))
    return (way.tag.name, way.attribute) in _FETCHED


def heaviest_section(html: str) -> tuple[str, int]:
    """The part of a page, from one heading to the next, that weighs most; its id and bytes."""
    parts = _SECTION.split(html)
    sizes = [(compressed(part.encode()), id_) for id_, part in _pairs(parts)]
    size, id_ = max(sizes, default=(0, ""))
    return id_, size


def _pairs(parts: list[str]) -> Iterator[tuple[str, str]]:
    yield from zip(parts[1::2], parts[2::2], strict=True)
