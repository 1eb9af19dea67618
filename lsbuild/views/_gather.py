"""Entries gathered by theme and country, where at least two come together."""

from __future__ import annotations

from lsbuild.library.library import AnyEntry
from lsbuild.text.messages import country_name
from lsbuild.views._desk import Desk, href
from lsbuild.views._facets import facets_of
from lsbuild.views.page import Plain

LEAST = 2
NEAR = 6
"""Of those that share entries with one, so many are shown."""
_LEFT_OUT = {"source", "page"}
Row = tuple[str, str, str, list[AnyEntry]]
"""Id, label, description, entries."""


class Gatherings:
    """Themes in the order of their list, countries in the order of their names."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._found: dict[str, dict[str, list[AnyEntry]]] = {"themes": {}, "countries": {}}
        for entry in desk.library.public(language=desk.language):
            if entry.ref.kind not in _LEFT_OUT:
                for facet, ids in facets_of(entry).items():
                    if facet in self._found:
                        for id_ in ids:
                            self._found[facet].setdefault(id_, []).append(entry)

    def themes(self) -> list[Row]:
        """Id, label, description and entries of each theme."""
        terms = self.desk.portal.vocabularies.terms("themes")
        found = self._found["themes"]
        return [
            (term.id, term.label_in(self.desk.language), term.description, found[term.id])
            for term in terms
            if len(found.get(term.id, ())) >= LEAST
        ]

    def countries(self) -> list[Row]:
        """Code in small letters, name, nothing and entries of each country."""
        rows = [
            (code.lower(), country_name(code, self.desk.language), "", entries)
            for code, entries in self._found["countries"].items()
            if len(entries) >= LEAST
        ]
        return sorted(rows, key=lambda row: row[1])

    def links(self, here: str) -> list[Plain]:
        """Ways to all of them, for pages that list things."""
        return [
            *self._ways(here, "themes", self.desk.say("By theme"), self.themes()),
            *self._ways(here, "countries", self.desk.say("By country"), self.countries()),
        ]

    def ways_from(self, entry: AnyEntry) -> dict[str, dict[str, str]]:
        """By facet and id, the way from an entry to others with the same, where there are any."""
        own, base = facets_of(entry), self.desk.prefix()
        ways = {
            facet: {
                id_: href(entry.url, f"{base}{facet}/{id_.lower()}/")
                for id_ in own.get(facet, ())
                if len(found.get(id_, ())) >= LEAST
            }
            for facet, found in self._found.items()
        }
        # The page that finds is in the portal's own language only.
        asked = () if base else own.get("constraints", ())
        ways["constraints"] = {id_: href(entry.url, f"find/?constraints={id_}") for id_ in asked}
        return ways

    def near(self, here: str, entries: list[AnyEntry]) -> list[Plain]:
        """Ways to those that share most with one that has these entries."""
        own = set(entries)

        def nearest(rows: list[Row]) -> list[Row]:
            shared = [(len(own.intersection(row[3])), row) for row in rows if row[3] != entries]
            ranked = sorted(shared, key=lambda one: -one[0])
            return [row for number, row in ranked[:NEAR] if number]

        return [
            *self._ways(
                here, "themes", self.desk.say("Themes that go with it"), nearest(self.themes())
            ),
            *self._ways(
                here,
                "countries",
                self.desk.say("Countries that go with it"),
                nearest(self.countries()),
            ),
        ]

    def _ways(self, here: str, base: str, title: str, rows: list[Row]) -> list[Plain]:
        links = [
            {
                "title": f"{label} ({len(entries)})",
                "href": href(here, f"{self.desk.prefix()}{base}/{id_}/"),
            }
            for id_, label, _, entries in rows
        ]
        return [{"title": title, "links": links}] if links else []
