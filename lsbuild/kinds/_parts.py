"""The parts evidence is made of: citations, claims, figures, pointers."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from lsbuild.kinds._fields import Line, RefTo, Slug, TermIn, Text
from lsbuild.kinds._scales import Direction, HowMeasured, MeasureType, WhoSays


class Part(BaseModel):
    """A group of fields within an entry. Unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Citation(Part):
    """One source, and where in it."""

    source: Annotated[Slug, RefTo("source")]
    """The source, written as its file name in `content/sources/` without `.md`."""
    locator: Line = ""
    """Where in it: `p. 104`, `abstract`, `Table 2`, `§ How did learning sites emerge?`."""


Citations = tuple[Citation, ...]


class Claim(Part):
    """A sentence that can be true or false, with who says so."""

    says: Text
    """The claim in one or two sentences of our own."""
    who_says: WhoSays
    """Who says so; a source other than the project's own brief is not thereby independent."""
    sources: Citations = ()
    """Where it is written, or what our reading rests on; only what is ours may have none."""
    id: Slug = ""
    """A name for this claim that stays the same, so that it can be linked and corrected."""


class Outcome(Claim):
    """What changed, in which direction, and how anyone knows."""

    direction: Direction
    """Which way it went; mixed and disappointing results belong here too."""
    how_measured: HowMeasured
    """What stands behind the claim."""


class Measure(Part):
    """A figure with everything needed to read it rightly."""

    says: Line
    """What was counted, in words."""
    type: MeasureType
    """Reach, delivery, experience or effect: taking part is not an effect."""
    value: Line
    """The figure as the source gives it, or a range such as `79–94`."""
    unit: Line
    """What the figure counts: `%`, `facilities`, `incidence rate ratio`."""
    denominator: Line = ""
    """Out of what: `of district teams, per cycle`."""
    comparator: Line = ""
    """Compared with what: `planned: 6 months`, `matched facilities`."""
    design: HowMeasured = HowMeasured.UNCOMPARED
    """How it was measured."""
    who_says: WhoSays
    """Who published the figure."""
    sources: Annotated[Citations, Field(min_length=1)]
    """Where the figure is printed."""


class Factor(Claim):
    """Something that helped or hindered."""

    reason: Annotated[Slug, TermIn("reasons")] = ""
    """The kind of reason, from `_vocabularies/reasons.yml`."""


class Pointer(Part):
    """Where to read what we could not read. Never evidence."""

    source: Annotated[Slug, RefTo("source")]
    """The source, written as its id."""
    locator: Line = ""
    """Where in it."""
    why: Text
    """What is to be found there, and why we say so."""
