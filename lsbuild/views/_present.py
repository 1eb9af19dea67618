"""Any model of ours as plain data, driven by the types of its fields.

So a new kind needs no code here: its template finds every field under its own name, terms and
scales with their labels, references as links, claims with their citations, dates in words.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from lsbuild.kinds._codes import known_country, known_language, known_subdivision
from lsbuild.kinds._fields import Outside, RefTo, TermIn, _edtf, _edtf_or_unknown
from lsbuild.kinds._parts import Citation
from lsbuild.kinds._scales import Scale
from lsbuild.library.entry import Ref
from lsbuild.text.messages import country_name, language_name, subdivision_name
from lsbuild.views._desk import Desk
from lsbuild.views._gone import tells_of_gone
from lsbuild.views.page import Plain

Shower = Callable[[Any, Desk, str], Any]
"""Takes a value, the desk and the address of the page; gives plain data, or None to leave out."""


def present(model: BaseModel, desk: Desk, here: str) -> Plain:
    """The fields that say something, under their own names."""
    found: Plain = {}
    for name, show in _fields(type(model)):
        value = getattr(model, name)
        if value is None or value == "" or value == ():
            continue
        shown = show(value, desk, here)
        if shown is not None and shown != [] and shown != {}:
            found[name] = shown
    return found


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, Shower], ...]:
    return tuple(
        (name, _shower(field.annotation, tuple(field.metadata)))
        for name, field in model.model_fields.items()
    )


def _shower(annotation: Any, metadata: tuple[Any, ...]) -> Shower:  # noqa: ANN401
    """The way to show a value of this type, decided once for each field."""
    if getattr(annotation, "__origin__", None) is tuple:
        return _each(_annotated(get_args(annotation)[0]))
    for mark in metadata:
        if isinstance(mark, TermIn):
            return _term(mark)
        if isinstance(mark, RefTo):
            return _ref(mark)
        if isinstance(mark, Outside):
            return _outside
        if getattr(mark, "func", None) in _BY_CHECK:
            return _BY_CHECK[mark.func]
    return _value


def _annotated(annotation: Any) -> Shower:  # noqa: ANN401
    metadata = getattr(annotation, "__metadata__", ())
    return _shower(get_args(annotation)[0] if metadata else annotation, metadata)


def _each(show: Shower) -> Shower:
    def shown(values: Any, desk: Desk, here: str) -> list[Any]:  # noqa: ANN401
        rows = (show(value, desk, here) for value in values)
        return [row for row in rows if row is not None]

    return shown


def _term(mark: TermIn) -> Shower:
    return lambda value, desk, here: desk.term(mark.vocabulary, value)


def _ref(mark: RefTo) -> Shower:
    def shown(value: Any, desk: Desk, here: str) -> Plain | None:  # noqa: ANN401
        slug, _, part = value.partition("#")
        ref = Ref(mark.kind, slug) if mark.kind else Ref.parse(slug)
        link = desk.link(here, ref, part)
        entry = desk.find(ref)
        if link is None or entry is None or not part:
            return link
        rows = getattr(entry.data, mark.part, ())
        title = next((row.title for row in rows if row.id == part), None)
        return {**link, "title": title, "of": entry.data.title, "id": part} if title else None

    return shown


def _outside(value: str, desk: Desk, here: str) -> str | None:
    """A link that is not to the web would run as code; reading refuses it, and so do we."""
    return value if value.startswith(("https://", "http://")) else None


def _value(value: Any, desk: Desk, here: str) -> Any:  # noqa: ANN401
    if isinstance(value, Scale):
        return desk.scale(value)
    if isinstance(value, Citation):
        return desk.cite(here, value)
    if isinstance(value, BaseModel):
        return None if tells_of_gone(value, desk) else present(value, desk, here)
    if isinstance(value, date):
        return {"iso": value.isoformat(), "label": desk.period(value.isoformat())}
    return value


_BY_CHECK: dict[Any, Shower] = {
    _edtf: lambda value, desk, here: desk.period(value),
    _edtf_or_unknown: lambda value, desk, here: desk.period(value),
    known_country: lambda value, desk, here: {
        "id": value,
        "label": country_name(value, desk.language),
    },
    known_subdivision: lambda value, desk, here: {"id": value, "label": subdivision_name(value)},
    known_language: lambda value, desk, here: {
        "id": value,
        "label": language_name(value, desk.language),
    },
}
