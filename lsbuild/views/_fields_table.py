"""The fields of a kind as rows for the handbook, parts within parts."""

from __future__ import annotations

from enum import Enum
from typing import Any, get_args

from pydantic import BaseModel

from lsbuild.kinds._base import Content
from lsbuild.kinds._fields import RefTo, TermIn
from lsbuild.library.fields import model_in
from lsbuild.views._part_example import example
from lsbuild.views._ticked import ticked
from lsbuild.views.page import Plain

_SIMPLE = {str: "text", int: "number", float: "number", bool: "true or false"}


def fields_of(model: type[BaseModel], depth: int = 0, path: str = "") -> list[Plain]:
    """One row a field: its name, sentence, what it takes, and whether it must be there."""
    rows: list[Plain] = []
    for name, field in model.model_fields.items():
        annotation = field.annotation
        rows.append(
            {
                "name": name,
                "path": f"{path}{name}",
                "depth": depth,
                "about": ticked(field.description or ""),
                "required": field.is_required(),
                "takes": _takes(annotation, tuple(field.metadata)),
                "example": _example(model, name) if depth == 0 else "",
            }
        )
        inner = model_in(annotation)
        if inner is not None and depth < 3:
            rows += fields_of(inner, depth + 1, f"{path}{name}.")
    return rows


def _example(model: type[BaseModel], name: str) -> str:
    """How a field that holds parts is written; the sample of the kind has the others."""
    parts = model_in(model.model_fields[name].annotation) is not None
    return example(model, name) if parts and issubclass(model, Content) else ""


def _takes(annotation: Any, metadata: tuple[Any, ...]) -> str:  # noqa: ANN401
    for mark in metadata:
        if isinstance(mark, TermIn):
            return f"a term of the list {mark.vocabulary}"
        if isinstance(mark, RefTo):
            form = "slug#id" if mark.part else "slug" if mark.kind else "kind/slug"
            return f"{mark.kind or 'an entry'}, written {form}"
    if getattr(annotation, "__origin__", None) is tuple:
        inner = get_args(annotation)[0]
        marks = getattr(inner, "__metadata__", ())
        return f"a list: {_takes(get_args(inner)[0] if marks else inner, marks)}"
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return " · ".join(str(one.value) for one in annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "the fields below"
    literal = [one for one in get_args(annotation) if isinstance(one, str)]
    if literal:
        return " · ".join(literal)
    others = [one for one in get_args(annotation) if one is not type(None)]
    if others:
        return _takes(others[0], ())
    return _SIMPLE.get(annotation, "a day, as 2026-11-22")
