"""The part of a line that a finding is about, ready to be underlined."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from lsbuild.show._format import visible
from lsbuild.text.source import Source, Span


class Excerpt(NamedTuple):
    """A line as it is shown, and the terminal cells of its carets."""

    text: str
    indent: int
    carets: int


def excerpt(source: Source, span: Span, width: int) -> Excerpt:
    """Cut a line to `width` cells around the span.

    Tabs become four blanks, and wide letters count as the two cells they fill, so that carets
    stand below the words they mean.
    """
    first = source.offset(Span(span.line))
    stop = source.text.find("\n", first)
    stop = len(source.text) if stop == -1 else stop
    start = min(first + span.column - 1, stop)
    end = min(start + span.length, stop)
    # A line may be as long as a file and have thousands of findings.
    near = 4 * width
    before = _tail(visible(source.text[max(first, start - near) : start]), width // 2)
    under = _head(visible(source.text[start : min(end, start + near)]), width - cell_len(before))
    after = visible(source.text[end : min(stop, end + near)])
    rest = max(1, width - cell_len(before) - cell_len(under))
    text = (before + under + _head(after, rest)).rstrip()
    return Excerpt(text, cell_len(before), max(1, cell_len(under)))


def _head(text: str, cells: int) -> str:
    if cell_len(text) <= cells:
        return text
    return set_cell_size(text, cells - 1).rstrip() + "…"


def _tail(text: str, cells: int) -> str:
    if cell_len(text) <= cells:
        return text
    kept = text[1 - cells :]
    while cell_len(kept) >= cells:
        kept = kept[1:]
    return "…" + kept
