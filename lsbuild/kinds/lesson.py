"""Something one person can learn in one sitting."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from lsbuild.kinds._base import Content, Section
from lsbuild.kinds._fields import Line, Minutes, RefTo, Slug, TermIn, Text
from lsbuild.kinds._keeping import Media
from lsbuild.kinds._parts import Citations, Part, Pointer
from lsbuild.kinds._scales import Labelled


class Objective(Part):
    """What the reader can do afterwards."""

    says: Line
    """Begins with a verb: `explain`, `compare`, `plan`."""
    by: Labelled = Labelled.OURS
    """Whether the objective is the course's, reworded, or ours."""


class CaseUse(Part):
    """A case, site or comparison in the lesson."""

    entry: Annotated[str, RefTo()]
    """The entry, written `kind/slug`."""
    revisited: bool = False
    """Whether an earlier lesson introduced it."""


class Option(Part):
    """One way to go."""

    says: Text
    """What one could do."""
    taken: bool = False
    """Whether this is the path that was taken."""
    followed: Text = ""
    """What followed, for the path that was taken; sourced."""
    weigh: Text = ""
    """What to weigh, for the other paths; never an invented outcome."""
    sources: Citations = ()
    """Where the path that was taken is told."""


class Decision(Part):
    """A point in a case where people had to choose."""

    situation: Text
    """Where things stand."""
    ask: Line
    """The question to the reader."""
    before: str = ""
    """The `##` heading of the body below which the telling begins, as links write it:
    `what-they-did`. The question stands above it; without it, above the whole body."""
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=4)]
    """The ways to go; exactly one was taken."""


class Answer(Part):
    """One possible answer."""

    says: Line
    """The answer."""
    right: bool = False
    """Whether it is right."""
    why: Text
    """Why it is, or is not."""


class Check(Part):
    """A question to check oneself."""

    ask: Text
    """The question."""
    answers: Annotated[tuple[Answer, ...], Field(min_length=2, max_length=5)]
    """Possible answers, each explained."""


class Lesson(Content):
    """Something one person can learn in one sitting."""

    kind = "lesson"
    folder = "lessons"
    label = "Lesson"
    plural = "Lessons"
    about = "Short lessons in a sensible order, each with a worked case and a decision to make."
    order = 30
    nav = 30
    template = "lesson.html"
    body_top = 2
    facets = ("themes", "groups", "module")
    sections = (
        Section("objectives", "After this lesson you can", ("objectives",)),
        Section("decision", "What would you do?", ("decision",)),
        Section("body", "", ("body",)),
        Section("self-check", "Check yourself", ("self_check",)),
        Section("reflect", "Think it through for your work", ("reflect", "try_this")),
        Section("media", "To watch or hear", ("media",)),
        Section("where-from", "Where this comes from", ("references", "pointers")),
    )

    module: Annotated[Slug, TermIn("modules")]
    """The module, from `_vocabularies/modules.yml`."""
    place: Annotated[int, Field(ge=1, le=99)]
    """Its place in the module."""
    course_unit: Line = ""
    """The unit of the course it follows, such as `5.2`."""
    minutes: Minutes
    """Honest time for a first reading, exercises included."""
    groups: tuple[Annotated[Slug, TermIn("groups")], ...] = ()
    """Groups it speaks to most; empty means all."""
    objectives: Annotated[tuple[Objective, ...], Field(min_length=1, max_length=5)]
    """What the reader can do afterwards."""
    needs: tuple[Annotated[Slug, RefTo("lesson")], ...] = ()
    """Lessons to finish before this one."""
    cases: tuple[CaseUse, ...] = ()
    """Cases, sites and comparisons it works with."""
    actions: tuple[Annotated[str, RefTo("role-guide", "actions")], ...] = ()
    """Role actions it teaches, written `role-guide-slug#action-id`."""
    terms: tuple[Annotated[Slug, RefTo("term")], ...] = ()
    """Glossary terms it introduces."""
    decision: Decision | None = None
    """A point where people had to choose."""
    self_check: tuple[Check, ...] = ()
    """Questions to check oneself."""
    reflect: tuple[Text, ...] = ()
    """Questions about the reader's own work."""
    try_this: Text = ""
    """One thing to try before the next lesson."""
    media: tuple[Media, ...] = ()
    """Films and recordings that go with it."""
    pointers: tuple[Pointer, ...] = ()
    """Where to read what we could not; never evidence."""

    sample = """---
title: What is a learning health system?
summary: A first look at how a health system can learn from what it does every day.
status: published
module: foundations
place: 1
minutes: 15
objectives:
  - says: explain in your own words what a learning health system is
reflect:
  - What did your team last change after seeing a result?
---

## What happened yesterday

Learning begins with looking at what was done.
"""
