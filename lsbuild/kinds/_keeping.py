"""How a page is kept: who wrote it, what was corrected, what is allowed."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from lsbuild.kinds._fields import Line, Orcid, RefTo, Slug, Text, Url, When
from lsbuild.kinds._parts import Part
from lsbuild.kinds._scales import ConsentScope


class Credit(Part):
    """Who did what for this page; people are named only if they agreed."""

    name: Line
    """The name of a person or group."""
    roles: Annotated[tuple[Line, ...], Field(min_length=1)]
    """What they did, in CRediT's words: `Writing – original draft`."""
    orcid: Orcid = ""
    """The person's ORCID."""


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
