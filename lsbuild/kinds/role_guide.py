"""What one stakeholder group can do."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from lsbuild.kinds._base import Content, Section
from lsbuild.kinds._fields import Line, RefTo, Slug, TermIn, Text
from lsbuild.kinds._parts import Citations, Claim, Part, Pointer
from lsbuild.kinds._scales import DoneBy


class Action(Part):
    """One thing the group can do so that its health system learns."""

    id: Slug
    """A short name that stays the same; cases point to it."""
    title: Line
    """What it is called."""
    what: Text
    """What it is, in one or two sentences."""
    first_step: Text
    """A first step; our suggestion."""
    notice: Text
    """How you notice that it works; our suggestion."""
    done_by: DoneBy | None = None
    """Which body does it, where the group has several."""
    same_as: tuple[Annotated[str, RefTo("role-guide", "actions")], ...] = ()
    """The same action in another group's guide, written `role-guide-slug#action-id`."""
    sources: Citations = ()
    """Where the action is named."""


class RoleGuide(Content):
    """One stakeholder group: where it acts, what it can do, what it gains."""

    kind = "role-guide"
    folder = "roles"
    label = "Role"
    plural = "Roles"
    about = "What each stakeholder group can do so that its health system learns."
    order = 40
    nav = 20
    template = "role_guide.html"
    body_top = 3
    facets = ("themes", "groups")
    sections = (
        Section("where", "Where this group acts", ("where", "formal", "body")),
        Section("actions", "What you can do", ("actions",)),
        Section("value", "What you gain", ("value",)),
        Section("evidence", "What is known", ("evidence",)),
        Section("where-from", "Where this comes from", ("references", "pointers")),
    )

    group: Annotated[Slug, TermIn("groups")]
    """The stakeholder group."""
    where: Text
    """Where the group acts."""
    formal: Claim
    """Whether the group stands inside the formal health system, and who says so."""
    actions: Annotated[tuple[Action, ...], Field(min_length=1)]
    """What it can do."""
    value: tuple[Claim, ...] = ()
    """What learning is worth to the group."""
    evidence: tuple[Claim, ...] = ()
    """What sources say about this group's actions."""
    pointers: tuple[Pointer, ...] = ()
    """Where to read more; never evidence."""

    sample = """---
title: Programmes, facilities and teams
summary: What a programme, a facility or a team can do so that it learns from its own work.
status: published
group: programmes-facilities-and-teams
where: In programmes, facilities and teams.
formal:
  says: Inside the formal health system.
  who_says: reading
actions:
  - id: learning-in-teams
    title: Learning in teams
    what: A team looks at its own work together.
    first_step: Give one meeting a month to one question.
    notice: Someone changes a habit because of the meeting.
---
"""
