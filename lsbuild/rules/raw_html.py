from __future__ import annotations

from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.words import shorten


class RawHtml(Rule):
    """A body holds HTML.

    Bodies are Markdown only, so that nobody can bring a script, a form or a tracker into the
    portal, and so that every page looks and prints the same. Write headings, lists, tables,
    links and `> [!NOTE]` boxes in Markdown. To show such text, put it between backticks.
    """

    code = "LS301"
    name = "raw-html"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    This is <b>bold</b>.   <!-- <- LS301 -->
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    This is **bold**, and `<b>` shows itself.
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        opened: set[str] = set()
        for row in entry.outline.oddities:
            name = row.text.strip("</>\n ").partition(" ")[0]
            if row.text.startswith("</") and name in opened:
                continue
            opened.add(name)
            if row.name == self.name and row.text.strip():
                yield self.in_body(
                    entry,
                    row.start,
                    row.end,
                    says=f"`{shorten(row.text, 60)}` is HTML, which is not published",
                    hint="write it in Markdown, or between backticks to show it as text",
                )
