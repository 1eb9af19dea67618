"""A page for each theme and country that gathers two entries or more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from lsbuild.kinds import all_kinds, kind_named
from lsbuild.library.library import AnyEntry
from lsbuild.views._desk import href
from lsbuild.views._gather import Gatherings, Row
from lsbuild.views._places import map_url
from lsbuild.views._several import CARDS, several
from lsbuild.views._view import View
from lsbuild.views.find import FindPages
from lsbuild.views.page import Page, Plain, Planned


class GatheringPages(View):
    """Everything about one theme, or from one country, kind by kind."""

    order = 30

    def planned(self) -> Iterator[Planned]:
        gathered = Gatherings(self.desk)
        for row in gathered.themes():
            yield from self.gathered("themes", "Theme", row, gathered)
        for row in gathered.countries():
            yield from self.gathered("countries", "Country", row, gathered)

    def gathered(self, base: str, kind: str, row: Row, gathered: Gatherings) -> Iterator[Planned]:
        id_, title, about, entries = row

        def outline(url: str) -> Page:
            return Page(
                url=url,
                title=title,
                template="gathering.html",
                language=self.desk.language,
                description=about or f"{self.desk.say('Everything here from')} {title}.",
                section=f"{self.desk.prefix()}case-studies/",
            )

        def data(url: str, rows: Sequence[AnyEntry]) -> Plain:
            return {
                "about": about,
                "groups": self.groups(url, rows),
                "count": len(entries),
                "kind_label": self.desk.say(kind),
                "ways": [*self.narrowed(url, base, id_), *gathered.near(url, entries)],
            }

        order = [one.kind for one in all_kinds()]
        ordered = sorted(entries, key=lambda entry: order.index(entry.ref.kind))
        url = f"{self.desk.prefix()}{base}/{id_}/"
        return several(ordered, CARDS, outline, data, url, self.desk)

    def narrowed(self, url: str, base: str, id_: str) -> list[Plain]:
        """The same entries on the page that finds, and a country on the map."""
        if self.desk.prefix():
            return []
        choice = id_.upper() if base == "countries" else id_
        narrow = {
            "title": self.desk.say("Narrow these down"),
            "href": href(url, f"{FindPages.url}?{base}={choice}"),
        }
        there = map_url(self.desk) if base == "countries" else ""
        links = [narrow]
        if there:
            links.append({"title": self.desk.say("Map"), "href": href(url, there)})
        return [{"title": self.desk.say("More ways to look"), "links": links}]

    def groups(self, url: str, entries: Iterable[AnyEntry]) -> list[Plain]:
        """Cards, kind by kind."""
        return [
            {
                "title": self.desk.say(kind_named(kind).plural),
                "cards": [self.desk.card(url, one) for one in same],
            }
            for kind, same in groupby(entries, key=lambda entry: entry.ref.kind)
        ]
