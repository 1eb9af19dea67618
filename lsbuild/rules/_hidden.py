"""Where a place that is hidden may be, and which works name a place that may be the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pycountry

from lsbuild.kinds._fields import RefTo
from lsbuild.kinds._marks import Keys, parts
from lsbuild.kinds._setting import Area
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry, Library
from lsbuild.relations.portal import Portal
from lsbuild.rules._cited import citations, is_anonymised, names_place
from lsbuild.rules._links import links

Place = tuple[str, str]
"""A country and a part of it by their codes; where one is empty it may be any."""
Places = dict[Ref, set[Place]]


@dataclass(frozen=True)
class Hidden:
    """What hides its place and what names one, by work."""

    resting: Places
    """Sources that hide their place and all that cites them or leads to them, named places not."""
    about: Places
    """Those of them that are about the hidden place and do not only mention the source."""
    named: Places
    """What names a place."""

    def tied(self, one: Ref, other: Ref) -> bool:
        """Whether to show two works together would tie a hidden place to one that it may be."""
        return any(
            may_be(self.resting.get(hiding, ()), self.named.get(naming, ()))
            for hiding, naming in ((one, other), (other, one))
        )


def hidden_in(portal: Portal) -> Hidden | None:
    """The hidden places of a portal; nothing where no source hides its place."""
    library = portal.library
    slugs = {one.ref.slug for one in library.of("source") if is_anonymised(one.ref.slug, portal)}
    if not slugs:
        return None
    named = _by_work(library, (one.ref for one in library if names_place(one)))
    users: dict[str, list[AnyEntry]] = {slug: [] for slug in slugs}
    for entry in library:
        own = {entry.ref.slug} if entry.ref.kind == "source" else set()
        for slug in slugs & (sources_of(entry) | own):
            users[slug].append(entry)
    resting: Places = {}
    for entries in users.values():
        where = _where(entries)
        for entry in entries:
            if entry.ref not in named:
                resting.setdefault(entry.ref, set()).update(where)
    about = {ref: resting[ref] for ref, places in _by_work(library, resting).items() if places}
    return Hidden(resting, about, named)


def _by_work(library: Library, refs: Iterable[Ref]) -> Places:
    """Some works with the places that any of their versions tells."""
    return {
        ref: {place for one in library.versions(ref) for place in _places(one)} for ref in set(refs)
    }


def may_be(hidden: Iterable[Place], named: Iterable[Place]) -> bool:
    """Whether a place that is named may be the one that is hidden."""
    named = list(named)
    return any(
        country in ("", other) and (not part or not of_other or part == of_other)
        for country, part in hidden
        for other, of_other in named
    )


def led_from(entry: AnyEntry) -> Iterator[tuple[Keys, Ref]]:
    """Each work that a field of an entry names, and the keys of the field."""
    for keys, value, mark in entry.marked(RefTo):
        slug = value.partition("#")[0]
        yield keys, Ref(mark.kind, slug) if mark.kind else Ref.parse(slug)


def sources_of(entry: AnyEntry) -> set[str]:
    """The sources that an entry cites, points to or leads to."""
    found = {one.source for one in citations(entry)}
    found |= {ref.slug for _, ref in led_from(entry) if ref.kind == "source"}
    return found | {ref.slug for _, ref, _ in links(entry) if ref.kind == "source"}


def _places(entry: AnyEntry) -> Iterator[Place]:
    return ((area.country, area.subdivision) for _, area in parts(entry.data, Area))


def _where(users: Iterable[AnyEntry]) -> set[Place]:
    """Where a source may have been: what it says of itself, and what those say who tell of it.

    Who rests on it may show no part of a country, and may still name one in the title.
    """
    places = [(one, set(_places(one))) for one in users]
    telling = [one.data for one, there in places if there or one.ref.kind == "source"]
    words = " ".join(f"{one.title} {one.summary}" for one in telling)
    countries = {country for _, there in places for country, _ in there}
    if not countries:
        countries = {one.alpha_2 for one in pycountry.countries if _holds(words, one.name)}
    found = {(one, part) for one in countries for part in _parts_in(words, one) or [""]}
    return found or {("", "")}


def _parts_in(words: str, country: str) -> list[str]:
    found = pycountry.subdivisions.get(country_code=country) or ()
    return [one.code for one in found if _holds(words, one.name)]


def _holds(words: str, name: str) -> bool:
    return name in words and re.search(rf"\b{re.escape(name)}\b", words) is not None
