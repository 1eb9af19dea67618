"""Each place where an entry names another one, to the letter."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import PurePosixPath
from typing import NamedTuple

from lsbuild.kinds._fields import RefTo
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.rules._links import beside, ref_of
from lsbuild.text.outline import LinkType


class Form(StrEnum):
    """How an entry is named."""

    SLUG = "slug"
    REF = "ref"
    FILE = "file"


class Place(NamedTuple):
    """Where a name stands, in characters of the whole file."""

    start: int
    end: int
    form: Form
    path: PurePosixPath | None = None
    """The file that is named, for a link to a file."""


def places(entry: AnyEntry, ref: Ref) -> set[Place]:
    """Where an entry names `ref`: in its fields, its citations and its links."""
    return {*_in_fields(entry, ref), *_in_body(entry, ref)}


def line_of(entry: AnyEntry, place: Place) -> int:
    """The line of the file a place is on."""
    return entry.source.span(place.start).line


def _in_fields(entry: AnyEntry, ref: Ref) -> Iterator[Place]:
    for keys, value, mark in entry.marked(RefTo):
        named = value.partition("#")[0]
        if (Ref(mark.kind, named) if mark.kind else Ref.parse(named)) != ref:
            continue
        span = entry.source.span_of(*keys)
        start = entry.source.offset(span)
        written = entry.source.text[start : start + span.length]
        at = max(0, written.find(named))
        yield Place(start + at, start + at + len(named), Form.SLUG if mark.kind else Form.REF)


def _in_body(entry: AnyEntry, ref: Ref) -> Iterator[Place]:
    body = entry.source.body.encode()
    place = _placed(entry, body)
    for row in entry.outline.citations:
        if Ref("source", row.source) == ref:
            start = body.index(b"@", row.start) + 1
            yield place(start, start + len(ref.slug), Form.SLUG)
    for link in entry.outline.links:
        if link.type is LinkType.ENTRY and Ref.parse(link.target.partition("#")[0]) == ref:
            start = body.index(str(ref).encode(), link.start)
            yield place(start, start + len(str(ref)), Form.REF)
    for written, path, start in file_links(entry):
        if ref_of(path) == ref:
            yield place(start, start + len(written.encode()), Form.FILE, path)


def _placed(entry: AnyEntry, body: bytes) -> Callable[..., Place]:
    def place(start: int, end: int, form: Form, path: PurePosixPath | None = None) -> Place:
        before, inside = len(body[:start].decode()), len(body[start:end].decode())
        at = entry.source.body_at + before
        return Place(at, at + inside, form, path)

    return place


def file_links(entry: AnyEntry) -> Iterator[tuple[str, PurePosixPath, int]]:
    """Each way to a file below `content/`: as written, the file, and the byte where it begins."""
    body = entry.source.body.encode()
    rows = [(one.target, one.start, one.end) for one in entry.outline.images]
    rows += [
        (one.target, one.start, one.end) for one in entry.outline.links if one.type is LinkType.FILE
    ]
    for target, start, end in rows:
        written = target.partition("#")[0]
        if written:
            for at in _begins(body, written.encode(), start, end):
                yield written, beside(entry, written)[0], at


def _begins(body: bytes, written: bytes, start: int, end: int) -> list[int]:
    """Where the target of a link stands: within it, or in the line that defines its label."""
    for opening in (b"(", b"(<"):
        found = body.rfind(opening + written, start, end)
        if found != -1:
            return [found + len(opening)]
    defined = rb"^ {0,3}\[[^\]\n]+\]:[ \t]*<?(" + re.escape(written) + rb")(?=[#>\s]|$)"
    return [match.start(1) for match in re.finditer(defined, body, re.MULTILINE)]


def way(path: PurePosixPath, folder: PurePosixPath) -> str:
    """The way to a file from a folder."""
    return posixpath.relpath(str(path), str(folder))
