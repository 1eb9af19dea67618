from __future__ import annotations

from lsbuild.rules._rule import Rule


class WrongLength(Rule):
    """A field holds too little or too much.

    Lists, cards and search results have room for a sentence or two: a longer text would be cut
    in the middle, a shorter one tells nothing. Say it shorter, move the rest into the text, or
    add what a reader needs to decide whether to open the page.
    """

    code = "LS116"
    name = "wrong-length"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    summary: About loops.   # <- LS116
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    summary: How a team sees its own results and changes one thing at a time.
    """
