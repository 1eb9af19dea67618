from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._prose import in_prose
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.words import count, shorten

# A first row, the line of dashes, and the rows down to an empty line.
_TABLE = re.compile(
    r"^(?P<head>(?=[^\n]*\|)[^\n]+)\n"
    r"(?P<dashes>(?! {4}|\t)(?=[^\n]*-)(?=[^\n]*\|)[|:\- \t]+)$"
    r"(?P<rows>(?:\n[^\n]*\S[^\n]*)*)",
    re.MULTILINE,
)
_BAR = re.compile(r"(?<!\\)\|")


class UnevenTable(Rule):
    """A row of a table has more cells than the table has columns.

    What stands in the last cells would vanish without a word; and where the line of dashes has
    another number than the first row, the whole is no table. A bar within a cell is written
    `\\|`, also in `[[lesson/a\\|words]]`.
    """

    code = "LS324"
    name = "uneven-table"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    | Month | Visits |
    | --- | --- |
    | May | 12 | fewer than in April |   <!-- <- LS324 -->
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    | Month | Visits | In words |
    | --- | --- | --- |
    | May | 12 | fewer than in April |
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        if "|" not in entry.source.body:
            return
        for found, (start, _) in in_prose(entry, _TABLE):
            if not _BAR.search(found["head"]):
                continue
            columns = len(_cells(found["head"]))
            at = start + len(f"{found['head']}\n".encode())
            if len(_cells(found["dashes"])) != columns:
                yield self._dashes(entry, at, found["dashes"], columns)
            else:
                at += len(found["dashes"].encode())
                yield from self._rows(entry, found["rows"], at, columns)

    def _dashes(self, entry: AnyEntry, at: int, line: str, columns: int) -> Diagnostic:
        has = count(len(_cells(line)), "column")
        return self.in_body(
            entry,
            at,
            at + len(line.encode()),
            says=f"this line has {has} and the row above {columns}, so this is no table",
            hint=f"write `{shorten('| --- ' * columns + '|', 60)}`",
            # Colons say on which side each column stands.
            write="" if ":" in line else f"{'| --- ' * columns}|",
        )

    def _rows(self, entry: AnyEntry, rows: str, at: int, columns: int) -> Iterator[Diagnostic]:
        for row in rows.split("\n")[1:]:
            at += 1
            lost = [cell for cell in _cells(row)[columns:] if cell.strip()]
            if lost:
                yield self.in_body(
                    entry,
                    at,
                    at + len(row.encode()),
                    says=f"readers would not see `{shorten('|'.join(lost).strip(), 60)}`: this "
                    f"row has more cells than the table has columns ({columns})",
                    hint="add a column to the first row and the line of dashes; a bar within a "
                    "cell is written `\\|`",
                )
            at += len(row.encode())


def _cells(row: str) -> list[str]:
    """
    >>> _cells(r"| a | b\\|c ||"), _cells("a | b")
    ([' a ', ' b\\\\|c ', ''], ['a ', ' b'])
    """
    cells = _BAR.split(row.strip())
    return cells[cells[0] == "" : len(cells) - (len(cells) > 1 and cells[-1] == "")]
