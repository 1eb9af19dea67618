from __future__ import annotations

from lsbuild.rules._rule import Rule


class UnknownField(Rule):
    """A field has a name that this kind does not know.

    What stands in it would never reach a reader, though its author believes it does. Most
    often it is a slip of the keyboard, or the field belongs one level deeper or higher: look
    at the spaces before it.
    """

    code = "LS112"
    name = "unknown-field"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    minuts: 15   # <- LS112
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    minutes: 15
    """
