from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.outline import Heading


class EmptySection(Rule):
    """A heading has nothing below it, or no words.

    Readers who jump to it from the table of contents find nothing and take the page for
    broken. Write what belongs there, or delete the heading. If nobody knows, say so in a
    sentence: that is worth knowing too.
    """

    code = "LS309"
    name = "empty-section"

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ## What it cost   <!-- <- LS309 -->

    ## What came of it

    Shorter meetings.
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ## What it cost

    Nobody told us.

    ## What came of it

    Shorter meetings.
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        headings = entry.outline.headings
        if not headings:
            return
        body = entry.source.body.encode()
        end = Heading(0, "", "", len(body), len(body))
        for one, following in pairwise([*headings, end]):
            empty = not body[one.end : following.start].strip() and following.level <= one.level
            if empty or not one.text:
                yield self.in_body(
                    entry,
                    one.start,
                    one.end,
                    says=f"nothing stands below `{one.text}`"
                    if one.text
                    else "a heading has no words",
                    hint="write what belongs here, or delete the heading",
                )
