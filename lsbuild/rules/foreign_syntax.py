from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from textwrap import dedent

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules import _pasted
from lsbuild.rules._prose import in_prose
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.words import shorten

_BOX = re.compile(
    r"^(?P<mark>(?:!!!|\?\?\?\+?)(?=[ \t])|:{3,})[ \t]*(?P<rest>[{\w].*)$\n?", re.MULTILINE
)
_INDENTED = re.compile(r"(?:(?: {4}|\t).*\n?|[ \t]*\n(?=(?: {4}|\t)))+")
_SIMPLE = re.compile(r"\{?\.?(?:callout-)?([A-Za-z][\w-]*)\}?[ \t]*(?:\"([^\"]*)\")?[ \t]*")
# With a limit where many may begin in one line, or each would be looked for to its end.
_OTHER = {
    "write the texts one below the other, each with a heading": r"^[ \t]*===\+?[ \t]+\".*\"",
    "copy the text into this file, or link to it": r"^.*--8<--.*$|^\{!.*!\}",
    "write the value itself: nothing is filled in here": r"\{\{.{0,300}?\}\}|\{%.{0,300}?%\}",
    "delete it: it comes from Word": r"</?(?:st1|[movw]\d{0,2}):[A-Za-z][^<>\n]{0,300}>",
    "leave it out: the table of contents is made by itself": r"^\[TOC\][ \t]*$|^\[\[_TOC_\]\]",
    "leave it out: headings and links get their names by themselves": (
        r"(?<!\{)\{:?[ \t]*[#.][\w-][^}\n]{0,300}\}"
    ),
}
_PATTERNS = {hint: re.compile(pattern, re.MULTILINE) for hint, pattern in _OTHER.items()}
# Looking for these first is ten times quicker in a body that has none of them.
_SIGNS = ("!!!", "???", ":::", "===", "--8<--", "{", "<", "[TOC]", "[[_TOC_]]")
_ALERTS = {
    "tip": "TIP",
    "hint": "TIP",
    "important": "IMPORTANT",
    "warning": "WARNING",
    "attention": "WARNING",
    "caution": "CAUTION",
    "danger": "CAUTION",
    "error": "CAUTION",
}


class ForeignSyntax(Rule):
    """A body uses the signs of another system.

    `!!! note`, `:::`, `=== "Tab"`, `{{ … }}` and the bullets of Word mean something elsewhere;
    here readers would see the signs themselves. A box is written as GitHub shows it:
    `> [!NOTE]`, and below it lines that begin with `> `; a list, with `- ` before each item.
    `lsbuild check --fix` rewrites simple boxes, and lists.
    """

    code = "LS313"
    name = "foreign-syntax"

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    !!! note   <!-- <- LS313 -->
        The team met once a month.
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    > [!NOTE]
    > The team met once a month.
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        body = entry.source.body
        if any(sign in body for sign in _pasted.SIGNS):
            yield from self._bullets(entry)
        if "\n|" in body:
            yield from self._rows(entry)
        if "\t" in body:
            yield from self._columns(entry)
        if any(sign in body for sign in _SIGNS):
            yield from self._signs(entry)

    def _signs(self, entry: AnyEntry) -> Iterator[Diagnostic]:
        body = entry.source.body
        for found, (start, _) in in_prose(entry, _BOX):
            whole, box = _rewritten(body, found)
            first = found.group().rstrip("\n")
            end = start + len((whole if box else first).encode())
            yield self.in_body(
                entry,
                start,
                end,
                says=f"`{shorten(first, 60)}` is not a box here",
                hint="write `> [!NOTE]` and below it lines that begin with `> `",
                write=box,
            )
        for hint, pattern in _PATTERNS.items():
            for found, (start, end) in in_prose(entry, pattern):
                if _BOX.match(body, body.rfind("\n", 0, found.start()) + 1):
                    continue
                yield self.in_body(
                    entry,
                    start,
                    end,
                    hint=hint,
                    says=f"`{shorten(found.group().strip(), 60)}` means nothing here",
                )

    def _bullets(self, entry: AnyEntry) -> Iterator[Diagnostic]:
        """Lines copied from Word, which would run into one paragraph."""
        runs = (in_prose(entry, one) for one in (_pasted.BULLETS, _pasted.WEAK))
        for found, (start, end) in chain.from_iterable(runs):
            # Further from the edge, `- ` would go on with the line above as well.
            whole = found.group()
            sign = whole.lstrip(" \t")[0]
            near = len(whole[: whole.index(sign)].expandtabs(4)) < 4
            yield self.in_body(
                entry,
                start,
                end,
                says=f"`{sign}` begins no list here",
                hint="write `- ` before each item of a list",
                write=_pasted.BULLET.sub(r"\1- ", whole) if near else "",
            )

    def _rows(self, entry: AnyEntry) -> Iterator[Diagnostic]:
        """Rows of a table that would run into one paragraph."""
        for found, (start, end) in in_prose(entry, _pasted.ROWS):
            table = _pasted.with_rule(entry.source.body, found)
            if table is not None:
                yield self.in_body(
                    entry,
                    start,
                    end,
                    says="these rows are no table: no line of dashes stands below the first",
                    hint="write `| --- | --- |` below the first row, and an empty line above it",
                    write=table,
                )

    def _columns(self, entry: AnyEntry) -> Iterator[Diagnostic]:
        """The same with tabs, as they come from a spreadsheet."""
        for _, (start, end) in in_prose(entry, _pasted.TABS):
            yield self.in_body(
                entry,
                start,
                end,
                says="these lines have tabs between their words, which make no table here",
                hint="write each row as `| A | B |`, and `| --- | --- |` below the first",
            )


def _rewritten(body: str, found: re.Match[str]) -> tuple[str, str]:
    """The box as it stands and as an alert; nothing where its end is not plain to see."""
    if found["mark"].startswith(":"):
        # Only to the next of these signs: a box within a box is left to people.
        closing = re.compile(rf"^{found['mark']}[ \t]*$", re.MULTILINE)
        at = body.find(":::", found.end())
        closed = closing.match(body, at) if at >= 0 else None
        inner = body[found.end() : closed.start()] if closed else ""
        whole = body[found.start() : closed.end()] if closed else ""
    else:
        block = _INDENTED.match(body, found.end())
        inner = dedent(block.group().expandtabs(4)) if block else ""
        whole = (found.group() + (block.group() if block else "")).rstrip("\n")
    simple = _SIMPLE.fullmatch(found["rest"])
    if not inner.strip() or simple is None:
        return "", ""
    kind, words = simple.groups()
    title = [f"**{words}**", ""] if words else []
    lines = [*title, *inner.strip("\n").split("\n")]
    alert = _ALERTS.get(kind.lower(), "NOTE")
    return whole, "\n".join([f"> [!{alert}]", *(f"> {line}".rstrip() for line in lines)])
