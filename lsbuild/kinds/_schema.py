"""JSON Schema of what an author may write."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel


def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    """JSON Schema 2020-12 of a kind or vocabulary, with each field's sentence."""
    schema = model.model_json_schema(mode="validation")
    for name, field in model.model_fields.items():
        # pydantic drops the sentence of a field whose default is a group of fields.
        schema["properties"][name].setdefault("description", field.description)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
