from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds._marks import parts
from lsbuild.kinds._parts import Outcome
from lsbuild.kinds._scales import Direction, HowMeasured
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic


class BetterWithoutAccount(Rule):
    """Something got better, and nothing stands behind it.

    An improvement that nobody measured and nobody tells of is a hope. If people told it, write
    `how_measured: accounts`; if the source only says what was done, write
    `direction: not-measured`.
    """

    code = "LS406"
    name = "better-without-account"

    bad = """
    --- case-studies/meetings.md
    title: Review meetings
    outcomes:
      - says: The meetings became shorter.
        direction: better
        how_measured: not-measured   # <- LS406
        who_says: ours
    """

    good = """
    --- case-studies/meetings.md
    title: Review meetings
    outcomes:
      - says: The meetings became shorter.
        direction: better
        how_measured: accounts
        who_says: ours
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        for keys, outcome in parts(entry.data, Outcome):
            better = outcome.direction is Direction.BETTER
            if better and outcome.how_measured is HowMeasured.NOT_MEASURED:
                yield self.at(
                    entry,
                    *keys,
                    "how_measured",
                    says="this got better, and nothing stands behind it",
                    hint="write `how_measured: accounts` if people told it, or "
                    "`direction: not-measured`",
                )
