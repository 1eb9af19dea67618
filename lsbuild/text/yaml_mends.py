"""How a line that is not YAML is mended, where only one thing can be meant."""

from __future__ import annotations

import re
from functools import partial
from typing import NamedTuple

import yaml

NBSP = "\u00a0"
_START = r" *(?:- +)*(?P<key>[\w-]+: +)?"
_VALUE = re.compile(_START + r"(?![-?] |[\s\"'\[\]{}|>&*!#,])")
_ODD = re.compile(_START + r"(?![\s\"'#])")
_TABS = re.compile(r"^[ \t]*\t[ \t]*", re.MULTILINE)
_BLANKS = re.compile(f"^[ {NBSP}]*{NBSP}[ {NBSP}]*", re.MULTILINE)
_INDENT = re.compile(r"\s*\n( *)(?=\S)")


class Change(NamedTuple):
    """Another text from `start` to `end`, in characters."""

    start: int
    end: int
    text: str
    safe: bool = True


def changed(text: str, start: int, end: int, new: str) -> Change | None:
    """A change after which the line it begins in can be read; nothing where it still cannot."""
    after = text[:start] + new + text[end:]
    line_end = after.find("\n", start)
    try:
        _events(after)
    except yaml.MarkedYAMLError as error:
        mark = error.context_mark or error.problem_mark
        if line_end == -1 or mark is None or mark.index <= line_end:
            return None
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return Change(start, end, new)


def in_quotes(text: str, start: int, *, odd: bool = False) -> Change | None:
    """Quotes around a value that stands whole on the line that begins here.

    One that begins with an `odd` sign of YAML, such as a bracket, is left alone unless asked for.
    """
    stop = text.find("\n", start)
    stop = len(text) if stop == -1 else stop
    found = (_ODD if odd else _VALUE).match(text, start, stop)
    value = text[found.end() : stop].rstrip() if found else ""
    if found is None or not value or " #" in value:
        return None
    # What stands further in on the next line goes on with this one.
    own = found.start("key") if found["key"] else text.rfind("-", start, found.end())
    next_ = _INDENT.match(text, stop)
    if own == -1 or (next_ and len(next_[1]) > own - start):
        return None
    at = found.end()
    return changed(text, at, at + len(value), quoted(value))


def quoted(value: str) -> str:
    """A value of one line with the quotes that change nothing in it."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def without_tabs(text: str, start: int) -> Change | None:
    """Spaces for the tabs before this line and all below it.

    A tab has no width of its own: where several can be read and not as the same, it is a guess.
    """
    rest = text[start:]
    found: dict[tuple[tuple[str, str], ...], str] = {}
    for width, dropped in ((2, True), (2, False), (4, False), (8, False)):
        new = _TABS.sub(partial(_spaces, width, dropped), rest)
        try:
            found.setdefault(tuple(_events(text[:start] + new)), new)
        except (yaml.YAMLError, ValueError, RecursionError):
            continue
    new = next(iter(found.values()), rest)
    return None if new == rest else _least(start, rest, new, safe=len(found) == 1)


def _spaces(width: int, dropped: bool, found: re.Match[str]) -> str:
    """An indent with tabs of a width; behind spaces, a tab may also be one too many."""
    indent = re.sub(r"(?<= )\t+", "", found.group()) if dropped else found.group()
    return indent.expandtabs(width)


def without_hard_blanks(text: str, start: int) -> Change | None:
    """Plain spaces for the no-break ones before this line and all below it."""
    rest = text[start:]
    new = _BLANKS.sub(lambda one: " " * len(one.group()), rest)
    return _least(start, rest, new) if changed(text, start, len(text), new) else None


def with_hyphens(text: str, start: int, indent: str, sign: str) -> Change | None:
    """The hyphen of a list for such a sign, in this line and all that begin as it does."""
    rest = text[start:]
    begun = re.compile(rf"^{indent}{re.escape(sign)}[ \t{NBSP}]*(?=[^\s-])", re.MULTILINE)
    new = begun.sub(f"{indent}- ", rest)
    return _least(start, rest, new) if changed(text, start, len(text), new) else None


def _least(start: int, old: str, new: str, *, safe: bool = True) -> Change:
    """The change of whole lines, without those at the end that stay."""
    olds, news = old.split("\n"), new.split("\n")
    last = max(at for at, pair in enumerate(zip(olds, news, strict=True)) if pair[0] != pair[1])
    before, after = "\n".join(olds[: last + 1]), "\n".join(news[: last + 1])
    return Change(start, start + len(before), after, safe)


def _events(text: str) -> list[tuple[str, str]]:
    """What is read of a text, without following its aliases."""
    return [
        (type(one).__name__, str(getattr(one, "value", "")))
        for one in yaml.parse(text, Loader=yaml.CSafeLoader)
    ]
