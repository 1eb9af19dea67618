"""The rendered site as the audit sees it: pages, their ids, and what leads where."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from html import unescape
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from lsbuild.settings import Budgets
from lsbuild.text.source import Source

# Our own output only: every value is quoted, and `<` and `>` stand escaped inside.
_TAG = re.compile(
    r"<(script|style)\b([^<>]*)>.*?</\1>|<([a-z][a-z0-9]*)\s([^<>]*)>|<!--.*?-->", re.DOTALL
)
_ATTRIBUTE = re.compile(
    r"(?:^|\s)(id|href|src|srcset|action|poster|data|rel)="
    r"(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))"
)
# To begin with a letter of its own makes it six times as quick.
_ID = re.compile(r" id=[\"']?([^\"'\s>]+)")
_POINTING = ("href", "src", "srcset", "action", "poster", "data")
_ADDRESS = re.compile(
    r" (?:href|src|srcset|action|poster|data)=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))"
)
_FETCHED = re.compile(r"<(script)\b([^<>]*)>.*?</script>|<(link|img)\s([^<>]*)>", re.DOTALL)


class Tag(NamedTuple):
    """A tag that has an id or leads somewhere."""

    name: str
    attributes: dict[str, str]
    """Those that name something or lead somewhere, and `rel`."""
    start: int
    """Where it begins in the page, in characters."""
    end: int
    leads: tuple[tuple[str, str], ...] = ()
    """Attributes that lead somewhere, and where; `srcset` may lead to several places."""


class Way(NamedTuple):
    """An address that a page names."""

    tag: Tag
    attribute: str
    target: str

    @property
    def is_external(self) -> bool:
        """Whether it leaves the site, with or without naming the protocol."""
        return "//" in self.target and bool(urlsplit(self.target).netloc)


class RenderedPage:
    """One page as it was written."""

    def __init__(self, url: str, path: PurePosixPath, html: str) -> None:
        self.url, self.path, self.html = url, path, html
        self.folder = posixpath.dirname(url)

    @cached_property
    def source(self) -> Source:
        return Source(self.path, self.html)

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Every address the page may name: some too many, none too few, and soon found.

        Most pages have no fault, and need no closer look than this; `ways` is ten times as slow.
        """
        if " srcset=" in self.html:
            # Of several addresses in one value, each counts.
            return frozenset(way.target for way in self.ways)
        rows = _ADDRESS.findall(self.html.replace("\n", " "))
        found = {double or single or bare for double, single, bare in rows}
        return frozenset(unescape(one) if "&" in one else one for one in found)

    @cached_property
    def names(self) -> list[str]:
        """Every id the page may have, again and again where it stands again."""
        return ids_in(self.html)

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """Tags that have an id or lead somewhere, in order; never what stands in a script."""
        return _tags(_TAG, self.html)

    @cached_property
    def ids(self) -> tuple[tuple[str, Tag], ...]:
        return tuple((tag.attributes["id"], tag) for tag in self.tags if "id" in tag.attributes)

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """Every address the page names, as a browser would read it."""
        return _ways(self.tags)

    @cached_property
    def fetched(self) -> tuple[Way, ...]:
        """The addresses that scripts, pictures and links of the head name."""
        return _ways(_tags(_FETCHED, self.html))


def _tags(pattern: re.Pattern[str], html: str) -> tuple[Tag, ...]:
    return tuple(
        Tag(found[1] or found[3], attributes, *found.span(), _leads(text))
        for found in pattern.finditer(html)
        if (attributes := _attributes(text := found[2] or found[4] or ""))
    )


def _ways(tags: Iterable[Tag]) -> tuple[Way, ...]:
    return tuple(Way(tag, name, target) for tag in tags for name, target in tag.leads)


def ids_in(html: str) -> list[str]:
    """What stands in the place of an id; in a script or between tags it may be none."""
    found = _ID.findall(html.replace("\n", " "))
    return [unescape(one) if "&" in one else one for one in found]


@lru_cache(maxsize=20_000)
def _attributes(text: str) -> dict[str, str]:
    """The attributes that matter here. Most tags are the same on every page."""
    return {
        name: unescape(double or single or bare)
        for name, double, single, bare in _ATTRIBUTE.findall(text)
    }


