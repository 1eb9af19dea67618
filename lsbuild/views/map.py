"""The map: every entry that has a place, drawn at build time, with the same places as a list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lsbuild.kinds._scales import Precision
from lsbuild.library.library import AnyEntry
from lsbuild.text.messages import country_name
from lsbuild.views._desk import Desk, href
from lsbuild.views._drawing import Mark, draw
from lsbuild.views._gather import LEAST
from lsbuild.views._places import Shown, areas_of, map_url, shown
from lsbuild.views._svg import MARKS
from lsbuild.views._view import View
from lsbuild.views._world import Spot
from lsbuild.views.page import Page, Plain, Planned, put_off

SHAPES = {"case-study": "circle", "learning-site": "diamond"}
OTHER = "triangle"
MOST = 80
"""With more pages than this, countries are listed and not what is there."""
MOST_MARKS = 120
"""More marks than this would hide the map, and weigh more than a page may."""


class MapPages(View):
    """Where things happened, no finer than each entry declares."""

    order = 40

    def planned(self) -> Iterator[Planned]:
        url = map_url(self.desk)
        if url:
            page = Page(
                url=url,
                title=self.desk.say("Map"),
                template="map.html",
                language=self.desk.language,
                description=self.desk.say("Where the cases and learning sites are."),
                section=f"{self.desk.prefix()}case-studies/",
            )
            yield put_off(page, partial(self.data, url))

    def data(self, url: str) -> Plain:
        placed: dict[str, list[tuple[AnyEntry, list[Shown]]]] = {}
        hidden: list[AnyEntry] = []
        for entry in sorted(self.entries(), key=_rank):
            places = shown(entry, self.desk.language)
            for code in dict.fromkeys(one.country for one in places):
                own = [one for one in places if one.country == code]
                placed.setdefault(code, []).append((entry, own))
            if not places:
                hidden.append(entry)
        codes = sorted(placed, key=lambda code: country_name(code, self.desk.language).casefold())
        marks = [
            mark
            for code in codes
            for entry, own in placed[code]
            for mark in _marks(entry, own, self.desk, url)
        ]
        counts = {code: len(placed[code]) for code in codes}
        show = self.country if sum(counts.values()) <= MOST else self.in_short
        crowded = len(marks) > MOST_MARKS
        return {
            "drawing": draw(counts, [] if crowded else marks, self.desk),
            "crowded": crowded,
            "places": [show(code, placed[code], url) for code in codes],
            "unplaced": [self.row(entry, url) for entry in hidden],
            "legend": self.legend(),
        }

    def entries(self) -> list[AnyEntry]:
        found = self.portal.library.public(language=self.desk.language)
        return [entry for entry in found if areas_of(entry)]

    def country(self, code: str, rows: list[tuple[AnyEntry, list[Shown]]], url: str) -> Plain:
        """A country of the list: what is there, and what the map shows of it."""
        return {
            "id": code.lower(),
            "title": country_name(code, self.desk.language),
            "rows": [{**self.row(entry, url), **self.where(own)} for entry, own in rows],
        }

    def in_short(self, code: str, rows: list[tuple[AnyEntry, list[Shown]]], url: str) -> Plain:
        """A country of a long list: the way to its own page, where it has one."""
        if len(rows) < LEAST:
            return self.country(code, rows, url)
        words = self.desk.say("{n} pages").format(n=len(rows))
        where = href(url, f"{self.desk.prefix()}countries/{code.lower()}/")
        return {**self.country(code, [], url), "all": {"title": words, "href": where}}

    def row(self, entry: AnyEntry, url: str) -> Plain:
        return {
            "title": entry.data.title,
            "href": href(url, entry.url),
            "kind": entry.ref.kind,
            "kind_label": self.desk.say(entry.data.label),
        }

    def where(self, places: list[Shown]) -> Plain:
        """The place in words, and what stands for it on the map."""
        names = dict.fromkeys(one.name for one in places if one.name)
        points = dict.fromkeys(one.of for one in places if one.of)
        return {
            "names": "; ".join(names),
            "points": "; ".join(points),
            "whole": all(one.precision is Precision.COUNTRY for one in places),
        }

    def legend(self) -> list[Plain]:
        """The shape of each kind, in words."""
        kinds = {entry.ref.kind: entry for entry in sorted(self.entries(), key=_rank)}
        return [
            {"kind": kind, "label": self.desk.say(one.data.plural), "mark": MARKS[_shape(one)]}
            for kind, one in kinds.items()
        ]


def _rank(entry: AnyEntry) -> tuple[bool, str]:
    """Learning sites stand first, so that their cases gather about them."""
    return entry.ref.kind != "learning-site", entry.data.title.casefold()


def _shape(entry: AnyEntry) -> str:
    return SHAPES.get(entry.ref.kind, OTHER)


def _marks(entry: AnyEntry, places: list[Shown], desk: Desk, url: str) -> Iterator[Mark]:
    """One mark for each place of the entry that has a point."""
    points: dict[Spot, Shown] = {}
    for place in places:
        if place.spot:
            points.setdefault(place.spot, place)
    for spot, one in points.items():
        country = country_name(one.country, desk.language)
        label = desk.say(entry.data.label)
        where = f"{one.name}, {country}" if one.name else country
        yield Mark(
            kind=entry.ref.kind,
            shape=_shape(entry),
            name=f"{entry.data.title}. {label}, {where}",
            href=href(url, entry.url),
            spot=spot,
        )
