"""The types of single fields: text, references, dates, identifiers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from lsbuild.kinds._codes import known_country, known_language, known_subdivision
from lsbuild.kinds._plain import one_line, open_host, plain
from lsbuild.kinds._shapes import (
    DOI,
    ISBN,
    KNOWN_OR_NOT,
    ORCID,
    PERIOD,
    PLAIN,
    PMCID,
    SLUG,
    SUBDIVISION,
    URL,
    CodeOf,
    Shaped,
)
from lsbuild.text.dates import SEASONS, UNKNOWN, as_day, as_period
from lsbuild.text.words import hyphens


@dataclass(frozen=True)
class RefTo:
    """Marks a field whose value names another entry.

    With a `kind` the author writes the slug alone; without one `kind/slug`. With a `part`
    the value is `slug#id`, where `id` is that of one thing in the target's list `part`.
    """

    kind: str = ""
    part: str = ""


@dataclass(frozen=True)
class TermIn:
    """Marks a field whose value is a term of a vocabulary in `content/_vocabularies/`."""

    vocabulary: str


@dataclass(frozen=True)
class Ask:
    """Marks a field that people without an account are asked for, in forms they fill in."""

    heading: str
    """What stands above the empty space."""
    hint: str = ""
    """What to write there; the field's own sentence where this is empty."""
    must: bool = False
    """Whether a suggestion makes no sense without it."""


@dataclass(frozen=True)
class Outside:
    """Marks a field whose value is an address outside; readers get a link to it."""


_ADDRESS = re.compile(r"(?:https?://)?(?:dx\.)?(?:doi|orcid)\.org/|doi:\s*", re.IGNORECASE)


def _identifier(scheme: str, shape: Shaped, digits: str = "") -> AfterValidator:
    """First the form, since idutils takes addresses too; then its check of digits, if there is one.

    It takes long to load, so it is not asked about what has another form, or no check digit.
    """
    form = re.compile(shape.pattern)

    def fits(text: str) -> bool:
        if not digits or not form.fullmatch(text):
            return form.fullmatch(text) is not None
        import idutils

        return bool(getattr(idutils, digits)(text))

    def valid(text: str) -> str:
        if fits(text):
            return text
        # Most who paste an address want what stands at its end, and no signs of the text around it.
        rest = hyphens(_ADDRESS.sub("", text, count=1)).strip(" \u00a0\t\n.,;")
        if re.fullmatch(r"\d{15}[\dXx]", rest):
            rest = "-".join(re.findall("....", rest.upper()))
        near = rest if fits(rest) else ""
        dash = near and hyphens(text) != text
        says = (
            "`{text}` has a printed dash for a hyphen"
            if dash
            else "`{text}` is not a valid {scheme}"
        )
        raise PydanticCustomError(
            "identifier", says, {"text": text, "scheme": scheme, "near": near}
        )

    return AfterValidator(valid)


_PERIOD = re.compile(PERIOD.pattern)


def _is_edtf(text: str) -> bool:
    """Whether it is one of the forms we take, in the calendar, and ends no sooner than it begins.

    Nothing else of EDTF is taken: what passes here is said in words, which must not fail.
    """
    if not _PERIOD.fullmatch(text) or text == "../..":
        return False
    start, _, end = (part.strip("~?%.") for part in text.partition("/"))
    # Of two dates only as much is compared as both tell.
    backwards = bool(start and end) and end < start[: len(end)]
    return not backwards and _in_calendar(start) and _in_calendar(end)


def _in_calendar(text: str) -> bool:
    """Whether there is such a year, season, month or day; an open end is fine too."""
    year, month, day, *_ = *text.split("-"), "1", "1"
    if month in SEASONS and text.count("-") == 1:
        month = "1"
    try:
        return not year or bool(date(int(year), int(month), int(day)))
    except ValueError:
        return False


def _edtf(text: str) -> str:
    if _is_edtf(text):
        return text
    start, _, end = text.partition("/")
    if end and _is_edtf(turned := f"{end}/{start}"):
        says, near = "`{text}` ends before it begins", turned
    else:
        says = "`{text}` is not a date or period we can read"
        # A dash between two figures may stand for *to*: only a hyphen in another form is folded.
        plain = re.sub("[\u2010\u2011\u2212]", "-", text).strip()
        near = next(filter(_is_edtf, (plain, as_period(plain), as_day(plain))), "")
    raise PydanticCustomError("edtf", says, {"text": text, "near": near})


def _edtf_or_unknown(text: str) -> str:
    return text if text == UNKNOWN else _edtf(text)


def _year_as_text(value: object) -> object:
    """`when: 2016` is a number to YAML and a year to its author."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=160),
    AfterValidator(plain),
    AfterValidator(one_line),
    PLAIN,
]
"""One line of plain text."""

Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=1_200),
    AfterValidator(plain),
    PLAIN,
]
"""A few sentences of plain text."""

Slug = Annotated[str, StringConstraints(pattern=SLUG.pattern, max_length=80), SLUG]
"""Small letters, digits and single hyphens, fit for an address."""

When = Annotated[str, BeforeValidator(_year_as_text), AfterValidator(_edtf), PERIOD]
"""A date or period as EDTF writes it: `2016`, `2016-01/2017-09`, `2010~`, `2013/..`."""

Period = Annotated[
    str, BeforeValidator(_year_as_text), AfterValidator(_edtf_or_unknown), KNOWN_OR_NOT
]
"""A date or period as `When`, or the word `unknown` where no source tells it."""

Url = Annotated[
    str,
    StringConstraints(pattern=URL.pattern, max_length=500),
    AfterValidator(open_host),
    URL,
    Outside(),
]

Country = Annotated[str, AfterValidator(known_country), CodeOf("countries")]
"""ISO 3166-1 in two letters: `KE`."""

Subdivision = Annotated[str, AfterValidator(known_subdivision), SUBDIVISION]
"""ISO 3166-2: `KE-14`."""

Language = Annotated[str, AfterValidator(known_language), CodeOf("languages")]
"""ISO 639-1 in two letters: `fr`."""

Minutes = Annotated[int, Field(ge=2, le=90)]
Year = Annotated[int, Field(ge=1900, le=2100)]
Doi = Annotated[str, _identifier("DOI", DOI), DOI]
Isbn = Annotated[str, _identifier("ISBN", ISBN, "is_isbn"), ISBN]
Orcid = Annotated[str, _identifier("ORCID", ORCID, "is_orcid"), ORCID]
Pmcid = Annotated[str, _identifier("PMC id", PMCID), PMCID]
