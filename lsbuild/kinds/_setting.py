"""The parts a setting is made of: places, partners, names."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from lsbuild.kinds._fields import Country, Language, Line, Slug, Subdivision, TermIn, Text
from lsbuild.kinds._parts import Citations, Part
from lsbuild.kinds._scales import Governance, Precision


class Point(Part):
    """A public reference point, never a facility."""

    latitude: Annotated[float, Field(ge=-90, le=90)]
    """Degrees north."""
    longitude: Annotated[float, Field(ge=-180, le=180)]
    """Degrees east."""
    of: Line
    """What the point is: `Kilifi town`, `Ouagadougou, the capital`."""
    sources: Citations = ()
    """Where the coordinates come from."""


class Area(Part):
    """A place the entry is about, no finer than it declares."""

    country: Country
    """ISO 3166 code of the country: `KE`."""
    subdivision: Subdivision = ""
    """ISO 3166-2 code of the province, state or county: `KE-14`."""
    name: Line = ""
    """The district or area, as public sources name it."""
    level: Line = ""
    """What the name is: `county`, `sub-district`, `district`."""
    precision: Precision
    """How fine a place may be shown; `none` means no place is shown on purpose."""
    point: Point | None = None
    """A public point for the map, no finer than `precision`; of a country, its capital."""

    @field_validator("subdivision")
    @classmethod
    def _lies_in_country(cls, code: str, info: ValidationInfo) -> str:
        country = info.data.get("country")
        if country and code and not code.startswith(f"{country}-"):
            says = "`{code}` is no part of the country `{country}`"
            given = {"code": code, "country": country, "near": ""}
            raise PydanticCustomError("iso_code", says, given)
        return code


class Partner(Part):
    """An organisation, never a person."""

    name: Line
    """The organisation's public name."""
    type: Annotated[Slug, TermIn("partner-types")]
    """What kind of organisation it is."""
    role: Line = ""
    """What it did here."""
    sources: Citations = ()
    """Where this is written."""


class Context(Part):
    """The setting, so that readers can compare it with theirs."""

    governance: Governance | None = None
    """Whether power over health services is central, devolved or in between."""
    shocks: tuple[Text, ...] = ()
    """Sudden changes the setting went through."""
    resources: tuple[Text, ...] = ()
    """What there was to work with."""
    constraints: tuple[Annotated[Slug, TermIn("constraints")], ...] = ()
    """What made it hard, from `_vocabularies/constraints.yml`."""
    income_group: Line = ""
    """The country's income group; only with a source."""
    sources: Citations = ()
    """Where the setting is described."""


class OtherName(Part):
    """Another name or spelling."""

    name: Line
    """The name as it is written."""
    language: Language = ""
    """The language of the name, as ISO 639-1 writes it."""
    meaning: Line = ""
    """What the name means, where that helps."""
