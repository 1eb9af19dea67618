"""One page for each kind, with all its entries."""

from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds import all_kinds
from lsbuild.kinds._base import Content
from lsbuild.library.library import AnyEntry
from lsbuild.views._view import View
from lsbuild.views.page import NavItem, Page, Plain

_NAV = {"case-study": 10, "role-guide": 20, "lesson": 30, "learning-site": 40, "term": 50}


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
                section=url,
            )

    def data(self, kind: type[Content], url: str, entries: tuple[AnyEntry, ...]) -> Plain:
        return {
            "kind": kind.kind,
            "about": self.desk.say(kind.about),
            "count": len(entries),
            "groups": self.groups(kind, url, entries),
        }

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
        vocabulary = self.portal.vocabularies
        order = [term.id for term in vocabulary["modules"]] if "modules" in vocabulary else []
        known = [module for module in order if module in modules]
        rest = [module for module in modules if module not in known]
        return [
            {"title": self.desk.term("modules", module)["label"], "cards": modules[module]}
            for module in [*known, *rest]
        ]

    def nav(self) -> Iterator[tuple[int, NavItem]]:
        for kind, _ in self.kinds():
            if kind.kind in _NAV:
                title = "Words and sources" if kind.kind == "term" else kind.plural
                url = f"{self.desk.prefix()}{kind.base()}/"
                yield _NAV[kind.kind], NavItem(self.desk.say(title), url)


def _sort_key(entry: AnyEntry, view: View) -> str:
    if entry.ref.kind == "source":
        return view.desk.references.label(entry).casefold()  # type: ignore[arg-type]
    return entry.data.title.casefold()
