from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.kinds._told import told_in
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.words import shorten

# What is written so can hardly mean anything else; `[1](2)` is chemistry, and `2 ** 3` a sum.
_SIGNS = {
    "sources go below `sources:`; this field is plain text": r"\[@[a-z0-9]+[-.,][^\[\]]*\]",
    "links go into the text below the fields; this field is plain text": (
        r"\[\[[^\W\d_][^\[\]]*\]\]"
        r"|\[[^\[\]]+\]\((?:https?:|mailto:|\.{0,2}/|[\w/-]+\.md\b|#)[^()]*\)"
    ),
    "take the stars away; this field is plain text": r"\*\*(?=[^\W_])[^*]*[^\s*]\*\*",
}
_PATTERNS = {hint: re.compile(pattern) for hint, pattern in _SIGNS.items()}
# Looking for these first is quicker than to walk through all fields.
_ANY = ("[@", "[[", "](", "**")


class MarkupInPlainText(Rule):
    """A field of plain text holds signs of HTML or Markdown.

    Fields are shown as they are, so readers would see the signs, and a tag in a field is one
    of the ways by which harmful code enters a page. Write it without `<` and `>`; emphasis and
    links belong in the text below the fields, and sources below `sources:`.
    """

    code = "LS118"
    name = "markup-in-plain-text"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A <b>first</b> lesson   # <- LS118
    --- lessons/second-lesson.md
    title: A second lesson
    summary: What teams **knew** before they met each month.   # <- LS118
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        source = entry.source
        if not any(sign in source.front for sign in _ANY):
            return
        for keys, words, _ in told_in(entry.data):
            for hint, pattern in _PATTERNS.items():
                for written in dict.fromkeys(pattern.findall(words)):
                    start, end = source.range_of(*keys)
                    at = source.text.find(written, start, end)
                    # Broken over two lines, it is found at its field.
                    place = source.span(at, at + len(written)) if at >= 0 else None
                    says = f"readers would see the signs of `{shorten(written, 60)}`"
                    yield self.found(source, place or source.span_of(*keys), says, hint)
