"""The values of a new entry: what was given, and for the rest something its author can see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from annotated_types import MinLen
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from lsbuild.editing.yaml_lines import Todo, Told
from lsbuild.kinds._base import Content
from lsbuild.kinds._fields import RefTo, TermIn
from lsbuild.relations.portal import Portal
from lsbuild.text import yaml12
from lsbuild.text.dates import today
from lsbuild.text.front_matter import split
from lsbuild.text.words import shorten

_FIRST = ("title", "summary", "status")
_MANY = 12
Keys = tuple[str | int, ...]


class Need(NamedTuple):
    """A field that must be there and can be given on the command line."""

    name: str
    """`period`, or `areas.country` for a value of a part."""
    sentence: str
    choices: tuple[str, ...] = ()
    """The values there are, where there are few."""
    vocabulary: str = ""
    number: bool = False
    many: bool = False
    words: bool = False
    """Whether any words do, so that a note to oneself can stand for them."""


def needs(kind: type[Content]) -> Iterator[Need]:
    """The required fields of a kind that hold one value or a list of single values.

    Of a part that must be there, such as the first place, its own required values: `areas.country`.
    """
    for name, field in kind.model_fields.items():
        if not field.is_required() or name == "title":
            continue
        model = _part_of(field.annotation)
        if model is None:
            yield _need(name, field)
            continue
        for inner, one in model.model_fields.items():
            if one.is_required() and _part_of(one.annotation) is None:
                yield _need(f"{name}.{inner}", one)


def _need(name: str, field: FieldInfo) -> Need:
    type_, marks, many = field.annotation, list(field.metadata), False
    if get_origin(type_) is tuple:
        (type_, more), many = parted(get_args(type_)[0]), True
        marks = list(more)
    vocabulary = next((one.vocabulary for one in marks if isinstance(one, TermIn)), "")
    words = fits("TODO: some words for now", type_, marks)
    sentence = field.description or ""
    return Need(name, sentence, _choices(type_), vocabulary, type_ is int, many, words)


def _part_of(type_: Any) -> type[BaseModel] | None:  # noqa: ANN401
    """The part a field holds, or holds a list of."""
    if get_origin(type_) is tuple:
        type_ = parted(get_args(type_)[0])[0]
    return type_ if isinstance(type_, type) and issubclass(type_, BaseModel) else None


class Blank:
    """Fills in a kind: with what is given, and with placeholders that say what is missing."""

    def __init__(self, kind: type[Content], portal: Portal) -> None:
        self.kind = kind
        self.portal = portal
        source = split(PurePosixPath("sample.md"), kind.sample)
        self.sample = yaml12.load(source.front)
        self.has_body = bool(source.body.strip())
        self.within: dict[tuple[str, ...], Any] = {}
        """What was given for the first of the parts in a field."""

    def fields(self, title: str, given: Mapping[str, Any]) -> dict[str, Any]:
        """The front matter, ready to be written."""
        known = {"title": title, "status": "draft", **given}
        self.within = {tuple(name.split(".")): known[name] for name in given if "." in name}
        models = self.kind.model_fields
        wanted = (n for n, f in models.items() if f.is_required() or n in known)
        names = [*_FIRST, *(name for name in wanted if name not in _FIRST)]
        return {
            name: Told(
                known[name] if name in known else self._field(models[name], (name,)),
                models[name].description or "",
            )
            for name in names
        }

    def others(self, given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """The fields that were left out and can be, each with its sentence."""
        for name, field in self.kind.model_fields.items():
            if not field.is_required() and name not in _FIRST and name not in given:
                yield name, field.description or ""

    def part(
        self,
        model: type[BaseModel],
        keys: Keys,
        told: bool,
        **known: Any,  # noqa: ANN401 - any value
    ) -> dict[str, Any]:
        """The required fields of a part: what is known of it, and placeholders for the rest.

        `told` is whether each field's sentence stands above it, as in the first of a list.
        """
        made = self._model(model, keys)
        made |= {name: Told(value, made[name].sentence) for name, value in known.items()}
        return made if told else {name: one.value for name, one in made.items()}

    def _field(self, field: FieldInfo, keys: Keys) -> Any:  # noqa: ANN401 - any value
        return self._value(field.annotation, field.metadata, keys, field.description or "")

    def _value(self, type_: Any, marks: Any, keys: Keys, sentence: str) -> Any:  # noqa: ANN401
        if isinstance(type_, type) and issubclass(type_, BaseModel):
            return self._model(type_, keys)
        if get_origin(type_) is tuple:
            inner, more = parted(get_args(type_)[0])
            least = max((one.min_length for one in marks if isinstance(one, MinLen)), default=1)
            return [self._value(inner, more, (*keys, n), sentence) for n in range(least)]
        return self._leaf(type_, list(marks), keys, sentence)

    def _model(self, model: type[BaseModel], keys: Keys) -> dict[str, Any]:
        first = {key[1]: self.within[key] for key in self.within if keys in (key[:1], (key[0], 0))}
        return {
            name: Told(
                first[name] if name in first else self._field(field, (*keys, name)),
                field.description or "",
            )
            for name, field in model.model_fields.items()
            if field.is_required()
        }

    def _leaf(self, type_: Any, marks: list[Any], keys: Keys, sentence: str) -> Any:  # noqa: ANN401
        for mark in marks:
            if isinstance(mark, TermIn) and (
                terms := self.portal.vocabularies.terms(mark.vocabulary)
            ):
                ids = [term.id for term in terms]
                every = f"the list is _vocabularies/{mark.vocabulary}.yml"
                return Todo(ids[0], f"choose {', '.join(ids)}" if len(ids) <= _MANY else every)
            if isinstance(mark, RefTo) and (names := self._names(mark)):
                at = next((key for key in reversed(keys) if isinstance(key, int)), 0)
                return Todo(names[at % len(names)], "the entry that is meant")
        choices = _choices(type_)
        text = shorten(f"TODO: {sentence}", 160)
        if not choices and fits(text, type_, marks):
            return text
        note = f"choose {', '.join(choices)}" if choices else "the right one"
        like = _below(self.sample, keys[-1]) if choices else ()
        stock = ("todo", 1, today(), "https://example.org/")
        for value in (self._in_sample(keys), *like, *choices, *stock):
            if value is not None and fits(value, type_, marks):
                return Todo(value, note)
        return Todo("todo", note)

    def _names(self, mark: RefTo) -> list[str]:
        """References that lead somewhere, those of the kinds readers meet first in front."""
        entries = self.portal.library.public(mark.kind)
        if mark.kind:
            return [one.ref.slug for one in entries]
        wanted = ("case-study", "learning-site")
        first = [str(one.ref) for kind in wanted for one in self.portal.library.public(kind)]
        return first or [str(one.ref) for one in entries]

    def _in_sample(self, keys: Keys) -> Any:  # noqa: ANN401
        """What stands there in the sample of the kind, which passes every check."""
        node = self.sample
        for key in keys:
            try:
                node = node[key if isinstance(node, dict) else min(int(key), len(node) - 1)]
            except (KeyError, IndexError, TypeError, ValueError):
                return None
        return node


def _below(node: Any, name: str | int) -> Iterator[Any]:  # noqa: ANN401
    """What the sample writes into fields of this name, wherever they are."""
    if isinstance(node, dict) and name in node:
        yield node[name]
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for one in inner:
        yield from _below(one, name)


def parted(type_: Any) -> tuple[Any, tuple[Any, ...]]:  # noqa: ANN401
    """A type, and what is noted beside it."""
    if get_origin(type_) is Annotated:
        return get_args(type_)[0], type_.__metadata__
    return type_, ()


def _choices(type_: Any) -> tuple[str, ...]:  # noqa: ANN401
    if isinstance(type_, type) and issubclass(type_, Enum):
        return tuple(str(one.value) for one in type_)
    return tuple(map(str, get_args(type_))) if get_origin(type_) is Literal else ()


def fits(value: Any, type_: Any, marks: list[Any]) -> bool:  # noqa: ANN401
    """Whether a field of this type takes a value."""
    try:
        TypeAdapter(Annotated[(type_, *marks)] if marks else type_).validate_python(value)
    except ValidationError:
        return False
    return True
