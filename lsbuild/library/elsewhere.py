"""A field that nobody knows here: one of another part, or one under its everyday name."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from lsbuild.library.fields import model_in, owner_of
from lsbuild.text.words import did_you_mean, listed, nearest

_EVERYDAY = {
    "year": ("issued", "period"),
    "date": ("issued", "period", "published"),
    "journal": ("container_title",),
    "tags": ("themes", "keywords"),
    "tag": ("themes", "keywords"),
    "location": ("areas",),
    "link": ("url",),
    "website": ("url",),
    "description": ("summary",),
    "abstract": ("summary",),
    "references": ("sources", "pointers"),
}
"""What other systems call a field; of several names those count that a kind has."""
_FEW = 3
_SHORT = 12


def unknown_field(model: type[BaseModel], keys: tuple[Any, ...]) -> tuple[str, str, str]:
    """The sentence, the nearest field, and where else the name is one."""
    name, owner = str(keys[-1]), owner_of(model, keys[:-1])
    known = list(owner.model_fields) if owner else []
    near, there = nearest(name, known), _places(name, model, keys)
    if near and there and len(keys) == 1:
        # `author` may be that of the work or of the page: nothing is repaired.
        near, there = "", f"{did_you_mean(near).rstrip('?')}, or does it belong {there}?"
    elif near:
        there = ""
    elif there:
        few = f"; {_all(model, known)}" if len(keys) > 1 and len(known) < _SHORT else ""
        there = f"write it {there}{few}"
    hint = there or ("" if near else _called(name, model, keys, known) or _all(model, known))
    return f"there is no field `{name}` here", near, hint


def _places(name: str, model: type[BaseModel], keys: tuple[Any, ...]) -> str:
    """The parts that have a field of this name: below what stands here, or the whole file."""
    here = owner_of(model, keys[:-1])
    if len(keys) > 1 and name in model.model_fields:
        return "at the left edge"
    parts = [one for one, field in _parts(here) if name in field.model_fields]
    return f"below {listed(f'{one}:' for one in parts)}" if 0 < len(parts) <= _FEW else ""


def _parts(owner: type[BaseModel] | None) -> list[tuple[str, type[BaseModel]]]:
    fields = owner.model_fields.items() if owner else ()
    return [(name, part) for name, one in fields if (part := model_in(one.annotation))]


def _called(name: str, model: type[BaseModel], keys: tuple[Any, ...], known: list[str]) -> str:
    """The fields that an everyday name stands for."""
    names = _EVERYDAY.get(name.lower(), ())
    if here := [one for one in names if one in known]:
        return f"write it as {listed(here)}"
    for one in names:
        if there := _places(one, model, keys):
            return f"write it as `{one}`, {there}"
    return ""


def _all(model: type[BaseModel], known: list[str]) -> str:
    """The fields there are, or the page that lists them."""
    if len(known) < _SHORT:
        return f"known fields here: {listed(known, 'and')}"
    kind = getattr(model, "kind", "")
    return f"the page /handbook/fields/{kind}/ of the portal lists all fields"
