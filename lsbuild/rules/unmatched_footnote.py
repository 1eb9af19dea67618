from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._prose import in_prose
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.words import nearest

# No label in Markdown is longer.
_LABEL = re.compile(r"(?<!\\)\[\^([^\]\s]{1,999})\](?=(:?))")
# What may stand before a note in its line: it may lie in a list or in a quotation.
_OPENS = re.compile(r"[ \t>]*(?:(?:[-*+:]|\d{1,9}[.)])[ \t][ \t>]*)*")

Labels = dict[str, tuple[str, int, int]]
"""As the parser compares them, with how and where each is written."""


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
        marks, notes = _footnotes(entry)
        for key, (label, start, end) in marks.items():
            if key not in notes:
                near = nearest(label, (note for note, _, _ in notes.values()))
                yield self.in_body(
                    entry,
                    start,
                    end,
                    near=f"[^{near}]" if near else "",
                    says=f"the footnote `[^{label}]` has no note",
                    hint="" if near else f"write a line `[^{label}]: the note` below the text",
                )
        for key, (label, start, end) in notes.items():
            if key not in marks:
                yield self.in_body(
                    entry,
                    start,
                    end,
                    says=f"no mark leads to the note `[^{label}]`",
                    hint=f"write `[^{label}]` where the note belongs, or delete it",
                )


def _footnotes(entry: AnyEntry) -> tuple[Labels, Labels]:
    """The marks and the notes of a body; a colon makes a note only where a line begins."""
    body = entry.source.body
    marks: Labels = {}
    notes: Labels = {}
    known = -1
    for found, place in in_prose(entry, _LABEL):
        line = body.rfind("\n", 0, found.start()) + 1
        # Only the first of a line can be one, and only there it is looked what stands before.
        is_note = found[2] and line != known and _OPENS.fullmatch(body, line, found.start())
        known = line
        (notes if is_note else marks)[found[1].casefold()] = (found[1], *place)
    return marks, notes
