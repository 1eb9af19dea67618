"""The words and doors of the home page; and the page for addresses that do not exist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lsbuild.kinds import all_kinds
from lsbuild.kinds.page import TextPage
from lsbuild.library.entry import Ref
from lsbuild.views._desk import href
from lsbuild.views._view import View
from lsbuild.views.page import NavItem, Page, Plain
from lsbuild.views.path import COURSE_UNIT, PathPages

_LISTS = {"case-study": "all_cases", "lesson": "all_lessons"}
"""Lists that the home page leads to by a name of their own, where this language has them."""


EXAMPLES = 3
"""How many searches the home page proposes."""


class HomePages(View):
    """The home page where `pages/index.md` is missing or not published yet, and 404."""

    order = 5

    def pages(self) -> Iterator[Page]:
        if self.desk.prefix():
            return
        versions = self.portal.library.versions(Ref("page", "index"))
        # At the address of a withdrawn page stands the note that it was.
        if not any(one.url == "" and one.data.status != "draft" for one in versions):
            yield Page(
                url="",
                title=self.portal.settings.site_name,
                template="home.html",
                language=self.desk.language,
                data=doors(self),
                description=self.portal.settings.site_description,
            )
        yield Page(
            url="404.html",
            title=self.desk.say("There is no page at this address"),
            template="404.html",
            language=self.desk.language,
            data=doors(self),
        )

    def nav(self) -> Iterator[tuple[int, NavItem]]:
        for entry in self.portal.library.public("page", self.desk.language):
            if isinstance(entry.data, TextPage) and entry.data.in_navigation:
                yield 60, NavItem(entry.data.in_navigation, entry.url, entry.language)


def _examples(view: View) -> list[str]:
    """What to search for: the themes that most cases of this language have, in its words."""
    desk, cases = view.desk, view.desk.library.public("case-study", view.desk.language)
    themes = Counter(theme for one in cases for theme in one.data.themes)
    return [desk.term("themes", theme)["label"] for theme, _ in themes.most_common(EXAMPLES)]


def doors(view: View, here: str = "") -> Plain:
    """The ways in: by role, by the course, and how much there is."""
    desk, library = view.desk, view.portal.library
    ranks = [term.id for term in view.portal.vocabularies.terms("groups")]
    guides = sorted(
        library.public("role-guide", desk.language),
        key=lambda one: ranks.index(one.data.group) if one.data.group in ranks else 99,  # type: ignore[attr-defined]
    )
    counts = [
        {
            "kind": kind.kind,
            "label": desk.say((kind.counted or kind.plural) if number != 1 else kind.label),
            "number": number,
            "href": href(here, f"{desk.prefix()}{kind.base()}/"),
        }
        for kind in all_kinds()
        if kind.listed and (number := len(library.public(kind.kind, desk.language)))
    ]
    lists = {_LISTS[one["kind"]]: one["href"] for one in counts if one["kind"] in _LISTS}
    course = any(PathPages.follows(one) for one in library.public("lesson", desk.language))
    return {
        **({"course": href(here, "paths/course/")} if course and not desk.prefix() else {}),
        "on_course": COURSE_UNIT if course else "",
        "examples": _examples(view),
        "empty": not library.public(language=desk.language),
        "guides": [desk.card(here, one) for one in guides],
        "counts": counts,
        **lists,
        "cases": [desk.card(here, one) for one in library.public("case-study", desk.language)],
        "sites": [desk.card(here, one) for one in library.public("learning-site", desk.language)],
    }
