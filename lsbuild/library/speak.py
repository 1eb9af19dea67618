"""A schema error in our words, on its line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from lsbuild.kinds._fields import RefTo, TermIn
from lsbuild.library.elsewhere import unknown_field
from lsbuild.library.fields import bare_name, choices, field_of, marks_of, owner_of
from lsbuild.library.mends import on_one_line, spaced
from lsbuild.text.dates import as_day
from lsbuild.text.diagnostic import Diagnostic, Fix
from lsbuild.text.source import Source
from lsbuild.text.words import by_label, did_you_mean, listed, nearest, slug

_WORDS = {
    "string_type": "text",
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), "a whole number"),
    **dict.fromkeys(("float_type", "float_parsing"), "a number"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "true or false"),
    **dict.fromkeys(("tuple_type", "list_type"), "a list"),
    **dict.fromkeys(("dict_type", "mapping_type"), "lines of `field: value`"),
    **dict.fromkeys(("model_type", "model_attributes_type"), "lines of `field: value`"),
}
_NAMES = {
    "markup": "markup-in-plain-text",
    "identifier": "malformed-identifier",
    "edtf": "impossible-date",
    "host": "malformed-address",
    "iso_code": "wrong-value",
    "reference": "malformed-reference",
    "missing": "missing-field",
    "extra_forbidden": "unknown-field",
    **dict.fromkeys(("enum", "literal_error"), "wrong-value"),
    "string_pattern_mismatch": "malformed-name",
    "string_too_long": "wrong-length",
    "string_too_short": "wrong-length",
    "too_short": "wrong-length",
    "too_long": "wrong-length",
    "lines": "wrong-length",
    **dict.fromkeys(("less_than_equal", "greater_than_equal"), "wrong-value"),
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def speak(error: ValidationError, model: type[BaseModel], source: Source) -> list[Diagnostic]:
    """All that pydantic found wrong, worded for authors and placed in their file."""
    details = error.errors(include_url=False)
    # A list whose items are wrong is also counted as too short; once is enough.
    deeper = {loc[:depth] for loc in (one["loc"] for one in details) for depth in range(len(loc))}
    there = {str(one["loc"][-1]).lstrip() for one in details if _is_spaced(one)}
    return [
        spaced(source, detail["loc"]) if _is_spaced(detail) else _one(dict(detail), model, source)
        for detail in details
        if not (detail["type"] == "too_short" and detail["loc"] in deeper)
        and not (detail["type"] == "missing" and detail["loc"][-1] in there)
    ]


def _is_spaced(detail: Mapping[str, Any]) -> bool:
    """Whether a field is not known only because blanks from Word belong to its name."""
    return detail["type"] == "extra_forbidden" and str(detail["loc"][-1]).startswith("\u00a0")


def _one(detail: dict[str, Any], model: type[BaseModel], source: Source) -> Diagnostic:
    # Pydantic adds a word of its own where the key of a mapping is wrong and not its value.
    keys = tuple(key for key in detail["loc"] if key != "[key]")
    named = len(keys) < len(detail["loc"]) or detail["type"] == "extra_forbidden"
    type_ = detail["type"]
    says, near, hint = _worded(detail, keys, model)
    name = _NAMES.get(type_, "wrong-type")
    if name == "malformed-name" and detail["ctx"]["pattern"].startswith("^http"):
        name = "malformed-address"
    if name == "wrong-type" and type_.startswith("date"):
        name = "impossible-date"
    span = source.span_of(*keys, name=named)
    if type_ == "missing":
        span = source.span_of(*keys[:-1])
    if detail["input"] in ("", None) and name in ("impossible-date", "wrong-value"):
        says = f"`{keys[-1]}` is empty"
    fix = on_one_line(source, keys, detail["input"]) if type_ == "lines" else None
    if near and type_.startswith("date"):
        start = source.offset(span)
        end = start + span.length
        # In another order it is the same day, and no guess; on two lines its author mends it.
        whole = source.text[start:end].strip("'\"") == detail["input"]
        fix = Fix(f"write `{near}`", start, end, near) if whole else None
        near = near if whole else ""
    hint = hint or did_you_mean(near)
    return Diagnostic(name, source, span, says, hint, near, fix=fix, keys=keys)


def _worded(
    detail: dict[str, Any], keys: tuple[Any, ...], model: type[BaseModel]
) -> tuple[str, str, str]:
    """The sentence, the nearest valid value, and advice where there is no nearest value."""
    type_, given, context = detail["type"], detail["input"], detail.get("ctx") or {}
    if isinstance(given, str) and type_ in ("too_short", "too_long"):
        type_ = f"string_{type_}"
    field = next((str(key) for key in reversed(keys) if isinstance(key, str)), "value")
    if type_ == "missing":
        return f"the field `{keys[-1]}` is missing", "", _wanted(model, keys)
    if type_ == "extra_forbidden":
        return unknown_field(model, keys)
    if type_ in ("enum", "literal_error"):
        labels = choices(model, keys)
        values = list(labels)
        # First by what it means: in Kenya a `county` is no slip for a `country`.
        given = "" if given is None else str(given)
        near = by_label(given, labels) or nearest(given, values)
        return f"`{field}` cannot be `{given}`", near, "" if near else f"write {listed(values)}"
    if type_ == "iso_code":
        near = context["near"]
        return detail["msg"], near, "" if near else context.get("hint") or _CODES
    if type_ in _ADVICE:
        return detail["msg"], (near := context.get("near", "")), "" if near else _ADVICE[type_]
    if type_ == "lines":
        return f"`{field}` takes one line of text, not several", "", "write all of it on one line"
    if given is None and type_ in _WORDS:
        return _nothing(field, keys, model, _WORDS[type_])
    term = next((one for one in marks_of(model, keys) if isinstance(one, TermIn)), None)
    if term and type_ == "string_pattern_mismatch":
        where = f"`content/_vocabularies/{term.vocabulary}.yml`"
        return f"`{given}` is not the id of a term", "", f"write an id as it stands in {where}"
    named = next((one for one in marks_of(model, keys) if isinstance(one, RefTo)), None)
    if named and type_ == "string_pattern_mismatch" and (near := bare_name(str(given), named.kind)):
        return f"`{field}` takes the name alone, without kind, folder or `.md`", near, ""
    return _lengths(type_, field, detail) or _typed(detail, field, _fields_of(model, keys))


def _nothing(
    field: str, keys: tuple[Any, ...], model: type[BaseModel], wanted: str
) -> tuple[str, str, str]:
    """What to do about a field, or a whole file, with nothing in it."""
    if not keys:
        return "there is nothing in this file", "", f"it needs{_fields_of(model, keys)}"
    one = field_of(model, keys)
    more = "" if one and one.is_required() else ", or delete the line"
    return f"`{field}` must be {wanted}, not nothing", "", f"write it after the colon{more}"


def _wanted(model: type[BaseModel], keys: tuple[Any, ...]) -> str:
    """What a missing field holds, and the values it can have where they are few."""
    field, values = field_of(model, keys), choices(model, keys)
    about = (field.description or "").rstrip(".") if field else ""
    return f"{about}: write {listed(values)}" if values else about


def _fields_of(model: type[BaseModel], keys: tuple[Any, ...]) -> str:
    """The fields of a part, or of a large one those it cannot do without, for a hint's end."""
    owner = owner_of(model, keys)
    every = owner.model_fields if owner else {}
    names = [name for name, one in every.items() if one.is_required() or len(every) < 4]
    return f": {listed(names, 'and')}" if names else ""


