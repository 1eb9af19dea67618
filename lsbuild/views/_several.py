"""Long lists in several pages: `case-studies/`, `case-studies/2/`, each with ways to the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from lsbuild.views._desk import Desk, href
from lsbuild.views.page import Page, Plain

T = TypeVar("T")

CARDS = 48
"""Cards on one page: about 40 kilobytes of HTML, half a minute on a slow phone."""
LINES = 100
"""Entries of an index on one page."""


def several(
    rows: Sequence[T], size: int, page: Callable[[str, Sequence[T]], Page], url: str, desk: Desk
) -> Iterator[Page]:
    """A page for each stretch of rows; short lists have one, as if this were not here."""
    starts = range(0, max(1, len(rows)), size)
    for number, start in enumerate(starts, start=1):
        here = url if number == 1 else f"{url}{number}/"
        made = page(here, rows[start : start + size])
        if len(starts) > 1:
            data = {**made.data, "pager": _pager(here, url, number, len(starts), desk)}
            title = made.title if number == 1 else f"{made.title} ({number})"
            made = replace(made, title=title, data=data)
        yield made


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
