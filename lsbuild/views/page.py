"""The Plan: every page readers will get, as plain data that any engine can show."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, TypeVar

Plain = dict[str, Any]
V = TypeVar("V")
_RESERVED = {"items", "keys", "values", "get", "pop", "update", "copy"}
_LEAVES = {str, int, float, bool}


class Section(NamedTuple):
    """A line of a page's table of contents."""

    level: int
    id: str
    title: str


class NavItem(NamedTuple):
    """A place in the navigation; `url` is below the site."""

    title: str
    url: str
    language: str


@dataclass(frozen=True)
class Words:
    """What the search finds a page by: words in the order of the page, titles apart."""

    kind: str
    """What kind of thing it is, in the reader's words."""
    blocks: tuple[str, ...]
    names: tuple[str, ...] = ()
    """Other names, weighted like the title."""


@dataclass(frozen=True)
class Page:
    """One page: its address, its template, and data that is ready to be shown."""

    url: str
    """Below the site, ending in `/` or `.html`; empty for the home page."""
    title: str
    template: str
    data: Plain = field(default_factory=dict)
    body: str = ""
    """Safe HTML of the author's Markdown."""
    toc: tuple[Section, ...] = ()
    language: str = "en"
    description: str = ""
    source: PurePosixPath | None = None
    """The file below `content/` that the edit link opens."""
    section: str = ""
    """The address of the navigation item that lights up."""
    words: Words | None = None
    """None keeps the page out of the full-text search."""
    changed: str = ""
    """The day of the last change, as ISO writes it."""
    versions: tuple[tuple[str, str], ...] = ()
    """The languages in which it is there, each with its address; empty where it is only one."""
    brings: tuple[str, ...] = ()
    """Addresses of pages that a reader who keeps this one on a device gets along with it."""


Planned = tuple[Page, Callable[[], Page]]
"""What is known of a page before its data, body and contents are made, and their making."""


def ready(page: Page) -> Planned:
    """A page of which nothing is put off."""
    return page, lambda: page


def put_off(outline: Page, data: Callable[[], Plain]) -> Planned:
    """A page whose data are made when somebody looks at it."""
    return outline, lambda: replace(outline, data=data())


class Pages(Sequence[Page]):
    """Pages that are made when somebody looks at them, so that each hand makes only its own."""

    def __init__(self, planned: Sequence[Planned]) -> None:
        self._planned = planned

    @property
    def outlines(self) -> list[Page]:
        """The pages without data, body and contents."""
        return [outline for outline, _ in self._planned]

    def __len__(self) -> int:
        return len(self._planned)

    def __getitem__(self, at: int) -> Page:  # type: ignore[override]
        return self._planned[at][1]()


class Later(Mapping[str, V]):
    """A mapping that is made when somebody first looks into it."""

    def __init__(self, make: Callable[[], Mapping[str, V]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Mapping[str, V]:
        return self._make()

    def __getitem__(self, key: str) -> V:
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


@dataclass(frozen=True)
class Plan:
    """All that an engine needs to know."""

    pages: Pages = field(default_factory=lambda: Pages(()))
    nav: Mapping[str, tuple[NavItem, ...]] = field(default_factory=dict)
    """By language, the portal's own first."""
    assets: Mapping[str, Path] = field(default_factory=dict)
    """Files to copy, by their address."""
    data: Mapping[str, bytes] = field(default_factory=dict)
    """Files of ours to write, by their address."""
    redirects: Mapping[str, str] = field(default_factory=dict)
    """Former addresses and where they lead."""

    @cached_property
    def lists(self) -> list[str]:
        """Addresses at the top of the site, so that templates link only to what is there."""
        return [page.url for page in self.outlines if page.url.count("/") == 1]

    @cached_property
    def translated(self) -> dict[tuple[str, str], str]:
        """The home page and lists in other languages: by language and own address."""
        starts = ((page, f"{page.language}/") for page in self.outlines)
        return {
            (page.language, page.url.removeprefix(start)): page.url
            for page, start in starts
            if page.url.startswith(start) and page.url.count("/") <= 2
        }

    def there(self, url: str, language: str) -> str:
        """Where the home page or a list is in a language, or else in the portal's own."""
        return self.translated.get((language, url), url)

    def nav_in(self, language: str) -> tuple[NavItem, ...]:
        """The navigation for a language; the handbook may be in one that nothing else is in."""
        return self.nav.get(language) or next(iter(self.nav.values()), ())

    @property
    def outlines(self) -> list[Page]:
        """The pages as far as they are known before anybody looks at them."""
        return self.pages.outlines


class NotPlain(TypeError):
    """A view handed over something templates cannot show everywhere."""


def plain(value: Any, where: str = "data") -> Any:  # noqa: ANN401 - any JSON value
    """Check that data is plain: text, numbers, booleans, lists and dicts, nothing else.

    Templates of other engines sort dicts, print None and lose keys that are method names, so
    lists carry the order and absent things are left out.
    """
    if isinstance(value, dict):
        for key, inner in value.items():
            if type(key) is not str or key in _RESERVED:
                raise NotPlain(f"{where}: `{key}` cannot be a key")
            if type(inner) not in _LEAVES:
                plain(inner, f"{where}.{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            if type(inner) not in _LEAVES:
                plain(inner, f"{where}[{index}]")
    elif type(value) not in _LEAVES:
        raise NotPlain(f"{where}: {type(value).__name__} is not plain")
    return value
