"""What a model says of a field, by the keys that lead to it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from lsbuild.kinds import all_kinds
from lsbuild.text.words import slug


def owner_of(model: type[BaseModel], keys: tuple[Any, ...]) -> type[BaseModel] | None:
    """The model that a path of keys leads to, if it is one."""
    owner: type[BaseModel] | None = model
    for key in keys:
        if isinstance(key, int) or owner is None:
            continue
        field = owner.model_fields.get(str(key))
        owner = model_in(field.annotation) if field else None
    return owner


def model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401
    """The model that a field holds, or that it is a list or a mapping of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := model_in(arg))), None)


@cache
def names_in(model: type[BaseModel]) -> frozenset[str]:
    """The names of all fields of a model and of its parts."""
    parts = {model_in(one.annotation) for one in model.model_fields.values()} - {None, model}
    return frozenset(model.model_fields).union(*(names_in(one) for one in parts if one))


def field_of(model: type[BaseModel], keys: tuple[Any, ...]) -> FieldInfo | None:
    """The last field that the keys name, with its sentence; none for an item or a whole file."""
    owner = owner_of(model, keys[:-1])
    return owner.model_fields.get(str(keys[-1])) if owner and keys else None


def choices(model: type[BaseModel], keys: tuple[Any, ...]) -> dict[str, str]:
    """The values a field can have, each with the words readers see."""
    field = field_of(model, tuple(key for key in keys if isinstance(key, str)))
    return dict(_values(field.annotation)) if field else {}


def _values(annotation: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        yield from ((str(one.value), getattr(one, "label", "")) for one in annotation)
    elif get_origin(annotation) is Literal:
        yield from ((str(one), "") for one in get_args(annotation))
    else:
        for arg in get_args(annotation):
            yield from _values(arg)


def marks_of(model: type[BaseModel], keys: tuple[Any, ...]) -> Iterator[object]:
    """The marks of a field, and of what it is a list or a mapping of."""
    kind: Any = model
    marks: tuple[object, ...] = ()
    for key in (key for key in keys if isinstance(key, str)):
        field = getattr(model_in(kind), "model_fields", {}).get(key)
        # The fields of a mapping have no names of ours: what is said of all of them counts.
        if field:
            kind, marks = field.annotation, tuple(field.metadata)
    yield from marks
    yield from _marks_in(kind)


def _marks_in(kind: Any) -> Iterator[object]:  # noqa: ANN401 - any annotation
    for arg in get_args(kind):
        yield from getattr(arg, "__metadata__", ())
        yield from _marks_in(arg)


def bare_name(written: str, kind: str) -> str:
    """The name alone, of an entry that was written as a file or with its kind; else nothing.

    >>> bare_name("../sources/lebrun-2021.md", "source"), bare_name("term/audit", "source")
    ('lebrun-2021', '')
    """
    folder, _, name = written.strip().removesuffix(".md").rpartition("/")
    known = {one.folder for one in all_kinds() if one.kind == kind} | {"", ".", kind}
    return slug(name) if name != written and folder.rpartition("/")[2] in known else ""