@lru_cache(maxsize=20_000)
def _leads(text: str) -> tuple[tuple[str, str], ...]:
    known = _attributes(text)
    return tuple(
        (name, target)
        for name in _POINTING
        if name in known
        for target in _targets(name, known[name])
    )


def _targets(name: str, value: str) -> Iterator[str]:
    if name == "srcset":
        yield from (part.split()[0] for part in value.split(",") if part.split())
    else:
        yield value


class RenderedSite:
    """A folder of rendered pages, and the addresses that were planned.

    Pages are read one by one and let go again, so that ten thousand of them fit.
    """

    def __init__(
        self,
        folder: Path,
        urls: Iterable[str],
        base: str = "/",
        articles: Iterable[str] | None = None,
        budgets: Budgets | None = None,
        weights: Mapping[str, int] | None = None,
    ) -> None:
        self.folder, self.urls, self.base = folder, frozenset(urls), base
        self._articles = None if articles is None else frozenset(articles)
        self.budgets, self._weights = budgets or Budgets(), weights or {}
        self._anchors: dict[str, frozenset[str]] = {}
        self._ways: dict[tuple[str, str], tuple[str, str] | None] = {}
        self.right: dict[object, set[str]] = {}
        """Addresses that were looked at, by what they have in common: see `all_right`."""

    def is_article(self, url: str) -> bool:
        """Whether an entry stands at an address; where nobody knows, each page may be one."""
        return self._articles is None or url in self._articles

    def at_most(self, page: RenderedPage) -> int:
        """The compressed bytes of a page, or more where nobody has looked yet."""
        return self._weights.get(page.url) or len(page.html.encode())

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file below the folder, as a path with `/`."""
        found: list[str] = []
        for folder, _, names in os.walk(self.folder):
            inside = Path(folder).relative_to(self.folder).as_posix()
            found += [name if inside == "." else f"{inside}/{name}" for name in names]
        return frozenset(found)

    def pages(self, files: Iterable[str]) -> Iterator[RenderedPage]:
        """Pages that were written, read from their files."""
        for file in files:
            html = (self.folder / file).read_text(encoding="utf-8")
            url = file.removesuffix("index.html") if _is_index(file) else file
            page = RenderedPage(url, PurePosixPath(file), html)
            # Each page leads to parts of itself, and is in hand now.
            self._anchors[url] = frozenset(page.names)
            yield page

    def file_of(self, url: str) -> str:
        """The file at an address; empty where there is none."""
        file = f"{url}index.html" if not url or url.endswith("/") else url
        return file if file in self.files else ""

    def anchors(self, url: str) -> frozenset[str]:
        """What a link to a part of a page can name."""
        if url not in self._anchors:
            file = self.file_of(url)
            html = (self.folder / file).read_text(encoding="utf-8") if file else ""
            self._anchors[url] = frozenset(ids_in(html))
        return self._anchors[url]

    def resolve(self, page: RenderedPage, target: str) -> tuple[str, str] | None:
        """The address below the site and the fragment; nothing for what leads outside."""
        if target.startswith("#"):
            return page.url, unquote(target[1:])
        folder = page.folder
        while target.startswith("../"):
            # Taken up first, pages of other folders ask for the same: most links are in all pages.
            folder, target = folder.rpartition("/")[0], target[3:]
        if (folder, target) not in self._ways:
            self._ways[folder, target] = self._resolved(folder, target)
        return self._ways[folder, target]

    def _resolved(self, folder: str, target: str) -> tuple[str, str] | None:
        path, _, fragment = target.partition("#")
        if ":" in path or "?" in path or path.startswith("//"):
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                return None
            path, fragment = parts.path, parts.fragment
        path = unquote(path)
        if path.startswith("/"):
            below = path.removeprefix(self.base) if path.startswith(self.base) else path
        else:
            below = posixpath.normpath(posixpath.join(f"/{folder}", path))[1:]
            folderlike = path.endswith(("/", "/.", "/..")) or path in ("", ".", "..")
            below += "/" if folderlike and below else ""
        return below, unquote(fragment)


def _is_index(file: str) -> bool:
    return file == "index.html" or file.endswith("/index.html")
