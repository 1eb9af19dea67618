"""What a line that is not YAML lacks, in an author's words and where it belongs."""

from __future__ import annotations

import re

import yaml

from lsbuild.text.words import shorten
from lsbuild.text.yaml_begins import (
    Line,
    Mistake,
    bullet,
    in_bracket,
    line_at,
    odd_sign,
    open_quote,
)
from lsbuild.text.yaml_mends import NBSP, changed, in_quotes, without_hard_blanks, without_tabs

_COLON = re.compile(r":\s")
_INDENT = re.compile(f"[ {NBSP}]*")
_FIELD = re.compile(f"[ {NBSP}]*(?:- +)*([A-Za-z_][A-Za-z0-9_-]{{0,39}})(?![A-Za-z0-9_-])")
_QUOTED = re.compile(r"""\s*(?:- +)*(?:[\w-]+:\s+)?(["'])""")
_LETTERS = re.compile(r"[^\W_]+")
_FIRST = re.compile(r"^ *[^\s#]", re.MULTILINE)
_AT_HAND = "look at this line and the one above it: spaces at the beginning, colons, quotes"


def explained(
    error: yaml.MarkedYAMLError, text: str, names: frozenset[str] | None = None
) -> Mistake:
    """Put the parser's words into an author's, for the mistakes authors make.

    Who knows the `names` of all fields is not told that any other word lacks its colon.
    """
    mark = error.problem_mark or error.context_mark
    at = min(mark.index if mark else 0, max(0, len(text) - 1))
    problem = (error.problem or "").strip()
    line = line_at(text, at)
    if begun := bullet(text, line) or open_quote(text, at):
        return begun
    if "\t" in line.text and ("token" in problem or "tab character" in problem):
        return _tab(line)._replace(fix=without_tabs(text, line.start))
    if "end of stream" in problem and error.context_mark is not None:
        return Mistake(
            "a quotation mark is opened here and never closed",
            error.context_mark.index,
            error.context_mark.index + 1,
            "close it at the end of the value, or take it away",
        )
    if "expected ':'" in problem and error.context_mark is not None:
        line = line_at(text, error.context_mark.index)
        return _from_word(text, line) or _no_colon(line, names)
    if "mapping values are not allowed" in problem:
        return _one_too_many(text, line, at - line.start, names)
    return (
        _from_word(text, line)
        or _in_brackets(error, text, at)
        or odd_sign(text, line, at - line.start)
        or _quotes(line, at - line.start)
        or _indented(text, line, at)
        or Mistake(f"this cannot be read as YAML ({problem or 'unreadable'})", at, at + 1, _AT_HAND)
    )


def _tab(line: Line) -> Mistake:
    at = line.text.index("\t")
    # After spaces it is one too many; alone, it was meant to be them.
    after = line.text[at - 1 : at] == " "
    hint = "delete the tab" if after else "replace the tab by two spaces"
    return line.mistake("a tab stands where spaces are needed", hint, at)


def _from_word(text: str, line: Line) -> Mistake | None:
    """Blanks that look like spaces and are none, and a colon without any."""
    field = _FIELD.match(line.text)
    if field is None:
        return None
    indent = _INDENT.match(line.text)
    if indent and NBSP in indent.group():
        says = f"no-break spaces (from Word) stand before `{field[1]}`"
        fix = without_hard_blanks(text, line.start)
        return line.mistake(says, "write plain spaces", 0, indent.end())._replace(fix=fix)
    end = field.end()
    after = line.text[end : end + 2]
    if after == f":{NBSP}":
        says = f"a no-break space (from Word) stands after `{field[1]}:`"
        fix = changed(text, line.start + end + 1, line.start + end + 2, " ")
        return line.mistake(says, "write a plain space", end + 1)._replace(fix=fix)
    if after[:1] == ":" and after[1:].strip() and not line.text.startswith("://", end):
        rest = shorten(line.text[end + 1 :].strip(), 40)
        says = f"a space is missing after `{field[1]}:`"
        fix = changed(text, line.start + end + 1, line.start + end + 1, " ")
        return line.mistake(says, f"write `{field[1]}: {rest}`", end)._replace(fix=fix)
    return None


