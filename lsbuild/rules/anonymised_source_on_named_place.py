from __future__ import annotations

from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._cited import is_anonymised, names_place
from lsbuild.rules._hidden import led_from
from lsbuild.rules._links import links
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic


class AnonymisedSourceOnNamedPlace(Rule):
    """A page that names its place cites a source that hides its place, or leads to it.

    The authors of that source promised people that nobody would know where they work. To name
    the place beside it breaks the promise, whether the guess is right or wrong. Cite the
    source only on pages that name the country and nothing finer, or leave it out here.
    """

    code = "LS409"
    name = "anonymised-source-on-named-place"
    allowed = False

    bad = """
    --- case-studies/meetings.md
    title: Review meetings
    areas:
      - {country: KE, subdivision: KE-14, precision: subdivision}
    ---
    Managers felt unheard [@a-paper].   <!-- <- LS409 -->
    --- sources/a-paper.md
    title: A paper about two counties
    anonymised: true
    """

    good = """
    --- case-studies/meetings.md
    title: Review meetings
    areas:
      - {country: KE, precision: country}
    ---
    Managers felt unheard [@a-paper].
    --- sources/a-paper.md
    title: A paper about two counties
    anonymised: true
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        if not names_place(entry):
            return
        says = "this page names its place, and `{}` hides it"
        hint = "take it out here, or take the place out of this page"
        for keys, ref in led_from(entry):
            if ref.kind == "source" and is_anonymised(ref.slug, portal):
                yield self.at(entry, *keys, says=says.format(ref.slug), hint=hint)
        for row in entry.outline.citations:
            if is_anonymised(row.source, portal):
                yield self.in_body(
                    entry, row.start, row.end, says=says.format(row.source), hint=hint
                )
        for link, ref, _ in links(entry):
            if ref.kind == "source" and is_anonymised(ref.slug, portal):
                yield self.in_body(
                    entry, link.start, link.end, says=says.format(ref.slug), hint=hint
                )
