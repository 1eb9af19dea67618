"""Mistakes in how an item or a value begins: bullets, quotes, brackets and other signs."""

from __future__ import annotations

import re
from typing import NamedTuple

from lsbuild.text.words import ROUND
from lsbuild.text.yaml_mends import Change, changed, in_quotes, with_hyphens


class Mistake(NamedTuple):
    """What is wrong, where (characters of the text), and what to do."""

    says: str
    start: int
    end: int
    hint: str
    fix: Change | None = None


class Line(NamedTuple):
    """One line, and where it begins."""

    start: int
    text: str

    def mistake(self, says: str, hint: str, start: int = 0, end: int = 0) -> Mistake:
        return Mistake(says, self.start + start, self.start + max(end, start + 1), hint)


def line_at(text: str, at: int) -> Line:
    """The line of a place."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", start)
    return Line(start, text[start : len(text) if end == -1 else end])


_BULLET = re.compile(
    rf"^(?P<indent> *)(?P<sign>[{ROUND}\u2010-\u2015\u2212](?=[ \t\u00a0\w])|-(?=\w))"
    r"[ \t\u00a0]*(?=\S)(?P<field>[\w-]+:(?:\s|$))?",
    re.MULTILINE,
)
_OPENED = re.compile(r"^(?P<own> *(?:- +)*)(?:[\w-]+: +)?(?=[\"'])", re.MULTILINE)
_CLOSED = {
    '"': re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL),
    "'": re.compile(r"'[^']*(?:''[^']*)*'"),
}
_NEXT = re.compile(r"^( *)(?:- |[\w-]+:(?=\s|$))", re.MULTILINE)
_OWN = re.compile(r" *(?:- +)*")
_SIGN = re.compile(r" *(?:- +)*(?:[\w-]+: +)?([*&!>|\[{]|(?<=: )[-?](?= ))")
_MEANT = re.compile(r"[^*!>|?-]|> ?[\d=]")
"""A sign that can only be part of the text: `*` may be meant as italics, `> ` as a long text."""


def bullet(text: str, line: Line) -> Mistake | None:
    """A bullet or a dash of Word where the hyphen of a list is meant, here or further up."""
    for found in _BULLET.finditer(text, 0, line.start + len(line.text)):
        # Within a text, a line may begin with a dash.
        if found["field"] or found.start() == line.start:
            start, sign = found.start("sign"), found["sign"]
            says = f"`{sign}` begins no item of a list here"
            if sign == "-":
                says = "a space is missing after `-`"
            hint = "write `- `, a hyphen and a space, before each item"
            fix = with_hyphens(text, found.start(), found["indent"], sign)
            return Mistake(says, start, start + 1, hint, fix)
    return None


def open_quote(text: str, at: int) -> Mistake | None:
    """A quotation mark that is not closed before the next field begins.

    The parser goes on to the next such mark, and complains of what stands behind that one.
    """
    place = 0
    while (found := _OPENED.search(text, place)) and found.end() < at:
        start = found.end()
        closed = _CLOSED[text[start]].match(text, start)
        place = closed.end() if closed else len(text)
        if _runs_on(text, start, place, len(found["own"])):
            says = "a quotation mark is opened here and never closed"
            hint = "close it at the end of the value, or take it away"
            return Mistake(says, start, start + 1, hint, _with_quote(text, start))
    return None


def _runs_on(text: str, start: int, end: int, own: int) -> bool:
    """Whether a field or an item begins between two places, no further in than its own."""
    return any(len(one[1]) <= own for one in _NEXT.finditer(text, start, end))


def _with_quote(text: str, start: int) -> Change | None:
    """The value closed where its line ends, in place of a curly mark that was to close it."""
    line = line_at(text, start)
    stop = line.start + len(line.text.rstrip())
    value = text[start + 1 : stop]
    if not value or " #" in value or "\\" in value or text[start] in value:
        return None
    return changed(text, stop - (value[-1] in "“”‘’"), stop, text[start])


def in_bracket(text: str, start: int, at: int) -> Mistake | None:
    """A bracket that is not closed before the next field begins, or what it holds."""
    sign = text[start]
    close = "]" if sign == "[" else "}"
    end = text.find(close, start)
    own = _OWN.match(line_at(text, start).text)
    indent = len(own.group()) if own else 0
    if end != -1 and not _runs_on(text, start, end, indent):
        # What goes on behind the bracket is no fault in it.
        if end < at:
            return None
        says = f"what stands between `{sign}` and `{close}` cannot be read"
        hint = "part its items by commas, and put an item that has signs in it in quotes"
        return Mistake(says, start, start + 1, hint)
    says = f"the `{sign}` that is opened here is never closed"
    hint = f"write `{close}` behind the last of its items; a text that has `{sign}` needs quotes"
    return Mistake(says, start, start + 1, hint)


def odd_sign(text: str, line: Line, at: int) -> Mistake | None:
    """A value that begins with a sign which means something else to YAML."""
    sign, found = line.text[at : at + 1], _SIGN.match(line.text)
    if sign and sign in "%@`":
        place = at
    elif found and found.start(1) <= at and not _is_open(line.text, found.start(1), at):
        place, sign = found.start(1), found[1]
    else:
        return None
    shown = "a backtick" if sign == "`" else f"`{sign}`"
    hint = "put the whole value in quotes"
    if sign in "|>":
        hint += ", or begin a long text on the next line"
    meant = _MEANT.match(line.text, place)
    fix = in_quotes(text, line.start, odd=sign not in "%@`") if meant else None
    says = f"a value that begins with {shown} needs quotes"
    return line.mistake(says, hint, place)._replace(fix=fix)


def _is_open(text: str, start: int, at: int) -> bool:
    """Whether a bracket that begins a value is not closed yet."""
    close = {"[": "]", "{": "}"}.get(text[start])
    return close is not None and close not in text[start:at]
