"""Finds words in a body where they are prose: code is shown as it is and means nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.library.library import AnyEntry

Range = tuple[int, int]


def in_prose(entry: AnyEntry, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Range]]:
    """Each match outside code, with its place in bytes, as the rows of an outline count."""
    body = entry.source.body
    for match in pattern.finditer(body):
        start = len(body[: match.start()].encode())
        if not within(start, entry.outline.code):
            yield match, (start, start + len(match.group().encode()))


def in_code(entry: AnyEntry, at: int) -> bool:
    """Whether a character of the file stands in code."""
    source = entry.source
    return at >= source.body_at and within(
        len(source.text[source.body_at : at].encode()), entry.outline.code
    )


def in_link(entry: AnyEntry, start: int) -> bool:
    """Whether a byte of the body belongs to a link, a picture or a piece of HTML."""
    outline = entry.outline
    places = [(row.start, row.end) for row in outline.links]
    places += [(row.start, row.end) for row in outline.images]
    places += [(row.start, row.end) for row in outline.oddities]
    return within(start, places)


def within(start: int, ranges: list[Range]) -> bool:
    """Whether a byte of the body stands in one of the ranges."""
    return any(begin <= start < end for begin, end in ranges)
