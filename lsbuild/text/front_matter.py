"""From the bytes of a file to its front matter and body, each refusal with its own name."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

import frontmatter
from frontmatter.default_handlers import BaseHandler

from lsbuild.text import yaml12
from lsbuild.text.signs import CONTROL
from lsbuild.text.source import Source
from lsbuild.text.yaml12 import YamlProblem

MAX_FRONT = 64 * 1024
MAX_FILE = 128 * 1024

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
# Word makes a long dash of two hyphens.
_DASHES = re.compile(r"^(?=-*[–—])[-–—]{1,3}[ \t]*$", re.MULTILINE)
_MANY = re.compile(r"^-{4,}[ \t]*$", re.MULTILINE)
# As fields stand in instructions, where they are shown and not read.
_FENCE = re.compile(r"^(?:`{3,}|~{3,})[ \t]*\w*[ \t]*$", re.MULTILINE)
_EMPTY = re.compile(r"\s*(?=---[ \t]*$)", re.MULTILINE)
# Git writes `=======` between the two; alone it underlines a heading. To begin with a sign is
# quick, and whether a line begins there is looked at after.
_CONFLICT = re.compile(r"[<>](?:(?<=^<)<{6} |(?<=^>)>{6} )", re.MULTILINE)


class _Handler(BaseHandler):
    """Hands python-frontmatter the YAML we read. One handler serves one file."""

    FM_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)

    def __init__(self, names: frozenset[str] | None) -> None:
        super().__init__()
        self.names = names

    def detect(self, text: str) -> bool:
        return text.startswith("---")

    def split(self, text: str) -> tuple[str, str]:
        match = _FRONT.match(text)
        if match is None:
            raise _unclosed(text)
        return match.group(1), text[match.end() :]

    def load(self, front: str) -> Any:  # noqa: ANN401 - whatever the author wrote
        return yaml12.load(front, self.names)


def decode(raw: bytes) -> str:
    """The text of a file: UTF-8 with or without BOM, any line ends; raises `YamlProblem`."""
    if len(raw) > MAX_FILE:
        raise YamlProblem(
            "oversized-file",
            f"the file has {len(raw) // 1024:,} KiB; the limit is 128",
            0,
            hint="move pictures into files of their own, and split long texts",
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = line_ends(raw[: error.start].decode("utf-8-sig", errors="replace"))
        raise YamlProblem(
            "not-utf8",
            "this is not UTF-8 text",
            len(before),
            hint="save the file again with the encoding “UTF-8”",
        ) from error
    text = line_ends(text)
    control = CONTROL.search(text)
    if control:
        raise YamlProblem(
            "control-character",
            f"an invisible control character (U+{ord(control.group()):04X}) stands here",
            control.start(),
            hint="delete it; it often comes with text pasted from a PDF",
        )
    conflict = _CONFLICT.search(text)
    if conflict:
        raise YamlProblem(
            "conflict-markers",
            "two versions of this file were never merged",
            conflict.start(),
            conflict.end(),
            "keep the lines that are right and delete the lines of `<<<<<<<`, `=======`, `>>>>>>>`",
        )
    return text


def line_ends(text: str) -> str:
    """The text with line ends of one character each, so that places agree with editors."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def split(path: PurePosixPath, text: str) -> Source:
    """A Markdown file as a `Source` with its two halves; without front matter, all body."""
    match = _FRONT.match(text)
    if match is None:
        return Source(path, text)
    return Source(path, text, match.group(1), match.start(1), match.end())


def _unclosed(text: str) -> YamlProblem:
    name, dashes = "unclosed-front-matter", _DASHES.search(text)
    if dashes:
        says = "the front matter ends with a long dash"
        return YamlProblem(name, says, *dashes.span(), "type three hyphens: `---`")
    if many := _MANY.search(text):
        says = "four hyphens or more are no end of the front matter, and no beginning"
        return YamlProblem(name, says, *many.span(), "type three hyphens: `---`")
    says = "the front matter is opened by `---` and never closed"
    return YamlProblem(name, says, 0, 3, "write `---` on a line of its own below the last field")


def _fenced(name: str, start: int, end: int, hint: str) -> YamlProblem:
    return YamlProblem(name, "the fields stand in a block of code", start, end, hint)


def _missing(text: str) -> YamlProblem:
    name, dashes, empty = "missing-front-matter", _DASHES.match(text), _EMPTY.match(text)
    if fence := _FENCE.match(text, len(text) - len(text.lstrip())):
        return _fenced(name, *fence.span(), "write `---` in place of this line and of its pair")
    if dashes:
        says = "the first line has a long dash"
        return YamlProblem(name, says, *dashes.span(), "type three hyphens: `---`")
    if empty:
        what = "an empty line stands" if "\n" in empty.group() else "spaces stand"
        them = "it" if "\n" in empty.group() else "them"
        hint = f"delete {them}, so that the file begins with `---`"
        return YamlProblem(name, f"{what} before the first `---`", 0, hint=hint)
    says = "the file does not begin with front matter"
    return YamlProblem(name, says, 0, hint="begin with `---`, then the fields, then `---` again")


def read_front(source: Source, names: frozenset[str] | None = None) -> dict[str, Any]:
    """The front matter as plain values; raises `YamlProblem`, placed in the whole file.

    With the `names` of fields, what is no YAML is told better.
    """
    if not source.text.startswith("---"):
        raise _missing(source.text)
    if len(source.front.encode()) > MAX_FRONT:
        raise YamlProblem(
            "oversized-front-matter",
            "the front matter is larger than 64 KiB",
            source.front_at,
            hint="move the long text below the second `---`",
        )
    try:
        if fence := _FENCE.match(source.front):
            raise _fenced("invalid-yaml", *fence.span(), "delete this line and its pair")
        if not source.body_at:
            raise _unclosed(source.text)
        meta, _ = frontmatter.parse(source.text, handler=_Handler(names))
    except YamlProblem as problem:
        problem.shift(0 if problem.name == "unclosed-front-matter" else source.front_at)
        raise
    if not isinstance(meta, dict) or not meta:
        raise YamlProblem(
            "front-matter-not-a-mapping",
            "the front matter must be lines of `field: value`",
            source.front_at,
            hint="begin each line with the name of a field, then a colon and a space",
        )
    return meta
