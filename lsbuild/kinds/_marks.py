"""Finds the values of an entry that name something else: other entries, vocabulary terms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel

from lsbuild.kinds._fields import RefTo, TermIn

Mark = RefTo | TermIn
M = TypeVar("M", RefTo, TermIn)
EACH = "*"
Path = tuple[str, ...]
Keys = tuple[str | int, ...]


@cache
def _marks(model: type[BaseModel]) -> tuple[tuple[Path, Mark], ...]:
    """Where the marks of a model are; `*` stands for each item of a list."""
    found: list[tuple[Path, Mark]] = []
    for name, field in model.model_fields.items():
        for mark in field.metadata:
            if isinstance(mark, RefTo | TermIn):
                found.append(((name,), mark))
        found += [((name, *path), mark) for path, mark in _within(field.annotation)]
    return tuple(found)


def _within(annotation: Any) -> list[tuple[Path, Mark]]:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return list(_marks(annotation))
    found: list[tuple[Path, Mark]] = []
    listed = getattr(annotation, "__origin__", None) is tuple
    for arg in get_args(annotation):
        own = [((), one) for one in getattr(arg, "__metadata__", ()) if isinstance(one, Mark)]
        for path, mark in [*own, *_within(arg)]:
            found.append(((EACH, *path) if listed else path, mark))
    return found


def marked(data: BaseModel) -> Iterator[tuple[Keys, str, Mark]]:
    """Each marked value of an entry: its keys in the front matter, the value, the mark."""
    for path, mark in _marks(type(data)):
        for keys, value in _values(data, path, ()):
            if value:
                yield keys, value, mark


def _values(node: Any, path: Path, keys: Keys) -> Iterator[tuple[Keys, str]]:  # noqa: ANN401
    if not path:
        yield keys, node
    elif path[0] == EACH:
        for index, item in enumerate(node):
            yield from _values(item, path[1:], (*keys, index))
    elif node is not None:
        yield from _values(getattr(node, path[0]), path[1:], (*keys, path[0]))


@cache
def _parts(model: type[BaseModel], wanted: type[BaseModel]) -> tuple[Path, ...]:
    found: list[Path] = []
    for name, field in model.model_fields.items():
        found += [(name, *path) for path in _holding(field.annotation, wanted)]
    return tuple(found)


def _holding(annotation: Any, wanted: type[BaseModel]) -> list[Path]:  # noqa: ANN401
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        own: list[Path] = [()] if issubclass(annotation, wanted) else []
        return own + list(_parts(annotation, wanted))
    listed = getattr(annotation, "__origin__", None) is tuple
    return [
        (EACH, *path) if listed else path
        for arg in get_args(annotation)
        for path in _holding(arg, wanted)
    ]


B = TypeVar("B", bound=BaseModel)


def parts(data: BaseModel, wanted: type[B]) -> Iterator[tuple[Keys, B]]:
    """Each part of a type in an entry, however deep: all claims, all citations."""
    for path in _parts(type(data), wanted):
        for keys, value in _values(data, path, ()):
            if value is not None:
                yield keys, value  # type: ignore[misc]
