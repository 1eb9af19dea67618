"""A place where researchers and managers learn together for years."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from lsbuild.kinds._base import Content, Section
from lsbuild.kinds._fields import Line, RefTo, Slug, TermIn, Text, When
from lsbuild.kinds._parts import Citations, Claim, Factor, Outcome, Part, Pointer
from lsbuild.kinds._scales import LayerKind, Participation
from lsbuild.kinds._setting import Area, OtherName, Partner


class FeatureShown(Part):
    """One feature of a learning site, and how this site shows it."""

    term: Annotated[Slug, TermIn("site-features")]
    """The feature, from `_vocabularies/site-features.yml`."""
    how: Text
    """How it shows here."""
    sources: Citations = ()
    """Where this is written."""


class Taking(Part):
    """How managers take part, and in what."""

    form: Participation
    """Told, consulted, joint or led."""
    says: Text
    """What that looked like."""
    sources: Citations = ()
    """Where this is written."""


class Space(Part):
    """How a reflective space is run: its form and rhythm, never what was said in it."""

    name: Line
    """What the space is called or is."""
    rhythm: Line = ""
    """How often it meets."""
    form: Text
    """How it is run."""
    sources: Citations = ()
    """Where this is written."""


class Cycle(Part):
    """One round of planning, acting, reflecting and revising, where a source tells it."""

    plan: Text
    """What was planned."""
    act: Text
    """What was done."""
    reflect: Text = ""
    """What people saw when they looked back."""
    revise: Text = ""
    """What they changed."""


class Layer(Part):
    """One engagement: what was done, what was learned, what it led to."""

    id: Slug
    """A short name, so that later layers can build on this one."""
    title: Line
    """What it was."""
    kind: LayerKind
    """Study, workshop, coaching, meeting, course or policy work."""
    when: When = ""
    """When, as EDTF writes it; empty where no source dates it."""
    order: Annotated[int, Field(ge=1, le=99)]
    """Its place in the order of layers, for what is undated."""
    whom: Line = ""
    """With whom, as groups and never as persons."""
    done: Text
    """What was done."""
    learned: tuple[Claim, ...] = ()
    """What was learned."""
    changed: tuple[Outcome, ...] = ()
    """What changed."""
    led_to: tuple[Claim, ...] = ()
    """What it led to."""
    builds_on: tuple[Slug, ...] = ()
    """The ids of layers it builds on."""
    cycle: Cycle | None = None
    """Its cycle of planning, acting, reflecting and revising, where told."""
    sources: Citations = ()
    """Where the layer is described."""


class Influence(Part):
    """How something learned here reached another level."""

    from_level: Annotated[Slug, TermIn("system-levels")]
    """The level it came from."""
    to_level: Annotated[Slug, TermIn("system-levels")]
    """The level it reached."""
    channel: Line
    """The way it took."""
    says: Text
    """What happened, no stronger than the source."""
    sources: Citations = ()
    """Where this is written."""


class LearningSite(Content):
    """A district-level place of long collaboration between researchers and health managers."""

    kind = "learning-site"
    folder = "learning-sites"
    label = "Learning site"
    plural = "Learning sites"
    about = "Places where researchers and health managers have learned together for years."
    order = 20
    nav = 40
    template = "learning_site.html"
    body_top = 3
    facets = ("themes", "countries", "levels", "groups", "governance", "period")
    sections = (
        Section("at-a-glance", "At a glance", ("aim", "body")),
        Section("roots", "Roots", ("roots", "start_note")),
        Section("features", "What makes it a learning site", ("features",)),
        Section("taking-part", "Who takes part, and how", ("taking_part", "partners", "funders")),
        Section("spaces", "Spaces to reflect", ("spaces",)),
        Section("layers", "Layers of knowledge", ("layers",)),
        Section("influence", "From local to national", ("influence",)),
        Section("helped-and-hindered", "What helped, what hindered", ("enablers", "barriers")),
        Section("cautions", "What not to conclude", ("cautions",)),
        Section("open", "What is still open", ("open",)),
        Section("where-from", "Where this comes from", ("references", "pointers")),
    )

    names: tuple[OtherName, ...] = ()
    """Other names and spellings, with language and meaning."""
    areas: Annotated[tuple[Area, ...], Field(min_length=1)]
    """Where it is, no finer than is safe."""
    aim: Text
    """What the site is for."""
    aim_sources: Citations = ()
    """Where the aim is written."""
    roots: tuple[Claim, ...] = ()
    """Relations and work older than the site."""
    start: When
    """When the site began."""
    start_note: Text = ""
    """What is and is not known about the beginning."""
    start_sources: Citations = ()
    """Where the beginning is dated."""
    levels: tuple[Annotated[Slug, TermIn("system-levels")], ...] = ()
    """Health-system levels at work."""
    groups: tuple[Annotated[Slug, TermIn("groups")], ...] = ()
    """Stakeholder groups that take part."""
    features: tuple[FeatureShown, ...] = ()
    """The features of a learning site and how this one shows them."""
    partners: tuple[Partner, ...] = ()
    """Organisations that take part."""
    funders: tuple[Partner, ...] = ()
    """Who paid for it."""
    taking_part: tuple[Taking, ...] = ()
    """How managers take part."""
    spaces: tuple[Space, ...] = ()
    """Reflective spaces: their rhythm and form, never their content."""
    actions: tuple[Annotated[str, RefTo("role-guide", "actions")], ...] = ()
    """Role actions it shows, written `role-guide-slug#action-id`."""
    layers: Annotated[tuple[Layer, ...], Field(min_length=1)]
    """The engagements, each built on those before."""
    influence: tuple[Influence, ...] = ()
    """How lessons reached other levels."""
    enablers: tuple[Factor, ...] = ()
    """What helped."""
    barriers: tuple[Factor, ...] = ()
    """What hindered."""
    cautions: tuple[Claim, ...] = ()
    """What a reader should not conclude."""
    open: tuple[Text, ...] = ()
    """What nobody told us or is still to be done."""
    pointers: tuple[Pointer, ...] = ()
    """Where to read more; never evidence."""

    sample = """---
title: A district that learns
summary: Researchers and managers of one district have met over their daily work for several years.
status: published
areas:
  - country: KE
    subdivision: KE-14
    precision: subdivision
aim: To understand how managers keep services going, and to help them do it.
start: 2013~
layers:
  - id: first-study
    title: A first broad study
    kind: study
    order: 1
    done: Researchers looked at planning together with managers.
---
"""
