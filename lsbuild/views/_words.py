"""The words a page is found by."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from lsbuild.kinds._parts import Citation, Pointer
from lsbuild.kinds._setting import OtherName
from lsbuild.library.library import AnyEntry
from lsbuild.views._desk import Desk
from lsbuild.views.page import Words

# Fields that say how a page is kept, not what it is about.
_KEPT = {
    "status",
    "review",
    "allow",
    "aliases",
    "translation_of",
    "title",
    "id",
    "order",
    "authors",
    "reviewers",
    "replies",
    "corrections",
    "consents",
    "withdrawal",
    "names",
}


def words_of(entry: AnyEntry, desk: Desk) -> Words:
    """The words of an entry: its fields in their order, then its body."""
    data = entry.data
    names = tuple(one.name for one in getattr(data, "names", ()) if isinstance(one, OtherName))
    blocks = (*_texts(data), *entry.outline.paragraphs)
    return Words(desk.say(data.label), blocks, (*names, *data.keywords))


def _texts(model: BaseModel) -> Iterator[str]:
    for name in _told(type(model)):
        yield from _within(getattr(model, name))


@cache
def _told(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name in model.model_fields if name not in _KEPT)


def _within(value: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(value, tuple):
        for one in value:
            yield from _within(one)
    elif isinstance(value, Citation | Pointer):
        return
    elif isinstance(value, BaseModel):
        yield from _texts(value)
    elif isinstance(value, str) and type(value) is str and " " in value:
        # Ids, codes and scales are single words; sentences and names are not.
        yield value
