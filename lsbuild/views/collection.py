"""One page for each kind, with all its entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from lsbuild.kinds import all_kinds
from lsbuild.kinds._base import Content
from lsbuild.library.library import AnyEntry
from lsbuild.relations.paths import lessons_in_order
from lsbuild.views._desk import href
from lsbuild.views._gather import Gatherings
from lsbuild.views._places import map_url
from lsbuild.views._several import CARDS, LINES, several
from lsbuild.views._view import View
from lsbuild.views.compare import URL as COMPARE
from lsbuild.views.compare import comparable
from lsbuild.views.find import FindPages
from lsbuild.views.page import NavItem, Page, Plain, Planned
from lsbuild.views.path import PathPages, course_title

Row = tuple[str, AnyEntry]
"""The title of a group, and an entry of it."""
_INDEXES = {"term", "source"}


class CollectionPages(View):
    """The lists: cases, sites, lessons, roles, comparisons, glossary, sources."""

    order = 20

    def kinds(self) -> Iterator[tuple[type[Content], tuple[AnyEntry, ...]]]:
        for kind in all_kinds():
            entries = self.portal.library.public(kind.kind, self.desk.language)
            if kind.listed and entries:
                yield kind, entries

    def planned(self) -> Iterator[Planned]:
        for kind, entries in self.kinds():
            url = f"{self.desk.prefix()}{kind.base()}/"
            size = LINES if kind.kind in _INDEXES else CARDS
            outline, data = partial(self.outline, kind), partial(self.data, kind, len(entries))
            yield from several(self.ordered(kind, entries), size, outline, data, url, self.desk)

    def outline(self, kind: type[Content], url: str) -> Page:
        section = "glossary" if kind.kind == "source" else kind.base()
        return Page(
            url=url,
            title=self.desk.say(kind.plural),
            template="collection.html",
            language=self.desk.language,
            description=self.desk.say(kind.about),
            section=f"{self.desk.prefix()}{section}/",
        )

    def data(self, kind: type[Content], number: int, url: str, rows: Sequence[Row]) -> Plain:
        home = f"{self.desk.prefix()}{kind.base()}/"
        return {
            "kind": kind.kind,
            "about": self.desk.say(kind.about),
            "count": number,
            "groups": self.groups(url, rows),
            "ways": self.ways(kind, url) if url == home else [],
        }

    def ways(self, kind: type[Content], url: str) -> list[Plain]:
        """Other ways into the same things: paths for lessons, themes and countries for cases."""
        if kind.kind == "case-study":
            return [
                *self.finding(url),
                *self.map(url),
                *Gatherings(self.desk).links(url),
                *self.comparisons(url),
            ]
        if kind.kind == "learning-site":
            return self.map(url)
        if kind.kind == "lesson" and not self.desk.prefix():
            paths = [
                {"title": term.label_in(self.desk.language), "href": href(url, f"paths/{term.id}/")}
                for term in self.portal.vocabularies.terms("groups")
            ]
            course = {"title": course_title(self.desk), "href": href(url, "paths/course/")}
            has_course = any(PathPages.follows(one) for one in self.portal.lessons)
            links = [*([course] if has_course else []), *paths]
            return [{"title": self.desk.say("Paths for each role"), "links": links}]
        return []

    def finding(self, url: str) -> list[Plain]:
        if self.desk.prefix():
            return []
        ways = (
            ("", "Narrow by place, problem and people"),
            ("?view=near", "Like my setting"),
            ("?view=table", "Table of evidence"),
        )
        links = [
            {"title": self.desk.say(title), "href": href(url, FindPages.url) + query}
            for query, title in ways
        ]
        return [{"title": self.desk.say("More ways to look"), "links": links}]

    def map(self, url: str) -> list[Plain]:
        there = map_url(self.desk)
        links = [{"title": self.desk.say("Map"), "href": href(url, there)}]
        return [{"title": self.desk.say("By place"), "links": links}] if there else []

    def comparisons(self, url: str) -> list[Plain]:
        found = self.portal.library.public("comparison", self.desk.language)
        links = [{"title": one.data.title, "href": href(url, one.url)} for one in found]
        if comparable(self.desk):
            links.insert(
                0, {"title": self.desk.say("Choose what to compare"), "href": href(url, COMPARE)}
            )
        return [{"title": self.desk.say("Side by side"), "links": links}] if links else []

    def ordered(self, kind: type[Content], entries: tuple[AnyEntry, ...]) -> list[Row]:
        """Entries in their order, each with its group: lessons by module, terms by letter."""
        if kind.kind == "lesson":
            return self.by_module()
        rows = [(_sort_key(entry, self), entry) for entry in entries]
        rows.sort(key=lambda row: row[0])
        indexed = kind.kind in _INDEXES
        return [(key[0].upper() if indexed else "", entry) for key, entry in rows]

    def by_module(self) -> list[Row]:
        modules: dict[str, list[AnyEntry]] = {}
        for one in lessons_in_order(self.portal.library, self.desk.language):
            modules.setdefault(one.data.module, []).append(one)  # type: ignore[arg-type]
        known = [t.id for t in self.portal.vocabularies.terms("modules") if t.id in modules]
        rest = [module for module in modules if module not in known]
        return [
            (self.desk.term("modules", module)["label"], one)
            for module in [*known, *rest]
            for one in modules[module]
        ]

    def groups(self, url: str, rows: Sequence[Row]) -> list[Plain]:
        """Cards in their groups; in an index, sources stand under their labels."""
        found: list[Plain] = []
        for title, one in rows:
            card = self.desk.card(url, one)
            if one.ref.kind == "source":
                card["label"] = self.desk.references.label(one)  # type: ignore[arg-type]
            if not found or found[-1]["title"] != title:
                found.append({"title": title, "cards": []})
            found[-1]["cards"].append(card)
        return found

    def nav(self) -> Iterator[tuple[int, NavItem]]:
        for kind, _ in self.kinds():
            if kind.nav:
                url = f"{self.desk.prefix()}{kind.base()}/"
                title = self.desk.say(kind.nav_title or kind.plural)
                yield kind.nav, NavItem(title, url, self.desk.language)


def _sort_key(entry: AnyEntry, view: View) -> str:
    if entry.ref.kind == "source":
        return view.desk.references.label(entry).casefold()  # type: ignore[arg-type]
    return entry.data.title.casefold()
