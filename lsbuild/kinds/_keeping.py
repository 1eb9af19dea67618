"""How a page is kept: who wrote it, what was corrected, what is allowed."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from lsbuild.kinds._fields import Line, Orcid, RefTo, Slug, Text, Url, When
from lsbuild.kinds._parts import Part
from lsbuild.kinds._scales import ConsentScope, CreditRole, Reviewed


class Named(Part):
    """Somebody who is named on a page, because they agreed to it."""

    name: Line
    """The name of a person or group."""
    agreed: date
    """The day on which they agreed to be named here; without it nobody is named."""
    orcid: Orcid = ""
    """The person's ORCID."""


class Credit(Named):
    """Who did what for this page."""

    roles: Annotated[tuple[CreditRole, ...], Field(min_length=1)]
    """What they did, as CRediT calls it: `writing-original-draft`."""


class Reviewer(Named):
    """Who checked this page without having written it."""

    looked_at: Annotated[tuple[Reviewed, ...], Field(min_length=1)]
    """Whether they checked it for its `evidence`, or from `practice`."""


class Reply(Part):
    """What somebody whom the page is about wants to say beside our account."""

    on: date
    """The day."""
    by: Line
    """Who says it, as they wish to be called: `a facility manager`, `the programme`."""
    says: Text
    """Their words, agreed with them."""


class Consent(Part):
    """That somebody agreed to be shown. The paper itself is kept elsewhere, never in public."""

    record: Slug
    """Its number in the editors' own book."""
    scope: Annotated[tuple[ConsentScope, ...], Field(min_length=1)]
    """What was agreed to."""
    until: date
    """The day on which it ends; then somebody asks anew, or takes it down."""
    covers: Line = ""
    """Which picture, sentence or name, where the page has several."""


class Correction(Part):
    """A change made because something was wrong."""

    on: date
    """The day."""
    says: Text
    """What was wrong and what stands there now."""


class Withdrawal(Part):
    """Why a page was taken down; its address then says only this."""

    on: date
    """The day."""
    why: Text
    """The reason, in words that harm nobody."""


class Allow(Part):
    """A finding the editors accept, with the reason."""

    rule: Slug
    """The name of the rule, as in `lsbuild explain`."""
    why: Text
    """Why it is right here."""


class Related(Part):
    """A hand-picked next page."""

    entry: Annotated[str, RefTo()]
    """The entry, written `kind/slug`."""
    why: Line
    """The reason, as the reader sees it."""


class Media(Part):
    """A film, recording or slide set."""

    title: Line
    """Its title."""
    url: Url
    """Where it is."""
    description: Text
    """What it shows, for those who cannot see or load it."""
    transcript: Line = ""
    """A file of ours beside the page with the spoken words."""
    captions: Line = ""
    """A file of ours beside the page with captions."""
    when: When = ""
    """When it was made."""
