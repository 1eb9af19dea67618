from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds._marks import parts
from lsbuild.kinds._parts import Claim
from lsbuild.kinds._setting import Context
from lsbuild.library.library import AnyEntry
from lsbuild.relations.claims import OURS
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic


class UnsourcedClaim(Rule):
    """A claim about what happened names no source.

    Readers trust this portal because every outcome, enabler and barrier shows where it comes
    from. Add `sources` with the source's id and a locator. If it is our own suggestion, write
    `who_says: ours`; if it is what we conclude from the sources, or miss in them,
    `who_says: reading`; if nobody knows, leave it out.
    """

    code = "LS401"
    name = "unsourced-claim"

    bad = """
    --- case-studies/meetings.md
    title: Review meetings
    enablers:
      - says: The district manager came to every meeting.   # <- LS401
        who_says: participants
    """

    good = """
    --- case-studies/meetings.md
    title: Review meetings
    enablers:
      - says: The district manager came to every meeting.
        who_says: participants
        sources: [{source: a-paper, locator: p. 4}]
    --- sources/a-paper.md
    title: A paper
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        for keys, claim in parts(entry.data, Claim):
            if not claim.sources and claim.who_says not in OURS:
                yield self.at(
                    entry,
                    *keys,
                    "says",
                    says="this claim names no source",
                    hint="add `sources`, or write `who_says: ours` if it is our suggestion, "
                    "`reading` if we conclude it",
                )
        for keys, context in parts(entry.data, Context):
            if context.income_group and not context.sources:
                yield self.at(
                    entry,
                    *keys,
                    "income_group",
                    says="the income group has no source",
                    hint="add `sources` to the context, or leave the income group out",
                )
