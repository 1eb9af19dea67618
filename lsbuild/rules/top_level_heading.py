from __future__ import annotations

from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic


class TopLevelHeading(Rule):
    """A body has a heading of the first level.

    A page has one heading of the first level, its title, and that comes from the field
    `title`. A second one confuses screen readers and search engines. Begin headings in the
    body with `##`; if the heading only repeats the title, delete it.
    """

    code = "LS308"
    name = "top-level-heading"

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    # The meeting   <!-- <- LS308 -->

    Once a month.
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ## The meeting

    Once a month.
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        for heading in entry.outline.headings:
            if heading.level == 1:
                yield self.in_body(
                    entry,
                    heading.start,
                    heading.end,
                    says=f"`{heading.text}` is a heading of the first level, like the title",
                    hint="write it with `##`, or delete it if it repeats the title",
                )
