"""The fields of a kind as those of a form in the browser, in the words of Sveltia CMS."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from lsbuild.kinds._fields import Ask, RefTo, TermIn
from lsbuild.kinds._scales import Scale
from lsbuild.kinds._shapes import CodeOf
from lsbuild.relations.portal import Portal
from lsbuild.text.messages import say
from lsbuild.views._editor_values import (
    between,
    codes,
    flat,
    hint_of,
    in_words,
    names_of,
    select,
    singular,
    summary_of,
    typed,
)
from lsbuild.views.page import Plain

MANY = 1_500
"""More entries than that would make the form slow: then their names are typed."""


class FormFields:
    """Makes fields; knows the lists and entries that can be chosen from."""

    def __init__(self, portal: Portal) -> None:
        self.portal = portal
        self.language = portal.settings.language

    def of(self, model: type[BaseModel]) -> list[Plain]:
        """Every field of a kind or part, those that must be there first."""
        fields = [self.field(name, info) for name, info in model.model_fields.items()]
        return sorted(fields, key=lambda one: not one["required"])

    def field(self, name: str, info: FieldInfo) -> Plain:
        """One field, with its name in words, its sentence and what it takes."""
        ask = next((one for one in info.metadata if isinstance(one, Ask)), None)
        label = say(ask.heading, self.language) if ask else in_words(name)
        found = self._takes(info.annotation, info.metadata)
        made: Plain = {"name": name, "label": label, **found, "required": info.is_required()}
        hint = hint_of(info.description or "", found)
        if hint.removeprefix("The ").rstrip(".").casefold() not in ("", label.casefold()):
            made["hint"] = hint
        return self._with_default(made, info)

    def _with_default(self, made: Plain, info: FieldInfo) -> Plain:
        """What stands there from the beginning; a part that may stay empty begins closed.

        A default is written into every file that is saved, so only what is true unless somebody
        says otherwise has one.
        """
        if made["widget"] == "boolean" and info.default is True:
            made["default"] = True
        elif made["widget"] == "object":
            made["collapsed"] = not made["required"]
        elif made["widget"] == "list" and "fields" in made and made.get("min"):
            # The first of them waits to be filled in.
            made["default"] = [{one["name"]: "" for one in made["fields"][:1]}]
        return made

    def _takes(self, type_: Any, marks: Iterable[Any]) -> Plain:  # noqa: ANN401 - any annotation
        marks = list(flat(marks))
        if get_origin(type_) is Annotated:
            return self._takes(get_args(type_)[0], [*type_.__metadata__, *marks])
        if get_origin(type_) is tuple:
            return self._list(get_args(type_)[0], marks)
        if NoneType in get_args(type_):
            return self._takes(next(one for one in get_args(type_) if one is not NoneType), marks)
        if isinstance(type_, type) and issubclass(type_, BaseModel):
            return {"widget": "object", "fields": self.of(type_), "summary": summary_of(type_)}
        chosen = self._choice(type_, marks)
        return chosen if chosen is not None else typed(type_, marks)

    def _list(self, type_: Any, marks: Sequence[Any]) -> Plain:  # noqa: ANN401
        """Several values: chosen ones are ticked, lines are typed below each other."""
        limits = between(marks, "min_length", "max_length", "min", "max")
        inner = self._takes(type_, ())
        if inner["widget"] in ("select", "relation"):
            return {**inner, "multiple": True, **limits}
        if inner["widget"] == "string":
            return {"widget": "list", "label_singular": say("Line", self.language), **limits}
        if inner["widget"] == "object":
            model = type_ if isinstance(type_, type) else get_args(type_)[0]
            return {
                "widget": "list",
                "label_singular": singular(model),
                "fields": inner["fields"],
                "summary": inner["summary"],
                "collapsed": "auto",
                **limits,
            }
        text = say("Text", self.language)
        one = {"name": "text", "label": text, **inner}
        return {"widget": "list", "label_singular": text, "field": one, **limits}

    def _choice(self, type_: Any, marks: Sequence[Any]) -> Plain | None:  # noqa: ANN401
        for mark in marks:
            if isinstance(mark, TermIn):
                terms = self.portal.vocabularies.terms(mark.vocabulary)
                return select((one.id, one.label_in(self.language)) for one in terms)
            if isinstance(mark, CodeOf):
                return select(codes(mark.what, self.language))
            if isinstance(mark, RefTo):
                return self._reference(mark)
        if isinstance(type_, type) and issubclass(type_, Scale):
            return select((str(one.value), say(one.label, self.language)) for one in type_)
        if isinstance(type_, type) and issubclass(type_, Enum):
            return select((str(one.value), in_words(str(one.value))) for one in type_)
        if get_origin(type_) is Literal:
            return select((one, in_words(one)) for one in get_args(type_))
        return None

    def _reference(self, mark: RefTo) -> Plain:
        if mark.kind and not mark.part:
            return {
                "widget": "relation",
                "collection": mark.kind,
                "value_field": "{{slug}}",
                "display_fields": ["{{title}} ({{slug}})"],
                "search_fields": ["title"],
            }
        # The list stands on the web, so it names no drafts.
        entries = self.portal.library.public(mark.kind, self.language)
        options = [one for entry in entries for one in names_of(entry, mark)]
        if len(options) > MANY:
            form = "role-guide-slug#id" if mark.part else "kind/slug"
            return {"widget": "string", "pattern": ["^[a-z0-9#/-]+$", f"Its name: {form}."]}
        return select(options)
