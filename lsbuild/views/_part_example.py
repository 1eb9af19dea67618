"""A few lines of YAML for a field that holds parts, so that nobody has to guess the dashes."""

from __future__ import annotations

from datetime import date
from enum import Enum
from functools import cache
from pathlib import PurePosixPath
from types import UnionType
from typing import Annotated, Any, Literal, get_args, get_origin

import yaml
from annotated_types import MinLen
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from lsbuild.kinds._base import Content
from lsbuild.kinds._fields import RefTo, TermIn
from lsbuild.text import yaml12
from lsbuild.text.front_matter import split

_SHOWN = ("sources", "locator")
_STOCK = (1, date(2026, 11, 22), "https://example.org/", "KE", "2016/2018")


class _Indented(yaml.SafeDumper):
    """Dashes stand below their field as we write them, two letters further in."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def example(kind: type[Content], name: str) -> str:
    """The field as the sample of its kind has it, or else with what it needs."""
    field, value = kind.model_fields[name], _sample(kind).get(name)
    value = value or _value(field.annotation, list(field.metadata), name, field.description or "")
    if isinstance(value, list):
        value = value[:1]
    text: str = yaml.dump(
        {name: value}, Dumper=_Indented, allow_unicode=True, sort_keys=False, width=72
    )
    # To YAML 1.2, which we read, `on` is a word.
    return text.rstrip("\n").replace("'on':", "on:")


@cache
def _sample(kind: type[Content]) -> dict[str, Any]:
    found = yaml12.load(split(PurePosixPath("sample.md"), kind.sample).front)
    return found if isinstance(found, dict) else {}


def _value(type_: Any, marks: list[Any], name: str, about: str) -> Any:  # noqa: ANN401
    if get_origin(type_) is Annotated:
        return _value(get_args(type_)[0], [*marks, *type_.__metadata__], name, about)
    if get_origin(type_) is UnionType:
        return _value(get_args(type_)[0], marks, name, about)
    if get_origin(type_) is tuple:
        least = max((one.min_length for one in marks if isinstance(one, MinLen)), default=1)
        return [_value(get_args(type_)[0], [], name, about)] * least
    if isinstance(type_, type) and issubclass(type_, BaseModel):
        return _part(type_)
    if isinstance(type_, type) and issubclass(type_, Enum):
        return str(next(iter(type_)).value)
    if get_origin(type_) is Literal:
        return get_args(type_)[0]
    return _leaf(type_, marks, name, about)


def _part(model: type[BaseModel]) -> dict[str, Any]:
    """What a part needs, and where it comes from; where it needs nothing, its first fields."""
    fields = model.model_fields
    wanted = [name for name, one in fields.items() if one.is_required()]
    return {
        name: _of(fields[name], name)
        for name in fields
        if name in _SHOWN or name in (wanted or list(fields)[:2])
    }


def _of(field: FieldInfo, name: str) -> Any:  # noqa: ANN401
    return _value(field.annotation, list(field.metadata), name, field.description or "")


def _leaf(type_: Any, marks: list[Any], name: str, about: str) -> Any:  # noqa: ANN401
    for mark in marks:
        if isinstance(mark, TermIn):
            return f"a-term-of-{mark.vocabulary}"
        if isinstance(mark, RefTo):
            file = "name-of-the-file" if mark.kind else "case-study/name-of-the-file"
            return f"{file}#id" if mark.part else file
    for value in (about.replace("`", "").split(": ")[0], f"name-of-the-{name}", *_STOCK):
        try:
            TypeAdapter(Annotated[(type_, *marks)] if marks else type_).validate_python(value)
        except ValidationError:
            continue
        return value
    return "…"
