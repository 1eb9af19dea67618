from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._prose import in_prose
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity
from lsbuild.text.words import shorten

# One `#` alone may begin a tag.
_HEADING = re.compile(r"^ {0,3}(?P<signs>#{2,6})(?=[^\W_])[^\n]*", re.MULTILINE)
# A quotation that begins with a figure has more lines, or its marks, or its source.
_MORE = re.compile(r"^> ?(?=\d[\d.,]*(?: ?%| [a-z]))[^\n>@“”\"«»]*$(?!\n>)", re.MULTILINE)
_IN_LIST = re.compile(r"[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]")
_ENDS = (".", "!", "?", ":", "…", "。", "।")


class MisreadLine(Rule):
    """A line means something else in Markdown than it does in a letter.

    `##Results` is no heading without a blank, a paragraph that begins with a tab or four blanks
    is shown as code, in one line that never ends, and `> 60%` begins a quotation. Write
    `## Results`, begin paragraphs at the edge, and say *more than 60%*. `lsbuild check --fix`
    mends the first two.
    """

    code = "LS325"
    name = "misread-line"
    severity = Severity.WARNING

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ##Results   <!-- <- LS325 -->

        The team met once a month, and wrote down what it had seen.   <!-- <- LS325 -->
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ## Results

    The team met once a month, and wrote down what it had seen.
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        body = entry.source.body
        if "##" in body:
            yield from self._headings(entry)
        if entry.outline.code and ("\t" in body or "    " in body):
            yield from self._indented(entry)
        if "> " in body:
            yield from self._more(entry)

    def _headings(self, entry: AnyEntry) -> Iterator[Diagnostic]:
        for found, (start, end) in in_prose(entry, _HEADING):
            whole, signs = found.group(), found["signs"]
            right = whole.strip().replace(signs, f"{signs} ", 1)
            yield self.in_body(
                entry,
                start,
                end,
                says=f"`{shorten(whole.strip(), 60)}` is no heading: a blank is missing",
                hint=f"write `{shorten(right, 60)}`",
                write=right,
            )

    def _indented(self, entry: AnyEntry) -> Iterator[Diagnostic]:
        """Paragraphs that are code only because of what stands before them."""
        body = entry.source.body.encode()
        for start, end in entry.outline.code:
            first = body.rfind(b"\n", 0, start) + 1
            before, text = body[first:start].decode(), body[start:end].decode().rstrip()
            if len(before.expandtabs(4)) < 4 or before.strip() or not _is_prose(text.strip()):
                continue
            lines = [line.strip() for line in text.split("\n")]
            # Lines that follow one another may be paragraphs of their own, or of a list.
            alone = all(not one or not other for one, other in pairwise(lines))
            alone = alone and not _IN_LIST.match(_above(body, first))
            alone = alone and not body[end : end + 1].strip()
            yield self.in_body(
                entry,
                first,
                start + len(text.encode()),
                says=f"`{shorten(lines[0], 60)}` is shown as code: a tab or four blanks "
                "stand before it",
                hint="begin the line at the edge",
                write="\n".join(lines) if alone else "",
            )

    def _more(self, entry: AnyEntry) -> Iterator[Diagnostic]:
        body = entry.source.body.encode()
        for found, (start, end) in in_prose(entry, _MORE):
            # What a colon introduces, or a line above begins, is a quotation.
            if (above := _above(body, start)).startswith(">") or above.endswith(":"):
                continue
            told = self.in_body(
                entry,
                start,
                end,
                says=f"`{shorten(found.group(), 60)}` is shown as a quotation",
                hint="if it means a number, write `more than`; if it is quoted, put it in “…”",
            )
            yield replace(told, severity=Severity.ADVICE)


def _above(body: bytes, at: int) -> str:
    """The last line with words before a place."""
    # A few lines are enough: a file may have thousands of places.
    return body[max(0, at - 2_000) : at].decode(errors="ignore").rstrip().rpartition("\n")[2]


def _is_prose(text: str) -> bool:
    """Whether a block of code is whole sentences: it begins and ends as one, and has many words.

    >>> _is_prose("The team met once a month."), _is_prose("Visits = 12 + 4 + 5 + 6.")
    (True, False)
    """
    words = text.split()
    real = [word for word in words if word.strip(".,;:!?()“”’'\"-–").isalpha()]
    begins = text[:1].isalpha() and not text[0].islower()
    return begins and text.endswith(_ENDS) and len(words) > 5 and len(real) > 0.8 * len(words)
