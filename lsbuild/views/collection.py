"""One page for each kind, with all its entries."""

from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds import all_kinds
from lsbuild.kinds._base import Content
from lsbuild.library.library import AnyEntry
from lsbuild.views._desk import href
from lsbuild.views._gather import Gatherings
from lsbuild.views._view import View
from lsbuild.views.page import NavItem, Page, Plain
from lsbuild.views.path import PathPages


class CollectionPages(View):
    """The lists: cases, sites, lessons, roles, comparisons, glossary, sources."""

    order = 20

    def kinds(self) -> Iterator[tuple[type[Content], tuple[AnyEntry, ...]]]:
        for kind in all_kinds():
            entries = self.portal.library.public(kind.kind, self.desk.language)
            if kind.listed and entries:
                yield kind, entries

    def pages(self) -> Iterator[Page]:
        for kind, entries in self.kinds():
            url = f"{self.desk.prefix()}{kind.base()}/"
            yield Page(
                url=url,
                title=self.desk.say(kind.plural),
                template="collection.html",
                data=self.data(kind, url, entries),
                language=self.desk.language,
                description=self.desk.say(kind.about),
                section=f"{self.desk.prefix()}glossary/" if kind.kind == "source" else url,
            )

    def data(self, kind: type[Content], url: str, entries: tuple[AnyEntry, ...]) -> Plain:
        return {
            "kind": kind.kind,
            "about": self.desk.say(kind.about),
            "count": len(entries),
            "groups": self.groups(kind, url, entries),
            "ways": self.ways(kind, url),
        }

    def ways(self, kind: type[Content], url: str) -> list[Plain]:
        """Other ways into the same things: paths for lessons, themes and countries for cases."""
        if kind.kind == "case-study":
            return [*Gatherings(self.desk).links(url), *self.comparisons(url)]
        if kind.kind == "lesson" and not self.desk.prefix():
            paths = [
                {"title": term.label_in(self.desk.language), "href": href(url, f"paths/{term.id}/")}
                for term in self.portal.vocabularies.terms("groups")
            ]
            course = {"title": self.desk.say("On the course?"), "href": href(url, "paths/course/")}
            has_course = any(PathPages.follows(one) for one in self.portal.lessons)
            links = [*([course] if has_course else []), *paths]
            return [{"title": self.desk.say("Paths for each role"), "links": links}]
        return []

    def comparisons(self, url: str) -> list[Plain]:
        found = self.portal.library.public("comparison", self.desk.language)
        links = [{"title": one.data.title, "href": href(url, one.url)} for one in found]
        return [{"title": self.desk.say("Side by side"), "links": links}] if links else []

    def groups(self, kind: type[Content], url: str, entries: tuple[AnyEntry, ...]) -> list[Plain]:
        """Cards in groups: lessons by module, terms by letter, the rest in one."""
        if kind.kind == "lesson":
            return self.by_module(url)
        ordered = sorted(entries, key=lambda entry: _sort_key(entry, self))
        if kind.kind not in ("term", "source"):
            return [{"title": "", "cards": [self.desk.card(url, one) for one in ordered]}]
        letters: dict[str, list[Plain]] = {}
        for one in ordered:
            card = self.desk.card(url, one)
            if kind.kind == "source":
                card["label"] = self.desk.references.label(one)  # type: ignore[arg-type]
            letters.setdefault(_sort_key(one, self)[0].upper(), []).append(card)
        return [{"title": letter, "cards": cards} for letter, cards in letters.items()]

    def by_module(self, url: str) -> list[Plain]:
        modules: dict[str, list[Plain]] = {}
        for one in self.portal.lessons:
            modules.setdefault(one.data.module, []).append(self.desk.card(url, one))  # type: ignore[attr-defined]
        known = [t.id for t in self.portal.vocabularies.terms("modules") if t.id in modules]
        rest = [module for module in modules if module not in known]
        return [
            {"title": self.desk.term("modules", module)["label"], "cards": modules[module]}
            for module in [*known, *rest]
        ]

    def nav(self) -> Iterator[tuple[int, NavItem]]:
        for kind, _ in self.kinds():
            if kind.nav:
                url = f"{self.desk.prefix()}{kind.base()}/"
                yield kind.nav, NavItem(self.desk.say(kind.nav_title or kind.plural), url)


def _sort_key(entry: AnyEntry, view: View) -> str:
    if entry.ref.kind == "source":
        return view.desk.references.label(entry).casefold()  # type: ignore[arg-type]
    return entry.data.title.casefold()
