"""What was tried somewhere, and what came of it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from lsbuild.kinds._base import Content, Section
from lsbuild.kinds._fields import Ask, Line, Period, RefTo, Slug, TermIn, Text
from lsbuild.kinds._learning import Learning, Transfer
from lsbuild.kinds._parts import Claim, Factor, Measure, Outcome, Pointer
from lsbuild.kinds._scales import Depth
from lsbuild.kinds._setting import Area, Context, OtherName, Partner


class CaseStudy(Content):
    """Something people in a health system tried, with what changed and who says so.

    The body tells what was tried, step by step; everything that can be compared between
    cases stands in fields.
    """

    kind = "case-study"
    folder = "case-studies"
    label = "Case"
    plural = "Cases"
    about = "What people in health systems tried, what changed, and how sure anyone can be."
    order = 10
    nav = 10
    template = "case_study.html"
    body_top = 3
    suggest = "Suggest a case"
    story = "The story, step by step"
    facets = (
        "themes",
        "countries",
        "levels",
        "groups",
        "constraints",
        "governance",
        "learning_levels",
        "loops",
        "means",
        "results",
        "who_says",
        "how_measured",
        "period",
        "depth",
    )
    sections = (
        Section("problem", "The problem", ("problem", "background")),
        Section("who-and-where", "Who and where", ("names", "partners", "funders", "context")),
        Section("what-was-tried", "What was tried", ("tried", "body")),
        Section(
            "what-changed",
            "What changed, and who says so",
            ("outcomes", "measures", "changed", "disagreements"),
        ),
        Section("helped-and-hindered", "What helped, what hindered", ("enablers", "barriers")),
        Section("gained-and-paid", "Who gained and who paid", ("gained", "paid", "harms")),
        Section(
            "carry-over", "What might carry over, and what would have to be true", ("transfer",)
        ),
        Section("unknowns", "What we do not know", ("unknowns",)),
        Section("where-from", "Where this comes from", ("references", "pointers")),
    )

    depth: Depth
    """How much we could read: a case to learn from, a short note, or only a pointer."""
    before_you_read: Claim | None = None
    """What a reader must know before anything else, such as a text that this page is not about."""
    problem: Annotated[Text, Ask("The problem", must=True)]
    """The problem people had, in two or three sentences, before any solution."""
    tried: Annotated[Text, Ask("What was tried", must=True)]
    """What they tried, in one or two sentences."""
    changed: Annotated[Text, Ask("What changed")]
    """What changed, in one or two sentences no stronger than the outcomes."""
    background: tuple[Claim, ...] = ()
    """Sourced sentences that say more about the problem."""
    context: Context = Context()
    """The setting, so that readers can compare it with theirs."""
    areas: Annotated[
        tuple[Area, ...],
        Field(min_length=1),
        Ask(
            "Where it happened", "The country; nothing that lets anyone find a person or a clinic."
        ),
    ]
    """Where it happened, no finer than is safe."""
    period: Annotated[
        Period, Ask("When it happened", "A year, or from when to when: 2016, or 2016 to 2018.")
    ]
    """When: `2016-01/2017-09`, `2013/..`, `2010~`; `unknown` where no source tells."""
    levels: Annotated[
        tuple[Annotated[Slug, TermIn("system-levels")], ...],
        Field(min_length=1),
        Ask("Levels of the health system", "Those at work in the story."),
    ]
    """Health-system levels at work, from `_vocabularies/system-levels.yml`."""
    groups: Annotated[
        tuple[Annotated[Slug, TermIn("groups")], ...],
        Field(min_length=1),
        Ask("Who took part", "Groups, never the names of people."),
    ]
    """Stakeholder groups that took part."""
    actions: tuple[Annotated[str, RefTo("role-guide", "actions")], ...] = ()
    """Role actions it shows, written `role-guide-slug#action-id`."""
    learning: Learning = Learning()
    """Learning levels, loops and means, each marked as ours or the source's."""
    partners: Annotated[tuple[Partner, ...], Ask("Organisations")] = ()
    """Organisations that took part."""
    funders: tuple[Partner, ...] = ()
    """Who paid for it."""
    measures: tuple[Measure, ...] = ()
    """Figures, each with unit, denominator and source."""
    outcomes: Annotated[
        tuple[Outcome, ...],
        Ask("Each change, and how anyone knows", "One line each; also what did not work."),
    ] = ()
    """What changed, claim by claim, with who says so."""
    gained: Annotated[tuple[Claim, ...], Ask("Who gained", "One line each.")] = ()
    """Who gained."""
    paid: Annotated[tuple[Claim, ...], Ask("Who paid")] = ()
    """Who paid, in money, time or risk."""
    harms: tuple[Claim, ...] = ()
    """Harm that was done or risked."""
    enablers: Annotated[tuple[Factor, ...], Ask("What helped", "One line each.")] = ()
    """What helped."""
    barriers: Annotated[tuple[Factor, ...], Ask("What hindered", "One line each.")] = ()
    """What hindered."""
    transfer: Transfer = Transfer()
    """What might carry over, and what would have to be true."""
    unknowns: Annotated[
        tuple[Text, ...], Ask("What is not known", "One line each: honest gaps.")
    ] = ()
    """What nobody told us or we could not read: honest gaps."""
    disagreements: tuple[Claim, ...] = ()
    """Where sources disagree; both sides are shown."""
    pointers: Annotated[
        tuple[Pointer, ...],
        Ask("Where to read about it", "Papers, reports and web pages that anyone can find."),
    ] = ()
    """Where to read what we could not; never evidence."""
    lessons: tuple[Annotated[Slug, RefTo("lesson")], ...] = ()
    """Lessons that use this case."""
    site: Annotated[Slug, RefTo("learning-site")] = ""
    """The learning site it belongs to, if it does."""
    names: tuple[OtherName, ...] = ()
    """Other names of the programme."""
    question: Line = ""
    """The reader's question this case answers, in their words."""

    sample = """---
title: Review meetings in one district
summary: A district team met every month to look at its own figures and agreed one change each time.
status: published
depth: short-note
problem: Figures went to the capital and nothing came back to the people who had counted.
tried: The team met once a month over its own figures and agreed on one change.
changed: Managers say that meetings became shorter; nobody measured more.
areas:
  - country: BJ
    precision: country
period: 2016/2017
levels: [district]
groups: [programmes-facilities-and-teams]
outcomes:
  - says: Managers said that the meetings became shorter.
    direction: better
    how_measured: accounts
    who_says: ours
---

The team wrote every decision on one sheet.
"""
