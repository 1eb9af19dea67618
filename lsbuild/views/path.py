"""A learning path for each stakeholder group."""

from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds.lesson import Lesson
from lsbuild.library.library import AnyEntry
from lsbuild.views._view import View
from lsbuild.views.page import Page, Plain


class PathPages(View):
    """The guide, the lessons in learning order, and the cases of one group."""

    order = 40

    def pages(self) -> Iterator[Page]:
        if self.desk.prefix() or not self.portal.lessons:
            return
        for term in self.portal.vocabularies.terms("groups"):
            lessons = [one for one in self.portal.lessons if self.speaks_to(one, term.id)]
            url = f"paths/{term.id}/"
            yield Page(
                url=url,
                title=f"{self.desk.say('A path for')}: {term.label_in(self.desk.language)}",
                template="path.html",
                language=self.desk.language,
                description=f"{self.desk.say('Lessons in a sensible order for')} {term.label}.",
                section="lessons/",
                data=self.data(url, term.id, lessons),
            )

    @staticmethod
    def speaks_to(entry: AnyEntry, group: str) -> bool:
        """A lesson for one group is in that path; a lesson for all is in every path."""
        return isinstance(entry.data, Lesson) and (
            not entry.data.groups or group in entry.data.groups
        )

    def data(self, url: str, group: str, lessons: list[AnyEntry]) -> Plain:
        library = self.portal.library
        guides = [one for one in library.public("role-guide") if one.data.group == group]  # type: ignore[attr-defined]
        cases = [
            one
            for one in library.public("case-study", self.desk.language)
            if group in one.data.groups  # type: ignore[attr-defined]
        ]
        return {
            "guides": [self.desk.card(url, one) for one in guides],
            "lessons": [self.desk.card(url, one) for one in lessons],
            "cases": [self.desk.card(url, one) for one in cases],
            "minutes": sum(one.data.minutes for one in lessons),  # type: ignore[attr-defined]
        }
