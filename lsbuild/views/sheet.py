"""A sheet for a team meeting of twenty minutes: three questions, one thing to try, one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from lsbuild.kinds.case_study import CaseStudy
from lsbuild.kinds.lesson import Lesson
from lsbuild.library.library import AnyEntry
from lsbuild.views._desk import href
from lsbuild.views._view import View
from lsbuild.views.page import Page, Plain, Planned

QUESTIONS = 3


class SheetPages(View):
    """Beside each case and lesson: what to read out, what to ask, what to try."""

    order = 15

    def planned(self) -> Iterator[Planned]:
        for kind in ("case-study", "lesson"):
            for entry in self.portal.library.public(kind, self.desk.language):
                outline = self.outline(entry)
                yield outline, partial(self.sheet, outline, entry)

    def outline(self, entry: AnyEntry) -> Page:
        return Page(
            url=sheet_url(entry),
            title=f"{self.desk.say('For the team meeting')}: {entry.data.title}",
            template="sheet.html",
            language=entry.language,
            section=f"{self.desk.prefix()}{entry.data.base()}/",
        )

    def sheet(self, outline: Page, entry: AnyEntry) -> Page:
        url = outline.url
        data = {
            "of": {"title": entry.data.title, "href": href(url, entry.url)},
            "read_out": self.read_out(entry),
            "questions": self.questions(entry)[:QUESTIONS],
            "try_this": self.try_this(entry),
        }
        return replace(outline, data={**data, "text": self.as_text(data, entry)})

    def read_out(self, entry: AnyEntry) -> list[str]:
        """What to read out before the questions: a minute, no more."""
        if isinstance(entry.data, CaseStudy):
            return [entry.data.problem, entry.data.tried, entry.data.changed]
        return [entry.data.summary]

    def questions(self, entry: AnyEntry) -> list[str]:
        """The entry's own questions first; ours where it has fewer than three."""
        own = (
            [one.ask for one in entry.data.transfer.conditions]
            if isinstance(entry.data, CaseStudy)
            else list(getattr(entry.data, "reflect", ()))
        )
        ours = [
            self.desk.say("What in this is like our own place, and what is not?"),
            self.desk.say("Who is not in this room and should be asked?"),
            self.desk.say("What would we have to stop doing to try this?"),
        ]
        return [*own, *ours]

    def try_this(self, entry: AnyEntry) -> str:
        """The entry's own suggestion, or ours where it has none."""
        if isinstance(entry.data, Lesson) and entry.data.try_this:
            return entry.data.try_this
        if isinstance(entry.data, CaseStudy) and entry.data.transfer.take_aways:
            return entry.data.transfer.take_aways[0].says
        return self.desk.say("Agree on one small change, who makes it, and when you will look.")

    def as_text(self, data: Plain, entry: AnyEntry) -> str:
        """The sheet as plain text, for a messaging app."""
        say = self.desk.say
        site = self.portal.settings.site_url.rstrip("/")
        numbered = [f"{number}. {one}" for number, one in enumerate(data["questions"], start=1)]
        lines = [
            entry.data.title,
            "",
            *data["read_out"],
            "",
            say("Talk about it, five minutes each"),
            *numbered,
            "",
            f"{say('One thing to try')}: {data['try_this']}",
        ]
        return "\n".join([*lines, *([f"{site}/{entry.url}"] if site else [])])


def sheet_url(entry: AnyEntry) -> str:
    """The address of an entry's sheet, below the entry's own."""
    return f"{entry.url}team-sheet/"
