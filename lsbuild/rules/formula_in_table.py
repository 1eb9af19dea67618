from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from lsbuild.relations.portal import Portal
from lsbuild.rules._attached import TABLES, attached
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.source import Source, Span
from lsbuild.text.words import shorten

# What parts the cells depends on the country of whoever opens the file, whatever the author meant.
_BETWEEN = ",;\t"
_BEGINS = re.compile(r"[\t\r]|[ \xa0\ufeff]*[=+\-@＝＋－＠]")
# A number, or signs alone; what follows may be the next cell where another sign parts them.
_HARMLESS = re.compile(
    r"[ \xa0]*+(?:[\W_]*$|[+-]{1,2}[,;]"
    r"|[+-] ?[$€£]?(?:\d+(?:[.,' \xa0\u202f]\d+)*+(?:[eE][+-]?\d+)?|\.\d+)"
    r"[ \xa0]?%?[ \xa0]*(?:[,;]|$))"
)


class FormulaInTable(Rule):
    """A cell of a table begins as a formula does.

    Excel and its kin reckon with what begins with `=`, `+`, `-`, `@` or a tab, and a formula can
    send what stands in the table elsewhere or start a program. Write the result in its place; where
    it is text, begin it with a word: `minus five to three`. Numbers such as `-5` are fine.
    """

    code = "LS506"
    name = "formula-in-table"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    [The figures](figures.csv).
    --- lessons/figures.csv
    month,visits
    May,-5
    Sum,=SUM(B2:B2)   # <- LS506
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    [The figures](figures.csv).
    --- lessons/figures.csv
    month,visits
    May,-5
    Sum,-5
    """

    def check_portal(self, portal: Portal) -> Iterator[Diagnostic]:
        for source in attached(portal.library, TABLES):
            for line, cell in sorted(set(_formulas(source.text))):
                yield self._found(source, line, cell)

    def _found(self, source: Source, line: int, cell: str) -> Diagnostic:
        return self.found(
            source,
            Span(line),
            f"`{shorten(' '.join(cell.split()), 40)}` begins as a formula does",
            "write the result, or begin the cell with a word",
        )


def _formulas(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a table where a program would reckon, however it parts the cells."""
    for sign in _BETWEEN:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
        line = 1
        try:
            for row in rows:
                for cell in row:
                    if _BEGINS.match(cell) and not _HARMLESS.match(cell):
                        yield line, cell
                line = rows.line_num + 1
        except csv.Error:
            yield line, "a cell that is too long to be read"
