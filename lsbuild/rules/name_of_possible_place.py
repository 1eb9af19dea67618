from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pycountry

from lsbuild.kinds._marks import parts
from lsbuild.kinds._setting import Area
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._cited import names_part
from lsbuild.rules._hidden import Place, hidden_in, may_be
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic


class NameOfPossiblePlace(Rule):
    """A page that rests on an anonymised source names a place that may be the hidden one.

    A place that is named beside what was told in confidence looks like the place where it
    was told, whether that is right or wrong. Take the name out, or take the source out. Places in
    other countries may be named; so may places in other parts of the country, where the title or
    the summary of a page about the hidden place says in which part it lies.
    """

    code = "LS424"
    name = "name-of-possible-place"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    In Kilifi, too, managers felt unheard [@a-paper].   <!-- <- LS424 -->
    --- learning-sites/kilifi.md
    title: Kilifi
    --- sources/a-paper.md
    title: A paper about two counties in Kenya
    anonymised: true
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Managers felt unheard in Kenya [@a-paper], and were heard in Sofala.
    --- learning-sites/kilifi.md
    title: Kilifi
    --- sources/a-paper.md
    title: A paper about two counties in Kenya
    anonymised: true
    """

    def check_portal(self, portal: Portal) -> Iterator[Diagnostic]:
        found = hidden_in(portal)
        if found is None:
            return
        named = [
            (name, found.named[one.ref])
            for one in portal.library.public()
            if one.ref in found.named
            for name in _names(one)
        ]
        for entry in portal.library:
            if entry.ref in found.resting:
                yield from self._named(entry, found.resting[entry.ref], named)

    def _named(
        self, entry: AnyEntry, hidden: set[Place], named: list[tuple[str, set[Place]]]
    ) -> Iterator[Diagnostic]:
        # The part of the country that such a page tells in its title is no secret.
        told = {getattr(pycountry.subdivisions.get(code=part), "name", "") for _, part in hidden}
        names = {name for name, places in named if may_be(hidden, places)} - told
        if not names:
            return
        for one in _shape(names).finditer(entry.source.text):
            name = " ".join(one.group().split())
            yield self.found(
                entry.source,
                entry.source.span(*one.span()),
                f"`{name}` may be the place that a source of this page hides",
                "take the name out, or the source",
            )


def _shape(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names, the longest first; one line may end within a name."""
    longest = sorted(names, key=lambda name: (-len(name), name))
    shapes = [r"\s+".join(map(re.escape, name.split())) for name in longest]
    return re.compile(rf"\b(?:{'|'.join(shapes)})\b".replace("'", "['’]+"))


def _names(entry: AnyEntry) -> Iterator[str]:
    """What a page calls its place, also without the word for what it is: `Kilifi County`."""
    if entry.ref.kind == "learning-site":
        yield entry.data.title
    for _, area in parts(entry.data, Area):
        if names_part(area):
            for name in {area.name, *area.name.split(", ")}:
                yield from {
                    name,
                    re.sub(rf" {re.escape(area.level or '-')}$", "", name, flags=re.I),
                }
