"""Two or more entries side by side."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from lsbuild.kinds._base import Content, Section
from lsbuild.kinds._fields import Line, RefTo, Text
from lsbuild.kinds._parts import Citations, Claim, Part


class Cell(Part):
    """What one entry says in one row."""

    entry: Annotated[str, RefTo()]
    """The entry, written `kind/slug`."""
    says: Text
    """What stands there, short."""
    sources: Citations = ()
    """Where this is written."""


class Row(Part):
    """One thing that is compared."""

    title: Line
    """What is compared."""
    cells: Annotated[tuple[Cell, ...], Field(min_length=2)]
    """One cell for each entry."""
    differs: bool = True
    """Whether the entries differ here."""


class Comparison(Content):
    """A few cases or sites side by side, with what that teaches and where it ends."""

    kind = "comparison"
    folder = "comparisons"
    label = "Comparison"
    plural = "Comparisons"
    about = "Cases and sites side by side, with what that teaches and where it ends."
    order = 30
    template = "comparison.html"
    sections = (
        Section("body", "", ("body",)),
        Section("side-by-side", "Side by side", ("rows",)),
        Section("teaches", "What it teaches", ("teaches",)),
        Section("limits", "Where the comparison ends", ("limits",)),
        Section("where-from", "Where this comes from", ("references", "pointers")),
    )

    entries: Annotated[tuple[Annotated[str, RefTo()], ...], Field(min_length=2, max_length=4)]
    """The entries, written `kind/slug`."""
    rows: Annotated[tuple[Row, ...], Field(min_length=1)]
    """What is compared, in the fixed order of a case."""
    teaches: Annotated[tuple[Claim, ...], Field(min_length=1)]
    """What the comparison teaches."""
    limits: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What it cannot show."""

    sample = """---
title: One method, two places
summary: Two districts used the same kind of meeting and came to different results.
status: published
entries: [case-study/sample, learning-site/sample]
rows:
  - title: Who called the meeting
    cells:
      - entry: case-study/sample
        says: The district.
      - entry: learning-site/sample
        says: Researchers and managers together.
teaches:
  - says: Who calls a meeting shapes what is said in it.
    who_says: ours
limits:
  - Two places are few.
---
"""
