"""Finds words in a body where they are prose: code is shown as it is and means nothing else."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from lsbuild.library.library import AnyEntry

Range = tuple[int, int]


def in_prose(entry: AnyEntry, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Range]]:
    """Each match outside code, with its place in bytes, as the rows of an outline count."""
    body = entry.source.body
    code = within(entry.outline.code)
    letters = start = 0
    for match in pattern.finditer(body):
        # From match to match, since a body may have thousands of them.
        start += len(body[letters : match.start()].encode())
        letters = match.start()
        if not code(start):
            yield match, (start, start + len(match.group().encode()))


def in_code(entry: AnyEntry) -> Callable[[int], bool]:
    """Tells whether a character of the file stands in code."""
    source, code = entry.source, within(entry.outline.code)
    return lambda at: at >= source.body_at and code(len(source.text[source.body_at : at].encode()))


def in_link(entry: AnyEntry) -> Callable[[int], bool]:
    """Tells whether a byte of the body belongs to a link, a picture or a piece of HTML."""
    outline = entry.outline
    places = [(row.start, row.end) for row in outline.links]
    places += [(row.start, row.end) for row in outline.images]
    places += [(row.start, row.end) for row in outline.oddities]
    return within(places)


def within(ranges: Iterable[Range]) -> Callable[[int], bool]:
    """Tells whether a place lies in one of the ranges, which may lie in one another."""
    starts: list[int] = []
    ends: list[int] = []
    for begin, end in sorted(ranges):
        if ends and begin <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(begin)
            ends.append(end)

    def inside(place: int) -> bool:
        at = bisect_right(starts, place) - 1
        return at >= 0 and place < ends[at]

    return inside
