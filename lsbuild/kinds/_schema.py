"""JSON Schema of what an author may write."""

from __future__ import annotations

from pydantic import BaseModel


def schema_of(model: type[BaseModel]) -> dict[str, object]:
    """JSON Schema 2020-12 of a kind or vocabulary, with each field's sentence."""
    schema = model.model_json_schema(mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
