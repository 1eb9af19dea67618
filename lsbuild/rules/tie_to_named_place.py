from __future__ import annotations

from collections.abc import Iterator

from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._hidden import Place, Places, hidden_in, led_from, may_be
from lsbuild.rules._links import links
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic


class TieToNamedPlace(Rule):
    """A page about a hidden place and a page about a named place are tied together.

    Whatever rests on an anonymised source must not show where it was. A link between it and
    a page that names a place in the same country invites readers to guess, and protects
    nobody. Take the reference out, on whichever side it stands, or the source. Where the title
    or the summary of a page about the hidden place names a part of the country, such as a
    province, only places in this part count.
    """

    code = "LS415"
    name = "tie-to-named-place"
    allowed = False

    bad = """
    --- case-studies/fees.md
    title: Fees at the front line
    areas: [{country: KE, precision: country}]
    related:
      - entry: learning-site/kilifi   # <- LS415
        why: The same coast.
    ---
    Managers felt unheard [@a-paper].
    --- learning-sites/kilifi.md
    title: Kilifi
    --- sources/a-paper.md
    title: A paper about two counties
    anonymised: true
    """

    good = """
    --- case-studies/fees.md
    title: Fees at the front line
    areas: [{country: KE, precision: country}]
    ---
    Managers felt unheard [@a-paper].
    --- learning-sites/kilifi.md
    title: Kilifi
    --- sources/a-paper.md
    title: A paper about two counties
    anonymised: true
    """

    def check_portal(self, portal: Portal) -> Iterator[Diagnostic]:
        found = hidden_in(portal)
        if found is None:
            return
        # Each version by itself: a translation may tie what its original keeps apart.
        for entry in portal.library:
            yield from self._ties(entry, found.resting.get(entry.ref, set()), found.named)
            yield from self._ties(entry, found.named.get(entry.ref, set()), found.about)
        for entry in portal.library.of("comparison"):
            yield from self._side_by_side(entry, found.about, found.named)

    def _side_by_side(self, entry: AnyEntry, hidden: Places, named: Places) -> Iterator[Diagnostic]:
        refs = [Ref.parse(name) for name in getattr(entry.data, "entries", ())]
        for index, ref in enumerate(refs):
            mine = hidden.get(ref, set())
            if any(may_be(mine, named.get(one, ())) for one in refs):
                yield self.at(
                    entry,
                    "entries",
                    index,
                    says=_says(ref),
                    hint="compare it with a place elsewhere, or with none",
                )

    def _ties(self, entry: AnyEntry, mine: set[Place], others: Places) -> Iterator[Diagnostic]:
        if not mine:
            return
        hint = "take it out: it invites readers to guess the place"
        for keys, ref in led_from(entry):
            if may_be(mine, others.get(ref, ())):
                yield self.at(entry, *keys, says=_says(ref), hint=hint)
        for link, ref, _ in links(entry):
            if may_be(mine, others.get(ref, ())):
                yield self.in_body(entry, link.start, link.end, says=_says(ref), hint=hint)


def _says(ref: Ref) -> str:
    return f"this ties a hidden place to a named one (`{ref}`)"