def _no_colon(line: Line, names: frozenset[str] | None) -> Mistake:
    goes_on = "what goes on from the line above begins with two spaces"
    field = _FIELD.match(line.text)
    if (
        field is None
        or not line.text[field.end() :].startswith(" ")
        or (names is not None and field[1] not in names)
    ):
        start = len(line.text) - len(line.text.lstrip())
        return line.mistake("there is no colon in this line", goes_on, start, len(line.text))
    rest = shorten(line.text[field.end() :].strip(), 40)
    return line.mistake(
        f"there is no colon after `{field[1]}`",
        f"write `{field[1]}: {rest}`; {goes_on}",
        *field.span(1),
    )


def _one_too_many(text: str, line: Line, at: int, names: frozenset[str] | None) -> Mistake:
    """A colon where none can be: behind another, or in a line that belongs to the one above it."""
    if _COLON.search(line.text[:at]):
        says = "a second colon on one line confuses YAML"
        fix = in_quotes(text, line.start)
        return line.mistake(says, "put the whole value in quotes", at)._replace(fix=fix)
    above = line_at(text, max(0, line.start - 1))
    lacks = _from_word(text, line) or _from_word(text, above)
    if lacks:
        return lacks
    if line.text.startswith(" "):
        indent = len(line.text) - len(line.text.lstrip())
        hint = "take some away, or put the value above in quotes if it goes on here"
        return line.mistake("this line begins with too many spaces", hint, 0, indent)
    return _no_colon(above, names)


def _in_brackets(error: yaml.MarkedYAMLError, text: str, at: int) -> Mistake | None:
    if error.context_mark is None or "flow" not in (error.context or ""):
        return None
    start = error.context_mark.index
    if text[start : start + 1] not in ("[", "{"):
        start = max(text.rfind("[", 0, start), text.rfind("{", 0, start))
    return in_bracket(text, start, at) if start >= 0 else None


def _quotes(line: Line, at: int) -> Mistake | None:
    """A value whose quotes end within it."""
    opened = _QUOTED.match(line.text)
    if opened is None or at <= opened.end():
        return None
    before, after = _LETTERS.match(line.text[at - 2 :: -1]), _LETTERS.match(line.text, at)
    if before and after and line.text[at - 1] == opened[1] == "'":
        start, end = at - 1 - before.end(), after.end()
        says = f"the apostrophe in `{shorten(line.text[start:end], 40)}` ends the quote"
        return line.mistake(says, "use double quotes around the whole value", start, end)
    if line.text[:at].rstrip().endswith(opened[1]):
        other = "double" if opened[1] == "'" else "single"
        hint = f"use {other} quotes around the whole value"
        return line.mistake("the value goes on behind its closing quotation mark", hint, at)
    return None


def _indented(text: str, line: Line, at: int) -> Mistake | None:
    """A line that begins under no line above it, or that is further left than the first one."""
    first = _FIRST.search(text)
    if first and len(first.group()) > 1 and at == line.start:
        line = line_at(text, first.start())
        at = first.end() - 1
    indent = at - line.start
    if indent == 0 or line.text[:indent].strip(" "):
        return None
    above = line_at(text, max(0, line.start - 1))
    if " #" in above.text:
        says, at = "everything after ` #` is left out here", above.text.index(" #") + 1
        return above.mistake(says, "put the whole value in quotes", at, len(above.text))
    if indent == 1:
        return line.mistake("this line begins with one space too many", "delete the space")
    says = "this line begins under none of the lines above it"
    hint = "add or take away spaces until it begins exactly below the fields it belongs to"
    return line.mistake(says, hint, 0, indent)
