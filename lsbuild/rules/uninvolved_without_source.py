from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds._marks import Keys, parts
from lsbuild.kinds._parts import Claim, Measure
from lsbuild.kinds._scales import Involvement, WhoSays
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._cited import source_named
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic


class UninvolvedWithoutSource(Rule):
    """A claim is said to come from people not involved, and none of its sources does.

    “Reported by people not involved” is the strongest word we have for who says so; given to a
    project's own paper it misleads. Cite a source whose `involvement` is `others`, or write
    who really says it: `participants`, `project`, `unknown`.
    """

    code = "LS404"
    name = "uninvolved-without-source"

    bad = """
    --- case-studies/meetings.md
    title: Review meetings
    enablers:
      - says: The district manager came to every meeting.
        who_says: others   # <- LS404
        sources: [{source: a-paper}]
    --- sources/a-paper.md
    title: A paper
    involvement: took-part
    """

    good = """
    --- case-studies/meetings.md
    title: Review meetings
    enablers:
      - says: The district manager came to every meeting.
        who_says: participants
        sources: [{source: a-paper}]
    --- sources/a-paper.md
    title: A paper
    involvement: took-part
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        claims: list[tuple[Keys, Claim | Measure]] = [
            *parts(entry.data, Claim),
            *parts(entry.data, Measure),
        ]
        for keys, claim in claims:
            if claim.who_says is not WhoSays.OTHERS or not claim.sources:
                continue
            sources = [source_named(one.source, entry, portal) for one in claim.sources]
            # A source that does not exist has a finding of its own.
            if all(
                one is not None and one.involvement is not Involvement.OTHERS for one in sources
            ):
                yield self.at(
                    entry,
                    *keys,
                    "who_says",
                    says="none of the sources cited here is by people not involved",
                    hint="cite one that is, or write who says it: `participants`, `project`, "
                    "`unknown`",
                )
