from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds._scales import Depth
from lsbuild.kinds.case_study import CaseStudy
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._cited import citations
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity


class SingleSource(Rule):
    """A whole case rests on one source, or names none.

    One paper can be wrong, and nobody would notice; readers see it on the page of the
    evidence. Look for a second account, best by people who were not involved. If there is
    none, that is worth a line under `unknowns`. Short notes may rest on one source.
    """

    code = "LS412"
    name = "single-source"
    severity = Severity.ADVICE

    bad = """
    --- case-studies/meetings.md
    title: Review meetings   # <- LS412
    depth: case
    ---
    Managers met once a month [@a-paper].
    --- sources/a-paper.md
    title: A paper
    """

    good = """
    --- case-studies/meetings.md
    title: Review meetings
    depth: case
    ---
    Managers met once a month [@a-paper]. Others saw them do it [@another-paper].
    --- sources/a-paper.md
    title: A paper
    --- sources/another-paper.md
    title: Another paper
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        if not isinstance(entry.data, CaseStudy) or entry.data.depth is not Depth.CASE:
            return
        sources = {cited.source for cited in citations(entry)}
        if len(sources) < 2:
            one = f"the whole case rests on `{min(sources)}`" if sources else ""
            yield self.at(
                entry,
                "title",
                says=one or "nothing in this case names a source",
                hint="look for a second account, best by people who were not involved"
                if one
                else "add `outcomes` with `sources`, or write `depth: short-note`",
            )
