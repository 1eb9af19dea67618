"""What pages say no more once an entry was taken down, though its name stands in their files."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel

from lsbuild.kinds._fields import RefTo
from lsbuild.library.entry import Ref
from lsbuild.views._desk import Desk


def is_gone(ref: Ref, desk: Desk) -> bool:
    """Whether readers could open an entry once, and can no more in any language."""
    entry = desk.library.find(ref, desk.language)
    return entry is not None and entry.is_taken_down


def tells_of_gone(part: BaseModel, desk: Desk) -> bool:
    """Whether a part is about one entry, such as a cell of a comparison, and that is gone."""
    return any(is_gone(_named(mark, getattr(part, name)), desk) for name, mark in _refs(type(part)))


def _named(mark: RefTo, value: str) -> Ref:
    return Ref(mark.kind, value) if mark.kind else Ref.parse(value)


@cache
def _refs(model: type[BaseModel]) -> tuple[tuple[str, RefTo], ...]:
    fields = model.model_fields.items()
    marks = ((name, mark) for name, field in fields for mark in field.metadata)
    return tuple((name, mark) for name, mark in marks if isinstance(mark, RefTo))
