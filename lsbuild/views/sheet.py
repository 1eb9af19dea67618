"""A sheet for a team meeting of twenty minutes: three questions, one thing to try, one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from lsbuild.kinds._scales import Depth
from lsbuild.kinds.case_study import CaseStudy
from lsbuild.kinds.lesson import Decision, Lesson
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.rules.reserved_address import SHEET
from lsbuild.views._desk import href
from lsbuild.views._sure import in_short
from lsbuild.views._view import View
from lsbuild.views.page import Page, Plain, Planned

BELOW = f"{SHEET}/"
"""Where a sheet stands, below the page it belongs to."""
QUESTIONS = 3
PACE = 120
"""Words in a minute, read aloud to people who do not all have English as their first language."""


class SheetPages(View):
    """Beside each case and lesson: what to read out, what to ask, what to try."""

    order = 15

    def planned(self) -> Iterator[Planned]:
        for kind in ("case-study", "lesson"):
            for entry in self.portal.library.public(kind, self.desk.language):
                if has_sheet(entry):
                    outline = self.outline(entry)
                    yield outline, partial(self.sheet, outline, entry)

    def outline(self, entry: AnyEntry) -> Page:
        return Page(
            url=sheet_url(entry),
            title=f"{self.desk.say('For the team meeting')}{self.desk.say(': ')}{entry.data.title}",
            template="sheet.html",
            language=entry.language,
            section=f"{self.desk.prefix()}{entry.data.base()}/",
        )

    def sheet(self, outline: Page, entry: AnyEntry) -> Page:
        url = outline.url
        story = self.story(entry)
        read_out = self.read_out(entry, story)
        sure = self.sure(story) if story else []
        site = self.portal.settings.site_url.rstrip("/")
        data = {
            "of": {"title": entry.data.title, "href": href(url, entry.url)},
            "read_out": read_out,
            "sure": sure,
            "minutes": self.minutes([*read_out, *sure]),
            "questions": self.questions(entry)[:QUESTIONS],
            **self.taken(entry),
            "try_this": self.try_this(entry),
            "address": f"{site}/{entry.url}" if site else "",
        }
        return replace(outline, data={**data, "text": self.as_text(data, entry)})

    def story(self, entry: AnyEntry) -> CaseStudy | None:
        """The case that is read out: of a lesson without a decision, its first one."""
        if isinstance(entry.data, CaseStudy):
            return entry.data
        if not isinstance(entry.data, Lesson) or entry.data.decision:
            return None
        found = (self.desk.find(Ref.parse(one.entry)) for one in entry.data.cases)
        return next((one.data for one in found if one and isinstance(one.data, CaseStudy)), None)

    def read_out(self, entry: AnyEntry, story: CaseStudy | None) -> list[str]:
        """What to read out before the questions: enough to talk for those who read nothing."""
        told = [story.problem, story.tried, story.changed] if story else []
        if isinstance(entry.data, CaseStudy):
            return told
        decision = _decision(entry)
        return [entry.data.summary, *([decision.situation] if decision else []), *told]

    def sure(self, story: CaseStudy) -> list[str]:
        """The sentences that cards have, so that an account is not read out as a fact."""
        said = [str(one["label"]) for one in in_short(story.outcomes, self.desk.say)]
        return said or [self.desk.say("No result is told here.")]

    def minutes(self, read_out: Sequence[str]) -> str:
        """How long it takes to read aloud, rounded up."""
        number = -(-sum(len(one.split()) for one in read_out) // PACE)
        say = self.desk.say
        return say("one minute") if number == 1 else f"{number} {say('minutes')}"

    def taken(self, entry: AnyEntry) -> Plain:
        """What the people in the story did, and who tells it; for after the talk."""
        decision = _decision(entry)
        for one in decision.options if decision else ():
            if one.taken:
                cited = (self.desk.cite("", source)["label"] for source in one.sources)
                told = f"{one.says} {one.followed}".strip()
                return {"taken": {"says": told, "sources": "; ".join(dict.fromkeys(cited))}}
        return {}

    def questions(self, entry: AnyEntry) -> list[Plain]:
        """The entry's own questions first; ours where it has fewer than three."""
        decision = _decision(entry)
        own = (
            [one.ask for one in entry.data.transfer.conditions]
            if isinstance(entry.data, CaseStudy)
            else list(getattr(entry.data, "reflect", ()))
        )
        ways = [one.says for one in decision.options] if decision else []
        first = [{"ask": decision.ask, "ways": ways}] if decision else []
        ours = [
            self.desk.say("What in this is like our own place, and what is not?"),
            self.desk.say("Who is not in this room and should be asked?"),
            self.desk.say("What would we have to stop doing to try this?"),
        ]
        return [*first, *({"ask": one} for one in [*own, *ours])]

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
        asked = [
            line
            for number, one in enumerate(data["questions"], start=1)
            for line in (f"{number}. {one['ask']}", *(f"- {way}" for way in one.get("ways", ())))
        ]
        sure = [f"{say('How sure')}{say(': ')}{' · '.join(data['sure'])}"] if data["sure"] else []
        lines = [
            entry.data.title,
            "",
            *data["read_out"],
            *sure,
            "",
            say("Talk about it, five minutes each"),
            *asked,
            "",
            *_told(data, say("After you have talked: this is what they did") + say(": ")),
            f"{say('One thing to try')}{say(': ')}{data['try_this']}",
        ]
        return "\n".join([*lines, *([data["address"]] if data["address"] else [])])


def _decision(entry: AnyEntry) -> Decision | None:
    return entry.data.decision if isinstance(entry.data, Lesson) else None


def _told(data: Plain, title: str) -> list[str]:
    taken = data.get("taken")
    return [f"{title}{taken['says']} ({taken['sources']})", ""] if taken else []


def has_sheet(entry: AnyEntry) -> bool:
    """Whether there is enough to talk about: a pointer only says where to read on."""
    if isinstance(entry.data, CaseStudy):
        return entry.data.depth is not Depth.POINTER
    return isinstance(entry.data, Lesson)


def sheet_url(entry: AnyEntry) -> str:
    """The address of an entry's sheet, below the entry's own."""
    return f"{entry.url}{BELOW}"
