"""The words that the fields of an entry tell readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from lsbuild.kinds._base import Content
from lsbuild.kinds._marks import Keys
from lsbuild.kinds._parts import Citation, Pointer
from lsbuild.kinds._shapes import PLAIN

# Fields that say how a page is kept, not what it is about; names and keywords are told apart.
_KEPT = {
    "status",
    "review",
    "allow",
    "aliases",
    "translation_of",
    "id",
    "order",
    "authors",
    "reviewers",
    "replies",
    "corrections",
    "consents",
    "withdrawal",
    "names",
    "keywords",
}
# Lines that are numbers, or names of files: nobody looks for a page by them.
_STEERING = {"volume", "issue", "page", "number", "located_by", "transcript", "captions"}


Without = Callable[[BaseModel], bool]


def texts_of(model: BaseModel, without: Without = lambda part: False) -> Iterator[str]:
    """The words of an entry's fields, in the order of the fields, however deep they stand.

    Parts that a caller leaves out tell nothing.
    """
    return (words for _, words, _ in told_in(model, without))


def told_in(
    model: BaseModel, without: Without = lambda part: False, keys: Keys = ()
) -> Iterator[tuple[Keys, str, BaseModel]]:
    """The same, each with its keys and the part it is a field of."""
    if not without(model):
        for name in _told(type(model)):
            yield from _within(getattr(model, name), without, (*keys, name), model)


@cache
def _told(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that hold words, however deep: ids, codes, dates and scales are of other types."""
    # The page's own title is not among its words, but that of an action or a film is.
    left_out = _KEPT | _STEERING | ({"title"} if issubclass(model, Content) else set())
    return tuple(
        name
        for name, field in model.model_fields.items()
        if name not in left_out and (PLAIN in field.metadata or _tells(field.annotation))
    )


def _tells(annotation: Any) -> bool:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return not issubclass(annotation, Citation | Pointer) and bool(_told(annotation))
    return PLAIN in getattr(annotation, "__metadata__", ()) or any(
        _tells(arg) for arg in get_args(annotation)
    )


def _within(
    value: Any,  # noqa: ANN401
    without: Without,
    keys: Keys,
    owner: BaseModel,
) -> Iterator[tuple[Keys, str, BaseModel]]:
    if isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _within(one, without, (*keys, index), owner)
    elif isinstance(value, BaseModel):
        yield from told_in(value, without, keys)
    elif value and any(map(str.isalpha, value)):
        # A bare figure says nothing without what stands about it.
        yield keys, value, owner
