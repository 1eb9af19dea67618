"""A proposal as data: what is left to mend, and what it changes, in words.

One job writes it without any rights; another reads it with the right to write a comment. So
everything in it is short, and what does not fit this form is refused as a whole.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from lsbuild.editing import EditingError

LIMIT = 1_000_000
"""Bytes of the file; a comment shows far less."""
MOST = 100
"""Items of a list; beyond that only their number is told."""
LONGEST = 300

Word = Annotated[str, StringConstraints(max_length=120)]
Words = Annotated[str, StringConstraints(max_length=LONGEST)]
Number = Annotated[int, Field(ge=0, le=10_000_000)]


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Finding(_Form):
    """Something the check found in a file that the proposal changes."""

    code: Annotated[str, StringConstraints(pattern=r"^LS\d{3}$")]
    severity: Literal["error", "warning", "advice"]
    path: Words
    line: Number
    says: Words
    hint: Words


class FieldChange(_Form):
    """One field, before and after; empty where it was not there."""

    field: Words
    old: Words
    new: Words


class EntryChange(_Form):
    """What happened to one page."""

    path: Words
    title: Words
    kind: Word
    state: Literal["new", "changed", "moved", "gone", "unread"]
    status: Word
    fields: Annotated[list[FieldChange], Field(max_length=MOST)] = []
    claims_added: Annotated[list[Words], Field(max_length=MOST)] = []
    claims_lost: Annotated[list[Words], Field(max_length=MOST)] = []
    sources_added: Annotated[list[Word], Field(max_length=MOST)] = []
    sources_lost: Annotated[list[Word], Field(max_length=MOST)] = []
    words: tuple[Number, Number] = (0, 0)
    """Of the body, before and after."""
    reading: tuple[Number, Number] = (0, 0)
    """LIX of the body; 0 where it is too short to tell."""
    bytes: tuple[Number, Number] = (0, 0)
    """The HTML of the page; 0 where readers get none."""


class Review(_Form):
    """A whole proposal."""

    version: Literal[1] = 1
    findings: Annotated[list[Finding], Field(max_length=MOST)] = []
    more_findings: Number = 0
    """How many more there are."""
    entries: Annotated[list[EntryChange], Field(max_length=MOST)] = []
    more_entries: Number = 0
    outside: Annotated[list[Words], Field(max_length=MOST)] = []
    """Changed files below `content/` that are no pages."""


def read_review(path: Path) -> Review:
    """A review that someone else's job wrote; raises `EditingError` for anything else."""
    try:
        with path.open("rb") as file:
            raw = file.read(LIMIT + 1)
    except OSError as error:
        raise EditingError(f"{path}: {error.strerror}") from error
    if len(raw) > LIMIT:
        raise EditingError(f"{path}: more than {LIMIT // 1_000:,} kB are no review")
    try:
        return Review.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(key)[:40] for key in first["loc"][:6])
        raise EditingError(
            f"{path}: this is no review ({where or 'JSON'}: {first['type']})"
        ) from error
