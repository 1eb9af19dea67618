"""Words someone sent, as the value of a field: as much as the words themselves say."""

from __future__ import annotations

import re
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from lsbuild.editing.arrived import Block
from lsbuild.editing.blank import Blank, fits, parted
from lsbuild.editing.periods import period_of
from lsbuild.editing.yaml_lines import Todo
from lsbuild.kinds._codes import known_country
from lsbuild.kinds._fields import TermIn, _edtf, _edtf_or_unknown
from lsbuild.kinds._questions import Question
from lsbuild.text.country_names import countries_in
from lsbuild.text.words import listed, shorten, slug

_SEVERAL = re.compile(r",| (?:and|et|&) ", re.IGNORECASE)
"""What stands between names, and in some."""


class Unplaced(Exception):
    """Words that no value can be made of; `value` is what could be, `why` is for an editor."""

    def __init__(self, why: str, value: Any = None, keep: bool = True) -> None:  # noqa: ANN401
        super().__init__(why)
        self.why, self.value, self.keep = why, value, keep


def value_of(question: Question, blocks: list[Block], blank: Blank, language: str) -> Any:  # noqa: ANN401
    """What a field takes of an answer; raises `Unplaced`."""
    field = blank.kind.model_fields[question.name]
    said = [one.text for one in blocks if one.role != "unticked"]
    if get_origin(field.annotation) is not tuple:
        return _single(" ".join(" ".join(said).split()), field.annotation, list(field.metadata))
    inner, marks = parted(get_args(field.annotation)[0])
    term = next((mark for mark in marks if isinstance(mark, TermIn)), None)
    if term:
        return _terms(said, term, blank, language)
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        return _parts(said, inner, question.name, blank)
    return [_single(" ".join(one.split()), inner, list(marks)) for one in _lines(said)]


def _single(text: str, type_: Any, marks: list[Any]) -> Any:  # noqa: ANN401
    """One value: the words themselves, or what a date or a country is made of."""
    dated = {_edtf, _edtf_or_unknown} & {getattr(mark, "func", None) for mark in marks}
    value = _years(text, type_, marks) if dated else text
    if value and fits(value, type_, marks):
        return value
    longest = max((getattr(one, "max_length", None) or 0 for one in marks), default=0)
    if longest and len(text) > longest:
        raise Unplaced(f"{len(text):,} letters are more than the {longest:,} that fit")
    shortest = max((getattr(one, "min_length", None) or 0 for one in marks), default=0)
    if len(text) < shortest:
        raise Unplaced(f"{len(text):,} letters are less than the {shortest:,} that are needed")
    raise Unplaced(f"nothing that fits was recognised in `{shorten(text, 60)}`")


def _years(text: str, type_: Any, marks: list[Any]) -> Any:  # noqa: ANN401
    """The years of a time, or nothing; what is not certain is marked."""
    value, sure, finer = period_of(text)
    if not value or not fits(value, type_, marks):
        return None
    short = shorten(text, 60)
    if not sure:
        raise Unplaced(f"not every word of `{short}` was understood", Todo(value, "is this when?"))
    if finer:
        why = f"only the years of `{short}` were taken; a month is written `2016-04`"
        raise Unplaced(why, value, keep=False)
    return value


def _lines(said: list[str]) -> list[str]:
    """One line each, whether they came as a list, as paragraphs or below one another."""
    return [line for one in said for line in one.split("\n") if line.strip()]


def _terms(said: list[str], term: TermIn, blank: Blank, language: str) -> list[str]:
    """The terms that were named, by their label in any language or by their id."""
    terms = blank.portal.vocabularies.by_name.get(term.vocabulary)
    known = terms.names if terms else {}
    found, strange = [], []
    for line in _lines(said):
        # A label may have a comma of its own.
        for part in [line] if slug(line) in known else re.split(r"[,;|]", line):
            near = terms.meant(part) if terms else ""
            if near:
                found.append(near)
            elif slug(part):
                strange.append(part.strip())
    ids = list(dict.fromkeys(found))
    if strange:
        words = shorten(", ".join(strange), 80)
        raise Unplaced(f"`{words}` is not in the list {term.vocabulary}", ids or None)
    return ids


def _parts(said: list[str], model: type[BaseModel], name: str, blank: Blank) -> list[Any]:
    """Parts of which only the words are known; their editor decides about the rest."""
    first, field = next((key, one) for key, one in model.model_fields.items() if one.is_required())
    marks = list(field.metadata)
    if any(getattr(mark, "func", None) is known_country for mark in marks):
        return _places(said, model, name, blank)
    if not fits("some words", field.annotation, marks):
        raise Unplaced(f"`{name}` takes entries of the portal, not words")
    lines = _lines(said)
    if first == "name":
        lines = [one for line in lines for one in line.split(";") if one.strip()]
    values = [_single(" ".join(one.split()), field.annotation, marks) for one in lines]
    if first == "name":
        values = [Todo(one, "is this one name?") if _SEVERAL.search(one) else one for one in values]
    return [
        blank.part(model, (name, n), told=n == 0, **{first: value})
        for n, value in enumerate(values)
    ]


def _places(said: list[str], model: type[BaseModel], name: str, blank: Blank) -> list[Any]:
    """The countries that are named; anything finer is for an editor to decide."""
    text = "\n".join(said)
    named, rest = countries_in(text)
    short = shorten(" ".join(text.split()), 60)
    if not named:
        raise Unplaced(f"no country was recognised in `{short}`")
    codes = [one.code if one.sure else Todo(one.code, "is this the country?") for one in named]
    found = [
        blank.part(model, (name, n), told=n == 0, country=code) for n, code in enumerate(codes)
    ]
    unsure = [one.code for one in named if not one.sure]
    if unsure:
        why = f"{listed(unsure)} may not be the country that is meant by `{short}`"
        raise Unplaced(why, found, keep=False)
    if rest:
        raise Unplaced(
            "only the country was taken; is a finer place safe for everyone who could be found?",
            found,
            keep=False,
        )
    return found
