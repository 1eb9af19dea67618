"""A page for each theme and country that gathers two entries or more."""

from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds import all_kinds
from lsbuild.library.library import AnyEntry
from lsbuild.views._gather import Gatherings
from lsbuild.views._view import View
from lsbuild.views.page import Page, Plain


class GatheringPages(View):
    """Everything about one theme, or from one country, kind by kind."""

    order = 30

    def pages(self) -> Iterator[Page]:
        gathered = Gatherings(self.desk)
        for row in gathered.themes():
            yield self.page("themes", "Theme", *row)
        for row in gathered.countries():
            yield self.page("countries", "Country", *row)

    def page(
        self, base: str, kind: str, id_: str, title: str, about: str, entries: list[AnyEntry]
    ) -> Page:
        url = f"{self.desk.prefix()}{base}/{id_}/"
        groups: list[Plain] = []
        for one in all_kinds():
            cards = [self.desk.card(url, entry) for entry in entries if entry.ref.kind == one.kind]
            if cards:
                groups.append({"title": self.desk.say(one.plural), "cards": cards})
        return Page(
            url=url,
            title=title,
            template="gathering.html",
            language=self.desk.language,
            description=about or f"{self.desk.say('Everything here from')} {title}.",
            section=f"{self.desk.prefix()}case-studies/",
            data={
                "about": about,
                "groups": groups,
                "count": len(entries),
                "kind_label": self.desk.say(kind),
            },
        )
