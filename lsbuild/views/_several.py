"""Long lists in several pages: `case-studies/`, `case-studies/2/`, each with ways to the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from lsbuild.views._desk import Desk, href
from lsbuild.views.page import Page, Plain, Planned

T = TypeVar("T")

CARDS = 48
"""Cards on one page: about 40 kilobytes of HTML, half a minute on a slow phone."""
LINES = 100
"""Entries of an index on one page."""


def several(
    rows: Sequence[T],
    size: int,
    outline: Callable[[str], Page],
    data: Callable[[str, Sequence[T]], Plain],
    url: str,
    desk: Desk,
) -> Iterator[Planned]:
    """A page for each stretch of rows; short lists have one, as if this were not here."""
    urls = addresses(len(rows), size, url)
    for number, here in enumerate(urls, start=1):
        known = outline(here)
        if number > 1:
            known = replace(known, title=f"{known.title} ({number})")
        part = rows[(number - 1) * size : number * size]

        def make(known: Page = known, number: int = number, part: Sequence[T] = part) -> Page:
            more = {"pager": _pager(known.url, url, number, len(urls), desk)}
            return replace(known, data=data(known.url, part) | (more if len(urls) > 1 else {}))

        yield known, make


def addresses(rows: int, size: int, url: str) -> list[str]:
    """Where a list of so many rows stands."""
    pages = len(range(0, max(1, rows), size))
    return [url, *(f"{url}{number}/" for number in range(2, pages + 1))]


def _pager(here: str, url: str, number: int, last: int, desk: Desk) -> list[Plain]:
    """The first, the last and the pages around this one; then the next."""
    near = [n for n in range(1, last + 1) if n in (1, last) or abs(n - number) <= 2]
    links: list[Plain] = []
    for before, n in zip([0, *near], near, strict=False):
        links += [{"label": "…"}] if n > before + 1 else []
        way = {"href": href(here, url if n == 1 else f"{url}{n}/")} if n != number else {}
        links.append({"label": str(n), "here": n == number, **way})
    if number < last:
        links.append({"label": desk.say("Next page"), "href": href(here, f"{url}{number + 1}/")})
    return links
