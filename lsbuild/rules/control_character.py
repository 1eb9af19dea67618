from __future__ import annotations

from lsbuild.rules._rule import Rule


class ControlCharacter(Rule):
    r"""A file holds a control character that nobody can see.

    Such characters come with text pasted from a PDF or a terminal. Browsers, feed readers and
    screen readers each treat them differently, and some refuse the whole page. Delete the
    character; typing the words around it anew is often the quickest way.
    """

    code = "LS002"
    name = "control-character"
    allowed = False

    bad = r"""
    --- lessons/first-lesson.md
    title: A first\x07 lesson   # <- LS002
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    """
