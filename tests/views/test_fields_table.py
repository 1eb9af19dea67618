"""The handbook shows how a field that holds parts is written, and what it shows would be read."""

from typing import Annotated

import pytest
from pydantic import BaseModel, TypeAdapter

from lsbuild.kinds import all_kinds, kind_named
from lsbuild.text import yaml12
from lsbuild.views._fields_table import fields_of

EXAMPLES = [
    (kind, row["name"], row["example"])
    for kind in all_kinds()
    for row in fields_of(kind)
    if row["example"]
]


def test_every_field_of_parts_has_an_example():
    """No list of parts is left to guessing, and single values have their sentence alone."""
    shown = {row["path"]: row["example"] for row in fields_of(kind_named("case-study"))}

    assert all(shown[name] for name in ("partners", "measures", "background", "consents"))
    assert all(shown[name] for name in ("transfer", "related", "allow", "corrections"))
    assert not shown["title"] and not shown["themes"] and not shown["partners.name"]


def test_it_is_written_as_editors_write_it():
    """Dashes stand two letters in, and a day is a day."""
    shown = {row["path"]: row["example"] for row in fields_of(kind_named("page"))}

    assert shown["allow"] == ("allow:\n  - rule: name-of-the-rule\n    why: Why it is right here.")
    assert shown["corrections"].startswith("corrections:\n  - on: 2026-11-22\n    says: ")


@pytest.mark.parametrize(("kind", "name", "text"), EXAMPLES)
def test_each_is_read_as_what_it_shows(kind: type[BaseModel], name: str, text: str):
    """What is copied into a file fits the field, and a claim names its source."""
    field = kind.model_fields[name]
    type_ = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
    value = TypeAdapter(type_).validate_python(yaml12.load(text)[name])

    assert value and "…" not in text and 1 < len(text.splitlines()) < 15
    assert "who_says: project" not in text or "sources:" in text
