"""A text, page or data set that claims rest on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from lsbuild.kinds._base import Content, Section
from lsbuild.kinds._fields import Doi, Isbn, Language, Line, Pmcid, Text, Url, When
from lsbuild.kinds._parts import Part
from lsbuild.kinds._scales import Involvement, Read

CslType = Literal[
    "article-journal",
    "book",
    "chapter",
    "report",
    "webpage",
    "post-weblog",
    "speech",
    "article-newspaper",
    "dataset",
    "broadcast",
    "software",
    "document",
]


class Author(Part):
    """One author, as the source prints the name."""

    family: Line = ""
    """Family name."""
    given: Line = ""
    """Given names or initials."""
    literal: Line = ""
    """The name of a group or organisation."""


class Bibliography(Part):
    """The fields of CSL-JSON that we know; what is not known stays out."""

    type: CslType
    """The kind of text, in CSL's words."""
    author: tuple[Author, ...] = ()
    """Authors in their printed order."""
    editor: tuple[Author, ...] = ()
    """Editors in their printed order."""
    et_al: bool = False
    """Whether more authors exist than we could see."""
    issued: When = ""
    """When it was published."""
    container_title: Line = ""
    """The journal, book or site it appeared in."""
    publisher: Line = ""
    """Who published it."""
    publisher_place: Line = ""
    """Where."""
    volume: Line = ""
    """Volume."""
    issue: Line = ""
    """Issue or supplement."""
    page: Line = ""
    """Pages, or the article number."""
    number: Line = ""
    """Number of a report or brief."""
    doi: Doi = ""
    """DOI."""
    isbn: Isbn = ""
    """ISBN."""
    pmcid: Pmcid = ""
    """PubMed Central id."""


class SourceText(Content):
    """A source, with what we read of it and who wrote it."""

    kind = "source"
    folder = "sources"
    label = "Source"
    plural = "Sources"
    about = "Everything the portal rests on: what we read of it, and who wrote it."
    order = 70
    template = "source.html"
    facets = ("themes", "read", "involvement")
    sections = (
        Section("reference", "Reference"),
        Section("what-we-read", "What we read"),
        Section("body", "", ("body",)),
        Section("cited-by", "What rests on it", ("cited_by",)),
    )

    title: Annotated[Text, StringConstraints(max_length=260)]
    """The title as printed; a description in our words where it has none."""
    cite_as: Line = ""
    """How running text calls it where author and year are unwieldy: `RESYST brief 2016`."""
    csl: Bibliography
    """The bibliographic data."""
    complete: bool = True
    """Whether the reference is complete; if not, say in `missing` what is not known."""
    missing: Text = ""
    """What of the reference could not be verified."""
    read: Read
    """How much of it we read."""
    read_on: When = ""
    """When we read it."""
    read_note: Text = ""
    """What exactly was read: which part, which table."""
    involvement: Involvement
    """Whether its writers took part in what it reports."""
    anonymised: bool = False
    """Whether it hides its place; then it is never cited on a page that names the place."""
    length: Annotated[int, Field(ge=1, le=5_000)] | None = None
    """The last page number, so that locators can be checked."""
    located_by: Line = ""
    """What its locators are: `page`, `section`, `table`; empty where it has none."""
    licence: Line = ""
    """Its licence, as printed on it."""
    url: Url = ""
    """Where readers find it."""
    url_withheld: Text = ""
    """Why there is no link."""
    language: Language = "en"
    """The language it is written in."""

    sample = """---
title: Learning from what we do
summary: A paper about a district that looked at its own figures.
status: published
csl:
  type: article-journal
  author:
    - {family: Example, given: E}
  issued: 2020
  container_title: A Journal
read: abstract
read_on: 2026-11
involvement: took-part
---
"""
