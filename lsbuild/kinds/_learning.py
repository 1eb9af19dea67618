"""What a case teaches: the learning it shows, and what might carry over."""

from __future__ import annotations

from typing import Annotated

from lsbuild.kinds._fields import Slug, TermIn, Text
from lsbuild.kinds._parts import Citations, Claim, Part
from lsbuild.kinds._scales import Labelled


class Labelling(Part):
    """A learning level, loop or means that a case shows, and who says it does."""

    by: Labelled
    """Whether the label is the source's or ours."""
    why: Text = ""
    """Why the label fits, in a sentence."""
    sources: Citations = ()
    """Where the source uses the label, if it does."""


class LevelLabel(Labelling):
    """A learning level a case shows."""

    term: Annotated[Slug, TermIn("learning-levels")]
    """The learning level."""


class LoopLabel(Labelling):
    """A learning loop a case shows."""

    term: Annotated[Slug, TermIn("learning-loops")]
    """The learning loop."""


class MeansLabel(Labelling):
    """A means of learning a case shows."""

    term: Annotated[Slug, TermIn("learning-means")]
    """The means of learning."""


class Learning(Part):
    """Which learning a case shows."""

    levels: tuple[LevelLabel, ...] = ()
    """Individual, team, organisation, across organisations."""
    loops: tuple[LoopLabel, ...] = ()
    """Single, double, triple."""
    means: tuple[MeansLabel, ...] = ()
    """Information, deliberation, action."""


class Condition(Part):
    """Something that would have to be true elsewhere."""

    says: Text
    """The condition in one sentence."""
    ask: Text
    """The same as a question to the reader about their own place."""
    sources: Citations = ()
    """What it rests on; none where it is our suggestion."""


class TakeAway(Part):
    """What one stakeholder group could take from it."""

    group: Annotated[Slug, TermIn("groups")]
    """The stakeholder group."""
    says: Text
    """The suggestion, in a sentence or two."""


class Transfer(Part):
    """What might carry over, and what would have to be true."""

    carries_over: tuple[Claim, ...] = ()
    """What might work elsewhere too."""
    conditions: tuple[Condition, ...] = ()
    """What would have to be true for that."""
    take_aways: tuple[TakeAway, ...] = ()
    """One suggestion for each stakeholder group it speaks to."""
