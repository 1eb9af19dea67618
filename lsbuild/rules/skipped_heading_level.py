from __future__ import annotations

from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic


class SkippedHeadingLevel(Rule):
    """A heading jumps over a level.

    Listeners find their way by the levels of headings, and the table of contents is made of
    them: after `##` comes `###`, never `####`. The level says what belongs to what, and not
    how large the letters are. Take away or add a `#`.
    """

    code = "LS307"
    name = "skipped-heading-level"

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ## The meeting

    Once a month.

    #### Who comes   <!-- <- LS307 -->

    Everybody.
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ## The meeting

    Once a month.

    ### Who comes

    Everybody.
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        before = 1
        for heading in entry.outline.headings:
            if heading.level > before + 1:
                fitting = "#" * (before + 1)
                yield self.in_body(
                    entry,
                    heading.start,
                    heading.end,
                    says=f"the heading `{heading.text}` jumps over a level",
                    hint=f"write it with `{fitting}`",
                )
            before = heading.level
