"""What `check` found last time, for as long as nothing that it reads has changed.

It lies outside the repository, where a proposal could bring a report that finds nothing.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from lsbuild.output.work import cache_folder, name_of
from lsbuild.settings import Settings
from lsbuild.text.diagnostic import Report

MOST = 100
"""Of more findings nothing is kept: each brings the text of its file."""
_SPANS = {"_spans"}
_LEFT_OUT = {"__all__": {"source": _SPANS, "related": {"__all__": {"source": _SPANS}}}}
_Kept = tuple[str, Report]


def recall(settings: Settings, key: str) -> Report | None:
    """The report of the last check, if that was made from the same inputs."""
    with suppress(OSError, ValidationError):
        known, report = _form().validate_json(_notes(settings).read_bytes())
        return report if key and known == key else None
    return None


def keep(settings: Settings, key: str, report: Report) -> None:
    """Remember a report, unless a fault of ours is in it; where nobody can write, do nothing."""
    faulty = any(one.name == "own-fault" for one in report)
    if not key or faulty or len(report.findings) > MOST:
        return
    # A name of bytes that are no UTF-8 cannot be written down.
    with suppress(OSError, PydanticSerializationError):
        data = _form().dump_json((key, report), exclude={1: {"findings": _LEFT_OUT}})  # type: ignore[arg-type]
        notes = _notes(settings)
        fresh = notes.with_suffix(".new")
        fresh.write_bytes(data)
        fresh.replace(notes)


@cache
def _form() -> TypeAdapter[_Kept]:
    return TypeAdapter(_Kept)


def _notes(settings: Settings) -> Path:
    """One file for each folder that was ever checked; raises `OSError` where there is no cache."""
    folder = cache_folder("checked")
    if folder is None:
        raise FileNotFoundError
    return folder / f"{name_of(settings.root)}.json"
