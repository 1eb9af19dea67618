"""What every kind of content has."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from lsbuild.kinds._fields import Ask, Line, Slug, TermIn, Text
from lsbuild.kinds._keeping import (
    Allow,
    Consent,
    Correction,
    Credit,
    Related,
    Reply,
    Reviewer,
    Withdrawal,
)
from lsbuild.kinds._scales import Review, Status


class Section(NamedTuple):
    """A part of a page, in its fixed place; shown where one of its fields says something."""

    id: str
    """Its anchor. `body` stands for the author's own headings."""
    title: str
    """What readers see."""
    fields: tuple[str, ...] = ()
    """The fields it shows; none means that it is always there."""


class Content(BaseModel):
    """The fields all entries share. A kind is a subclass in a file of its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    kind: ClassVar[str]
    """How the kind is written in references: `case-study`."""
    folder: ClassVar[str]
    """Its folder below `content/`."""
    address: ClassVar[str] = ""
    """The first part of its addresses; the folder's name where this is empty."""
    label: ClassVar[str]
    """What readers call one of them."""
    plural: ClassVar[str]
    """What readers call several."""
    counted: ClassVar[str] = ""
    """What they are called after a number, if not `plural`."""
    about: ClassVar[str] = ""
    """One sentence for the page that lists them."""
    order: ClassVar[int] = 50
    """Where the kind stands in lists of kinds."""
    nav: ClassVar[int] = 0
    """Where its list stands in the navigation; 0 keeps it out."""
    nav_title: ClassVar[str] = ""
    """What the navigation calls it, if not `plural`."""
    template: ClassVar[str]
    """The template of its pages."""
    body_top: ClassVar[int] = 2
    """The level at which `##` of the body appears on the page."""
    sections: ClassVar[tuple[Section, ...]] = ()
    """The page's sections, in their fixed order."""
    facets: ClassVar[tuple[str, ...]] = ("themes",)
    """What lists can be narrowed by; `lsbuild.views._facets` knows where each is found."""
    listed: ClassVar[bool] = True
    """Whether the kind has a page that lists its entries."""
    suggest: ClassVar[str] = ""
    """What the form is called in which people without an account suggest one; empty: none."""
    story: ClassVar[str] = ""
    """What that form calls the body."""
    sample: ClassVar[str]
    """A whole small file of this kind that passes every check."""

    title: Annotated[Line, Ask("A short title", must=True)]
    """The name of the page: short, plain, without a full stop."""
    summary: Annotated[Text, StringConstraints(min_length=20, max_length=320), Ask("In short")]
    """One or two sentences for lists and search results."""
    status: Status = Status.DRAFT
    """Only `published` pages reach readers; `withdrawn` leaves a note at the address."""
    review: Review = Review.NONE
    """Whether someone who did not write the page has checked it."""
    authors: Annotated[
        tuple[Credit, ...],
        Ask(
            "Your name, if you wish to be named",
            "Everyone will be able to read it. Leave it empty to stay unnamed.",
        ),
    ] = ()
    """Who wrote the page; empty means the portal's editors together."""
    reviewers: tuple[Reviewer, ...] = ()
    """Who reviewed it, for its evidence or from practice."""
    published: date | None = None
    """The day the page first appeared."""
    updated: date | None = None
    """The day of the last change readers would notice."""
    review_due: date | None = None
    """When someone should look again."""
    consents: tuple[Consent, ...] = ()
    """Who agreed to be shown, quoted or named here; never the agreement itself."""
    corrections: tuple[Correction, ...] = ()
    """What was wrong and has been put right, newest first."""
    replies: tuple[Reply, ...] = ()
    """What people whom the page is about say beside our account."""
    withdrawal: Withdrawal | None = None
    """Needed where the status is `withdrawn`."""
    aliases: tuple[str, ...] = ()
    """Former addresses, such as `case-studies/old-name/`; they lead readers here."""
    translation_of: str = ""
    """For a translation: the version of the original it was made from, as LS604 tells it."""
    themes: Annotated[tuple[Annotated[Slug, TermIn("themes")], ...], Field(max_length=5)] = ()
    """What it is about, from `_vocabularies/themes.yml`, most important first."""
    keywords: tuple[Line, ...] = ()
    """Words readers might search for that the text does not use."""
    related: tuple[Related, ...] = ()
    """Pages to read next, each with its reason."""
    allow: tuple[Allow, ...] = ()
    """Findings the editors accept here, each with the reason."""

    @classmethod
    def base(cls) -> str:
        """The first part of the kind's addresses."""
        return cls.address or cls.folder
