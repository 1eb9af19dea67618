"""One page that finds: facets, and three ways to look at what is left."""

from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds import all_kinds
from lsbuild.views._desk import href
from lsbuild.views._gather import Gatherings
from lsbuild.views._view import View
from lsbuild.views.page import Page, Plain, Words


class FindPages(View):
    """`/find/`: its script narrows `data/find.json`; without one it leads to the lists."""

    order = 25
    url = "find/"

    def pages(self) -> Iterator[Page]:
        if self.desk.prefix() or not self.portal.library.public():
            return
        title = self.desk.say("Find what fits")
        about = self.desk.say(
            "Narrow everything here by place, problem and people, or say what your own setting "
            "is like."
        )
        yield Page(
            url=self.url,
            title=title,
            template="find.html",
            data={"ways": [*self.lists(), *Gatherings(self.desk).links(self.url)]},
            language=self.desk.language,
            description=about,
            section="case-studies/",
            words=Words(title, (about,)),
        )

    def lists(self) -> list[Plain]:
        """The lists by kind, for readers without a script."""
        counts = [
            (kind, len(self.portal.library.public(kind.kind, self.desk.language)))
            for kind in all_kinds()
            if kind.listed
        ]
        links = [
            {
                "title": f"{self.desk.say(kind.plural)} ({number})",
                "href": href(self.url, f"{kind.base()}/"),
            }
            for kind, number in counts
            if number
        ]
        return [{"title": self.desk.say("By kind"), "links": links}]
