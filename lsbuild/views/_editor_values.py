"""What single values of a form look like, in the words of Sveltia CMS."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

import pycountry
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from lsbuild.kinds._fields import RefTo
from lsbuild.kinds._shapes import Shaped
from lsbuild.library.library import AnyEntry
from lsbuild.text.messages import country_name, language_name
from lsbuild.views.page import Plain

FEW = 8
"""So many choices stand side by side; more are a list that opens."""
_LINE = 160
# Names that say enough in a file, where their neighbours stand above them, and too little here.
_LABELS = {
    "allow": "Findings that are accepted",
    "by": "Whose words",
    "csl": "Reference",
    "doi": "DOI",
    "et_al": "More authors than these",
    "id": "Short name",
    "isbn": "ISBN",
    "of": "What stands there",
    "on": "Day",
    "orcid": "ORCID",
    "pmcid": "PMC id",
    "read": "How much we read",
    "says": "What it says",
    "url": "Address on the web",
    "url_withheld": "Why there is no address",
}
# How a value is written is of no use to those who choose it from a list.
_FOR_FILES = re.compile(
    r", (?:from `_vocabularies/|as in `)[^`]*`|, written (?:as (?:[^`.]|`[^`]*`)*|`[^`]*`)|`"
)
# What best tells one of several parts from the next.
_TELLING = ("title", "says", "name", "term", "entry", "source", "record", "family", "country")


def hint_of(sentence: str, found: Plain) -> str:
    """The field's sentence as far as it is of use in a form, and what its values look like."""
    hint = " ".join(_FOR_FILES.sub("", sentence).split())
    if "options" in found and hint.startswith("ISO "):
        return ""
    pattern, says = found.get("pattern", ("", ""))
    if pattern.endswith("$") and says.split()[-1] not in hint:
        return f"{hint} {says}".strip()
    return hint


def in_words(name: str) -> str:
    """
    >>> in_words("who_says"), in_words("article-journal"), in_words("doi")
    ('Who says', 'Article journal', 'DOI')
    """
    return _LABELS.get(name, name.replace("-", " ").replace("_", " ").capitalize())


@cache
def codes(what: str, language: str) -> tuple[tuple[str, str], ...]:
    """Codes of ISO with two letters and their names, in the order of the names."""
    found = [one.alpha_2 for one in getattr(pycountry, what) if hasattr(one, "alpha_2")]
    name = country_name if what == "countries" else language_name
    return tuple(sorted(((code, name(code, language)) for code in found), key=lambda one: one[1]))


def names_of(entry: AnyEntry, mark: RefTo) -> list[tuple[str, str]]:
    """How an entry, or each thing in a list of it, is written and called."""
    title = entry.data.title
    if not mark.part:
        return [(str(entry.ref), f"{title} ({entry.data.label.lower()})")]
    parts = getattr(entry.data, mark.part, ())
    return [(f"{entry.ref.slug}#{one.id}", f"{one.title} ({title})") for one in parts]


def select(options: Iterable[tuple[str, str]]) -> Plain:
    """A choice between values, each with its label."""
    listed = [{"label": label, "value": value} for value, label in options]
    return {"widget": "select", "options": listed, "dropdown_threshold": FEW}


def typed(type_: Any, marks: Sequence[Any]) -> Plain:  # noqa: ANN401
    """A value that is written, with its limits and its form."""
    if type_ is bool:
        return {"widget": "boolean"}
    if type_ is date:
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    if type_ in (int, float):
        limits = between(marks, "ge", "le", "min", "max")
        step = {} if type_ is int else {"step": 0.0001}
        return {"widget": "number", "value_type": type_.__name__, **limits, **step}
    limits = between(marks, "min_length", "max_length", "minlength", "maxlength")
    found: Plain = {"widget": "text" if limits.get("maxlength", 0) > _LINE else "string", **limits}
    shapes = [one for one in marks if isinstance(one, Shaped)]
    if shapes:
        found["pattern"] = [shapes[-1].pattern, shapes[-1].says]
        found["widget"] = "string" if shapes[-1].pattern.endswith("$") else found["widget"]
    return {**found, "use_emoji_autocomplete": False}


def between(marks: Sequence[Any], low: str, high: str, least: str, most: str) -> Plain:
    """The strictest limits of all marks; one letter at least is what `required` says already."""
    lows = [one for mark in marks if (one := getattr(mark, low, None)) is not None]
    highs = [one for mark in marks if (one := getattr(mark, high, None)) is not None]
    found = {least: max(lows)} if lows and (least != "minlength" or max(lows) > 1) else {}
    return found | ({most: min(highs)} if highs else {})


def flat(marks: Iterable[Any]) -> Iterable[Any]:
    """`Annotated[int, Field(ge=1)] | None` hides its limits in a field within the field."""
    for mark in marks:
        yield from mark.metadata if isinstance(mark, FieldInfo) else [mark]


def summary_of(model: type[BaseModel]) -> str:
    """What a closed part shows of itself."""
    name = next(
        (one for one in _TELLING if one in model.model_fields), next(iter(model.model_fields))
    )
    return f"{{{{fields.{name}}}}}"


def singular(model: type[BaseModel]) -> str:
    """`LevelLabel` is a level label."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).capitalize()