_ADVICE = {
    "markup": "write it without `<` and `>`",
    "identifier": "compare it with the source, character by character",
    "host": "open the page in a browser and copy its address from there",
    "edtf": "write `2016`, `2016-04-02`, `2016/2017`, `2013/..` (goes on) or `2010~` (about)",
    "reference": "write the kind, a slash and the file's name: `case-study/kerala-aardram`",
}
_CODES = "codes are listed in ISO 3166 and ISO 639, e.g. `KE`, `KE-14`, `fr`"
_LENGTHS = {
    "string_too_long": ("has more than {max_length} characters", "say it shorter"),
    "string_too_short": ("needs at least {min_length} characters", "say a little more"),
    "too_short": ("needs at least {min_length} in its list", "add what is missing"),
    "too_long": ("takes at most {max_length} in its list", "keep the most important ones"),
    "less_than_equal": ("must be at most {le}", "correct the number"),
    "greater_than_equal": ("must be at least {ge}", "correct the number"),
}


def _lengths(type_: str, field: str, detail: Mapping[str, Any]) -> tuple[str, str, str] | None:
    context = detail.get("ctx") or {}
    if type_ in _LENGTHS:
        says, hint = _LENGTHS[type_]
        return f"`{field}` {says.format(**context)}", "", hint
    if type_ == "string_pattern_mismatch" and context["pattern"].startswith("^http"):
        return f"`{field}` is not the address of a page", "", "write it whole, with `https://`"
    if type_ == "string_pattern_mismatch":
        return (
            f"`{field}` has characters that cannot stand in a name or address",
            "",
            "use small letters, digits and single hyphens: "
            f"`{slug(str(detail['input'])) or 'team-meetings'}`",
        )
    return None


def _typed(detail: dict[str, Any], field: str, parts: str) -> tuple[str, str, str]:
    type_, given = detail["type"], detail["input"]
    if type_.startswith("date"):
        known = _DAY.fullmatch(str(given))
        does = "is not a day of the calendar" if known else "is not written year-month-day"
        near = as_day(str(given))
        advice = f"write it as `{near}`" if near else "write year-month-day: `2026-11-22`"
        return f"`{given}` {does}", near, advice
    wanted = _WORDS.get(type_)
    if wanted == "a number" and re.fullmatch(r"-?\d{1,3},\d{1,9}", str(given)):
        near = str(given).replace(",", ".")
        says = f"`{field}` must be a number, not `{given}`"
        return says, near, f"write a point, not a comma: `{near}`"
    if wanted:
        return f"`{field}` must be {wanted}, not {_what(given)}", "", _mend(wanted, given, parts)
    return f"`{field}`: {detail['msg'][0].lower()}{detail['msg'][1:]}", "", ""


def _mend(wanted: str, given: object, parts: str) -> str:
    """What to do where something of another sort is wanted."""
    if wanted == "text":
        if isinstance(given, list):
            return "write it as sentences on one line; in quotes, if it begins with `[`"
        colon = isinstance(given, dict)
        return (
            "put the whole text in quotes: there is a colon in it" if colon else "put it in quotes"
        )
    if "number" in wanted:
        return "write it in figures, and nothing beside it"
    if wanted == "true or false":
        return "write `true` or `false`, without quotes"
    if wanted == "a list":
        each = f", with its fields below one another{parts}" if parts else ""
        return f"write each on a line of its own, after `- `{each}"
    return f"write its fields below it, each after two more spaces{parts}"


def _what(given: object) -> str:
    if isinstance(given, dict):
        return "lines of `field: value`"
    if isinstance(given, list | tuple):
        return "a list"
    return f"`{given}`"
