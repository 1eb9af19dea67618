"""A word and what it means."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from lsbuild.kinds._base import Content, Section
from lsbuild.kinds._fields import Line, RefTo, Slug, Text
from lsbuild.kinds._parts import Citations, Part
from lsbuild.kinds._setting import OtherName


class Definition(Part):
    """One meaning of a term; a term may have several, from several traditions."""

    says: Text
    """The meaning in our own words."""
    tradition: Line = ""
    """Whose meaning it is, where there are several."""
    ours_in_part: bool = False
    """Whether a part of the wording is our own reading and not the source's."""
    sources: Citations = ()
    """Where the meaning is grounded."""


class GlossaryTerm(Content):
    """A term, with one or more sourced definitions."""

    kind = "term"
    folder = "glossary"
    label = "Term"
    plural = "Glossary"
    counted = "Words"
    about = "The words of the field in plain English, each with its source."
    order = 60
    nav = 50
    nav_title = "Words and sources"
    template = "term.html"
    sections = (
        Section("definitions", "What it means", ("definitions",)),
        Section("body", "", ("body",)),
        Section("where-from", "Where this comes from", ("references", "pointers")),
    )

    definitions: Annotated[tuple[Definition, ...], Field(min_length=1)]
    """What it means, with sources."""
    names: tuple[OtherName, ...] = ()
    """Other names, spellings and translations, only where certain."""
    everyday: bool = False
    """Whether people also use the word in its everyday sense; then no page must link it."""
    see: tuple[Annotated[Slug, RefTo("term")], ...] = ()
    """Terms to see also."""

    sample = """---
title: Learning loop
summary: A cycle in which people set aims, see the results and respond.
status: published
definitions:
  - says: A cycle in which people set aims, see the results and respond.
---
"""
