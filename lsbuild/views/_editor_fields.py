"""The fields of a kind as those of a form in the browser, in the words of Sveltia CMS."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

import pycountry
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from lsbuild.kinds._fields import Ask, RefTo, TermIn
from lsbuild.kinds._scales import Scale
from lsbuild.kinds._shapes import CodeOf, Shaped
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.text.messages import country_name, language_name, say
from lsbuild.views.page import Plain

FEW = 8
"""So many choices stand side by side; more are a list that opens."""
MANY = 1_500
"""More entries than that would make the form slow: then their names are typed."""
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


class FormFields:
    """Makes fields; knows the lists and entries that can be chosen from."""

    def __init__(self, portal: Portal) -> None:
        self.portal = portal
        self.language = portal.settings.language

    def of(self, model: type[BaseModel]) -> list[Plain]:
        """Every field of a kind or part, those that must be there first."""
        fields = [self.field(name, info) for name, info in model.model_fields.items()]
        return sorted(fields, key=lambda one: not one["required"])

    def field(self, name: str, info: FieldInfo) -> Plain:
        """One field, with its name in words, its sentence and what it takes."""
        ask = next((one for one in info.metadata if isinstance(one, Ask)), None)
        label = say(ask.heading, self.language) if ask else in_words(name)
        found = self._takes(info.annotation, info.metadata)
        made: Plain = {"name": name, "label": label, **found, "required": info.is_required()}
        hint = " ".join(_FOR_FILES.sub("", info.description or "").split())
        pattern, says = found.get("pattern", ("", ""))
        if pattern.endswith("$") and says.split()[-1] not in hint:
            hint = f"{hint} {says}".strip()
        if hint.rstrip(".") not in ("", label) and not (
            hint.startswith("ISO") and "options" in found
        ):
            made["hint"] = hint
        return self._with_default(made, info)

    def _with_default(self, made: Plain, info: FieldInfo) -> Plain:
        """What stands there from the beginning; a part that may stay empty begins closed."""
        default = info.default
        if isinstance(default, Scale):
            made["default"] = str(default.value)
        elif made["widget"] == "boolean":
            made["default"] = bool(default)
        elif isinstance(default, str) and default and made["widget"] in ("string", "select"):
            made["default"] = default
        if made["widget"] == "object":
            made["collapsed"] = not made["required"]
        elif made["widget"] == "list" and "fields" in made and made.get("min"):
            # The first of them waits to be filled in.
            made["default"] = [{one["name"]: "" for one in made["fields"][:1]}]
        return made

    def _takes(self, type_: Any, marks: Iterable[Any]) -> Plain:  # noqa: ANN401 - any annotation
        marks = list(_flat(marks))
        if get_origin(type_) is Annotated:
            return self._takes(get_args(type_)[0], [*type_.__metadata__, *marks])
        if get_origin(type_) is tuple:
            return self._list(get_args(type_)[0], marks)
        if NoneType in get_args(type_):
            return self._takes(next(one for one in get_args(type_) if one is not NoneType), marks)
        if isinstance(type_, type) and issubclass(type_, BaseModel):
            return {"widget": "object", "fields": self.of(type_), "summary": _summary(type_)}
        chosen = self._choice(type_, marks)
        return chosen if chosen is not None else _typed(type_, marks)

    def _list(self, type_: Any, marks: Sequence[Any]) -> Plain:  # noqa: ANN401
        """Several values: chosen ones are ticked, lines are typed below each other."""
        limits = _between(marks, "min_length", "max_length", "min", "max")
        inner = self._takes(type_, ())
        if inner["widget"] in ("select", "relation"):
            return {**inner, "multiple": True, **limits}
        if inner["widget"] == "string":
            return {"widget": "list", **limits}
        if inner["widget"] == "object":
            model = type_ if isinstance(type_, type) else get_args(type_)[0]
            return {
                "widget": "list",
                "label_singular": _singular(model),
                "fields": inner["fields"],
                "summary": inner["summary"],
                "collapsed": "auto",
                **limits,
            }
        return {"widget": "list", "field": {"name": "text", "label": "Text", **inner}, **limits}

    def _choice(self, type_: Any, marks: Sequence[Any]) -> Plain | None:  # noqa: ANN401
        for mark in marks:
            if isinstance(mark, TermIn):
                terms = self.portal.vocabularies.terms(mark.vocabulary)
                return _select((one.id, one.label_in(self.language)) for one in terms)
            if isinstance(mark, CodeOf):
                return _select(codes(mark.what, self.language))
            if isinstance(mark, RefTo):
                return self._reference(mark)
        if isinstance(type_, type) and issubclass(type_, Scale):
            return _select((str(one.value), say(one.label, self.language)) for one in type_)
        if isinstance(type_, type) and issubclass(type_, Enum):
            return _select((str(one.value), in_words(str(one.value))) for one in type_)
        if get_origin(type_) is Literal:
            return _select((one, in_words(one)) for one in get_args(type_))
        return None

    def _reference(self, mark: RefTo) -> Plain:
        if mark.kind and not mark.part:
            return {
                "widget": "relation",
                "collection": mark.kind,
                "value_field": "{{slug}}",
                "display_fields": ["{{title}} ({{slug}})"],
                "search_fields": ["title"],
            }
        # The list stands on the web, so it names no drafts.
        entries = self.portal.library.public(mark.kind, self.language)
        options = [one for entry in entries for one in _names(entry, mark)]
        if len(options) > MANY:
            form = "role-guide-slug#id" if mark.part else "kind/slug"
            return {"widget": "string", "pattern": ["^[a-z0-9#/-]+$", f"Its name: {form}."]}
        return _select(options)


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


def _names(entry: AnyEntry, mark: RefTo) -> list[tuple[str, str]]:
    """How an entry, or each thing in a list of it, is written and called."""
    title = entry.data.title
    if not mark.part:
        return [(str(entry.ref), f"{title} ({entry.data.label.lower()})")]
    parts = getattr(entry.data, mark.part, ())
    return [(f"{entry.ref.slug}#{one.id}", f"{one.title} ({title})") for one in parts]


def _select(options: Iterable[tuple[str, str]]) -> Plain:
    listed = [{"label": label, "value": value} for value, label in options]
    return {"widget": "select", "options": listed, "dropdown_threshold": FEW}


def _typed(type_: Any, marks: Sequence[Any]) -> Plain:  # noqa: ANN401
    if type_ is bool:
        return {"widget": "boolean"}
    if type_ is date:
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    if type_ in (int, float):
        limits = _between(marks, "ge", "le", "min", "max")
        step = {} if type_ is int else {"step": 0.0001}
        return {"widget": "number", "value_type": type_.__name__, **limits, **step}
    limits = _between(marks, "min_length", "max_length", "minlength", "maxlength")
    found: Plain = {"widget": "text" if limits.get("maxlength", 0) > _LINE else "string", **limits}
    shapes = [one for one in marks if isinstance(one, Shaped)]
    if shapes:
        found["pattern"] = [shapes[-1].pattern, shapes[-1].says]
        found["widget"] = "string" if shapes[-1].pattern.endswith("$") else found["widget"]
    return {**found, "use_emoji_autocomplete": False}


def _between(marks: Sequence[Any], low: str, high: str, least: str, most: str) -> Plain:
    """The strictest limits of all marks; one letter at least is what `required` says already."""
    lows = [one for mark in marks if (one := getattr(mark, low, None)) is not None]
    highs = [one for mark in marks if (one := getattr(mark, high, None)) is not None]
    found = {least: max(lows)} if lows and (least != "minlength" or max(lows) > 1) else {}
    return found | ({most: min(highs)} if highs else {})


def _flat(marks: Iterable[Any]) -> Iterable[Any]:
    """`Annotated[int, Field(ge=1)] | None` hides its limits in a field within the field."""
    for mark in marks:
        yield from mark.metadata if isinstance(mark, FieldInfo) else [mark]


def _summary(model: type[BaseModel]) -> str:
    """What a closed part shows of itself."""
    name = next(
        (one for one in _TELLING if one in model.model_fields), next(iter(model.model_fields))
    )
    return f"{{{{fields.{name}}}}}"


def _singular(model: type[BaseModel]) -> str:
    """`LevelLabel` is a level label."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).capitalize()
