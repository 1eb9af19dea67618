"""Every setting with what it does, from the model's own words, so that none is out of date."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from lsbuild.config_file import OF_MKDOCS
from lsbuild.settings import Settings
from lsbuild.views._ticked import ticked
from lsbuild.views.page import Plain

_WRITTEN = {"content": "docs_dir", "out": "site_dir", "theme": "theme.custom_dir"}


def settings_tables() -> Plain:
    """The settings of the left edge, and those below `- lsbuild:`."""
    fields = Settings.model_fields
    left = [name for name in fields if name in OF_MKDOCS and name != "root"]
    return {
        "left": [_row(Settings, name, _WRITTEN.get(name, name)) for name in left],
        "own": [
            row
            for name in fields
            if name not in OF_MKDOCS
            for row in _rows(name, fields[name].annotation)
        ],
    }


def _rows(name: str, inner: object) -> Iterator[Plain]:
    yield _row(Settings, name, name)
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        for one in inner.model_fields:
            yield _row(inner, one, f"{name}.{one}")


def _row(model: type[BaseModel], name: str, written: str) -> Plain:
    field = model.model_fields[name]
    value = "" if field.is_required() or isinstance(field.default, BaseModel) else field.default
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return {"name": written, "about": ticked(field.description or ""), "unsaid": shown}
