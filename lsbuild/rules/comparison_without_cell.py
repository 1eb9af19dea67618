from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds.comparison import Comparison
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.words import listed


class ComparisonWithoutCell(Rule):
    """A row of a comparison leaves out one of its entries, or names a stranger.

    An empty place in a table reads as “none”, which is a claim nobody made. Give every row
    one cell for each entry under `entries`. Where no source tells, say so in the cell: “not
    told”.
    """

    code = "LS209"
    name = "comparison-without-cell"
    allowed = False

    bad = """
    --- comparisons/two-places.md
    title: Two places
    entries: [case-study/a, case-study/b]
    rows:
      - title: Who called the meeting   # <- LS209
        cells:
          - {entry: case-study/a, says: The district.}
          - {entry: case-study/c, says: The county.}   # <- LS209
    """

    good = """
    --- comparisons/two-places.md
    title: Two places
    entries: [case-study/a, case-study/b]
    rows:
      - title: Who called the meeting
        cells:
          - {entry: case-study/a, says: The district.}
          - {entry: case-study/b, says: Not told.}
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        if not isinstance(entry.data, Comparison):
            return
        wanted = entry.data.entries
        for index, row in enumerate(entry.data.rows):
            given = [cell.entry for cell in row.cells]
            missing = [one for one in wanted if one not in given]
            if missing:
                yield self.at(
                    entry,
                    "rows",
                    index,
                    "title",
                    says=f"this row has no cell for {listed(missing, 'and')}",
                    hint="add one; where no source tells, write “not told”",
                )
            for place, name in enumerate(given):
                if name not in wanted or name in given[:place]:
                    fault = "stands twice in this row" if name in wanted else "is not compared here"
                    yield self.at(
                        entry,
                        "rows",
                        index,
                        "cells",
                        place,
                        "entry",
                        says=f"`{name}` {fault}",
                        hint=f"this page compares {listed(wanted, 'and')}",
                    )
