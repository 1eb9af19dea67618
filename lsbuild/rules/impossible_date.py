from __future__ import annotations

from lsbuild.rules._rule import Rule


class ImpossibleDate(Rule):
    """A date is not in the calendar, or not written so that it can be read.

    Dates order the pages and draw the time lines, and 4/5/2016 is a different day for readers
    in Accra and in Boston. Write the year first: `2016-05-04`. Periods may be open
    (`2013/..`), approximate (`2010~`) or only a year.
    """

    code = "LS115"
    name = "impossible-date"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    updated: 2026-02-30   # <- LS115
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    updated: 2026-02-28
    """
