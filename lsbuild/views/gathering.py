"""A page for each theme and country that gathers two entries or more."""

from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds import all_kinds
from lsbuild.library.library import AnyEntry
from lsbuild.text.messages import country_name
from lsbuild.views._facets import facets_of
from lsbuild.views._view import View
from lsbuild.views.page import Page, Plain

LEAST = 2
_LEFT_OUT = {"source", "page"}


class GatheringPages(View):
    """Everything about one theme, or from one country, kind by kind."""

    order = 30

    def pages(self) -> Iterator[Page]:
        themes = self.gather("themes")
        if "themes" in self.portal.vocabularies:
            for term in self.portal.vocabularies["themes"]:
                if len(themes.get(term.id, ())) >= LEAST:
                    label = term.label_in(self.desk.language)
                    yield self.page("themes", term.id, label, term.description, themes[term.id])
        for code, entries in sorted(self.gather("countries").items()):
            if len(entries) >= LEAST:
                name = country_name(code, self.desk.language)
                yield self.page("countries", code.lower(), name, "", entries)

    def gather(self, facet: str) -> dict[str, list[AnyEntry]]:
        found: dict[str, list[AnyEntry]] = {}
        for entry in self.portal.library.public(language=self.desk.language):
            if entry.ref.kind not in _LEFT_OUT:
                for id_ in facets_of(entry).get(facet, ()):
                    found.setdefault(id_, []).append(entry)
        return found

    def page(self, base: str, id_: str, title: str, about: str, entries: list[AnyEntry]) -> Page:
        url = f"{self.desk.prefix()}{base}/{id_}/"
        groups: list[Plain] = []
        for kind in all_kinds():
            cards = [self.desk.card(url, one) for one in entries if one.ref.kind == kind.kind]
            if cards:
                groups.append({"title": self.desk.say(kind.plural), "cards": cards})
        kind_label = "Theme" if base == "themes" else "Country"
        return Page(
            url=url,
            title=title,
            template="gathering.html",
            language=self.desk.language,
            description=about or f"{self.desk.say('Everything here from')} {title}.",
            data={
                "about": about,
                "groups": groups,
                "count": len(entries),
                "kind_label": self.desk.say(kind_label),
            },
        )
