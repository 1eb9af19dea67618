from __future__ import annotations

from lsbuild.rules._rule import Rule


class WrongType(Rule):
    """A field holds something of another type.

    A field takes text, a number, true or false, or a list, and the page is laid out for that.
    A list has each value on a line of its own after `- `. A number that is meant as text goes
    into quotes.
    """

    code = "LS113"
    name = "wrong-type"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    minutes: a quarter of an hour   # <- LS113
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    minutes: 15
    """
