from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsbuild.kinds._fields import RefTo
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry, Library
from lsbuild.relations.portal import Portal
from lsbuild.rules._cited import hides_place, names_place
from lsbuild.rules._links import links
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic

Countries = dict[Ref, set[str]]


class TieToNamedPlace(Rule):
    """A page about a hidden place and a page about a named place are tied together.

    A case that rests on an anonymised source must not show where it was. A link between it and
    a page that names a place in the same country invites readers to guess, and protects
    nobody. Take the reference out, on whichever side it stands.
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
        library = portal.library
        hidden = _by_work(library, (one.ref for one in library if hides_place(one, portal)))
        if hidden:
            named = _by_work(library, (one.ref for one in library if names_place(one)))
            # Each version by itself: a translation may tie what its original keeps apart.
            for entry in library:
                yield from self._ties(entry, hidden.get(entry.ref, set()), named)
                yield from self._ties(entry, named.get(entry.ref, set()), hidden)
            for entry in library.of("comparison"):
                yield from self._side_by_side(entry, hidden, named)

    def _side_by_side(
        self, entry: AnyEntry, hidden: Countries, named: Countries
    ) -> Iterator[Diagnostic]:
        refs = [Ref.parse(name) for name in getattr(entry.data, "entries", ())]
        for index, ref in enumerate(refs):
            mine = hidden.get(ref, set())
            if any(mine & named.get(one, set()) for one in refs):
                yield self.at(
                    entry,
                    "entries",
                    index,
                    says=_says(ref),
                    hint="compare it with a place elsewhere, or with none",
                )

    def _ties(self, entry: AnyEntry, mine: set[str], others: Countries) -> Iterator[Diagnostic]:
        if not mine:
            return
        hint = "take it out: it invites readers to guess the place"
        for keys, value, mark in entry.marked(RefTo):
            slug = value.partition("#")[0]
            ref = Ref(mark.kind, slug) if mark.kind else Ref.parse(slug)
            if mine & others.get(ref, set()):
                yield self.at(entry, *keys, says=_says(ref), hint=hint)
        for link, ref, _ in links(entry):
            if mine & others.get(ref, set()):
                yield self.in_body(entry, link.start, link.end, says=_says(ref), hint=hint)


def _says(ref: Ref) -> str:
    return f"this ties a hidden place to a named one (`{ref}`)"


def _by_work(library: Library, refs: Iterable[Ref]) -> Countries:
    """Some works with the countries that any of their versions names."""
    return {
        ref: {
            area.country for one in library.versions(ref) for area in getattr(one.data, "areas", ())
        }
        for ref in set(refs)
    }
