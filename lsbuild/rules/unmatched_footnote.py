from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._prose import in_prose
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.words import nearest

_MARK = re.compile(r"(?<!\\)\[\^([^\]\s]+)\](?!:)")
_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)


class UnmatchedFootnote(Rule):
    """A footnote's mark has no note, or a note has no mark.

    A mark without a note is shown as bare brackets, and a note without a mark is not shown at
    all. Each `[^word]` in the text needs a line `[^word]: the note` below it, with the same
    word. For sources use citations instead.
    """

    code = "LS316"
    name = "unmatched-footnote"

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    The team met once a month[^moth].   <!-- <- LS316 -->

    [^month]: Except in August.   <!-- <- LS316 -->
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    The team met once a month[^month].

    [^month]: Except in August.
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        if "[^" not in entry.source.body:
            return
        marks = {found[1]: place for found, place in in_prose(entry, _MARK)}
        notes = {found[1]: place for found, place in in_prose(entry, _NOTE)}
        for label, (start, end) in marks.items():
            if label not in notes:
                near = nearest(label, notes)
                yield self.in_body(
                    entry,
                    start,
                    end,
                    near=f"[^{near}]" if near else "",
                    says=f"the footnote `[^{label}]` has no note",
                    hint="" if near else f"write a line `[^{label}]: the note` below the text",
                )
        for label, (start, end) in notes.items():
            if label not in marks:
                yield self.in_body(
                    entry,
                    start,
                    end,
                    says=f"no mark leads to the note `[^{label}]`",
                    hint=f"write `[^{label}]` where the note belongs, or delete it",
                )
