"""Learning paths: one for each stakeholder group, and one for people on the course."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from functools import cached_property

from lsbuild.kinds.lesson import Lesson
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.views._desk import Desk, href
from lsbuild.views._several import addresses, several
from lsbuild.views._view import View
from lsbuild.views._words import words_of
from lsbuild.views.find import FindPages
from lsbuild.views.page import Page, Plain, Planned

COURSE_UNIT = "5.2"
COURSE_UNITS = ("4.", COURSE_UNIT)
"""Module 4 has the three topics that unit 5.2 builds on."""
FRAME = 5_300
"""What the frame of a page weighs over the wire, in bytes; measured, and watched by a test."""

LESSONS = 36
CASES = 12


def course_title(desk: Desk) -> str:
    """What the path for people on the course is called wherever it is named."""
    return desk.say("On the course: unit {unit}").format(unit=COURSE_UNIT)


def _units(lessons: list[AnyEntry]) -> Iterator[str]:
    units = (one.data.course_unit for one in lessons if isinstance(one.data, Lesson))
    yield from dict.fromkeys(units)


class PathPages(View):
    """The guide, the lessons in learning order, and the cases of one group."""

    order = 40

    def planned(self) -> Iterator[Planned]:
        if self.desk.prefix() or not self.portal.lessons:
            return
        for term in self.portal.vocabularies.terms("groups"):
            lessons = [one for one in self.portal.lessons if self.speaks_to(one, term.id)]
            label = term.label_in(self.desk.language)
            title = self.desk.say("A path for") + self.desk.say(": ") + label
            yield from self.path(term.id, title, lessons, term.id)
        lessons = [one for one in self.portal.lessons if self.follows(one)]
        if lessons:
            yield from self.path("course", course_title(self.desk), lessons)

    @staticmethod
    def speaks_to(entry: AnyEntry, group: str) -> bool:
        """A lesson for one group is in that path; a lesson for all is in every path."""
        return isinstance(entry.data, Lesson) and (
            not entry.data.groups or group in entry.data.groups
        )

    @staticmethod
    def follows(entry: AnyEntry) -> bool:
        return isinstance(entry.data, Lesson) and entry.data.course_unit.startswith(COURSE_UNITS)

    def path(
        self, id_: str, title: str, lessons: list[AnyEntry], group: str = ""
    ) -> Iterator[Planned]:
        """The pages of one path; what its lessons weigh is asked only for those looked at."""
        first = f"paths/{id_}/"
        guides, cases = self.company(group)
        entries = (*guides, *lessons, *cases[:CASES])
        brings = [*addresses(len(lessons), LESSONS, first)[1:], *(one.url for one in entries)]

        def outline(url: str) -> Page:
            return Page(
                url=url,
                title=title,
                template="path.html",
                language=self.desk.language,
                description=self.desk.say("Lessons in their order, each short enough for a break."),
                section="lessons/",
                brings=tuple(brings) if url == first else (),
            )

        def data(url: str, rows: Sequence[AnyEntry]) -> Plain:
            return {
                "lessons": [self.card(url, one) for one in rows],
                "count": len(lessons),
                "minutes": sum(getattr(one.data, "minutes", 0) for one in lessons),
                "kilobytes": sum(self.weights[one.ref] for one in lessons),
                "units": "" if group else ", ".join(_units(lessons)),
                "before": [
                    self.desk.link(url, one.ref)
                    for one in (self.needed(lessons) if url == first else ())
                ],
                **(self.people(url, group) if group and url == first else {}),
                "ways": self.ways(url, group),
            }

        return several(lessons, LESSONS, outline, data, first, self.desk)

    def needed(self, lessons: list[AnyEntry]) -> list[AnyEntry]:
        """What lessons ask for that is not among them, in learning order."""
        own = {one.ref for one in lessons}
        wanted = {slug for one in lessons for slug in getattr(one.data, "needs", ())}
        found: list[AnyEntry] = []
        # What a lesson needs comes before it, so one walk back finds all.
        for one in reversed(self.portal.lessons):
            if one.ref.slug in wanted and one.ref not in own:
                found.insert(0, one)
                wanted.update(getattr(one.data, "needs", ()))
        return found

    def card(self, url: str, lesson: AnyEntry) -> Plain:
        card = self.desk.card(url, lesson)
        weight = self.desk.say("{n} KB").format(n=self.weights[lesson.ref])
        return {**card, "facts": [*card["facts"], weight]}

    def people(self, url: str, group: str) -> Plain:
        """The group's own guide, and cases it took part in, with the way to all of them."""
        guides, cases = self.company(group)
        people: Plain = {
            "guides": [self.desk.card(url, one) for one in guides],
            "cases": [self.desk.card(url, one) for one in cases[:CASES]],
        }
        if len(cases) > CASES:
            words = self.desk.say("All {n} cases").format(n=len(cases))
            where = href(url, f"{FindPages.url}?kind=case-study&groups={group}")
            people["all_cases"] = {"title": words, "href": where}
        return people

    def ways(self, url: str, group: str) -> list[Plain]:
        """The cases to think through, and the paths of others."""
        query = f"?kind=case-study{f'&groups={group}' if group else ''}"
        cases = {
            "title": self.desk.say("Narrow by place, problem and people"),
            "href": href(url, f"{FindPages.url}{query}"),
        }
        others = [
            {"title": term.label_in(self.desk.language), "href": href(url, f"paths/{term.id}/")}
            for term in self.portal.vocabularies.terms("groups")
            if term.id != group
        ]
        return [
            {"title": self.desk.say("Cases"), "links": [cases]},
            {"title": self.desk.say("Paths for each role"), "links": others},
        ]

    def company(self, group: str) -> tuple[list[AnyEntry], list[AnyEntry]]:
        """The guides of a group, and the cases it took part in."""
        guides = self.portal.library.public("role-guide", self.desk.language)
        cases = self.portal.library.public("case-study", self.desk.language)
        return (
            [one for one in guides if group and getattr(one.data, "group", "") == group],
            [one for one in cases if group in getattr(one.data, "groups", ())],
        )

    @cached_property
    def weights(self) -> dict[Ref, int]:
        """What each lesson weighs, since it stands in several paths."""
        return {one.ref: self.kilobytes(one) for one in self.portal.lessons}

    def kilobytes(self, entry: AnyEntry) -> int:
        """About what a page weighs over the wire, known before it is rendered."""
        words = words_of(entry, self.desk)
        html = (part for part in entry.outline.parts if isinstance(part, str))
        text = "".join(html) + "\n".join(words.blocks)
        return round((len(zlib.compress(text.encode())) + FRAME) / 1024)
