from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.kinds._marks import parts
from lsbuild.kinds._parts import Measure
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity

_SHARE = re.compile(r"%|\bper ?cent\b")
_CHANGE = re.compile(
    r"\b(?:change|points?|more|less|fewer|higher|lower|increase|decrease|reduction|growth)\b"
)


class FigureWithoutDenominator(Rule):
    """A share does not say of what.

    “62 %” can be of teams, of meetings or of patients, and each would mean something else to a
    manager. Write in `denominator` what the whole is, with its number where the source gives
    it: `of 180 district teams that began`.
    """

    code = "LS405"
    name = "figure-without-denominator"
    severity = Severity.WARNING

    bad = """
    --- case-studies/meetings.md
    title: Review meetings
    measures:
      - says: Teams that finished the first cycle
        type: delivery
        value: "62"   # <- LS405
        unit: "%"
        who_says: participants
        sources: [{source: a-paper}]
    """

    good = """
    --- case-studies/meetings.md
    title: Review meetings
    measures:
      - says: Teams that finished the first cycle
        type: delivery
        value: "62"
        unit: "%"
        denominator: of 180 district teams that began
        who_says: participants
        sources: [{source: a-paper}]
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        for keys, measure in parts(entry.data, Measure):
            words = f"{measure.value} {measure.unit}"
            if measure.denominator or not _SHARE.search(words) or _CHANGE.search(words):
                continue
            yield self.at(
                entry,
                *keys,
                "value",
                says=f"`{measure.value} {measure.unit}` does not say of what",
                hint="write in `denominator` what the whole is: `of 180 district teams`",
            )
