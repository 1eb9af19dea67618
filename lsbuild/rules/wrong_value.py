from __future__ import annotations

from lsbuild.rules._rule import Rule


class WrongValue(Rule):
    """A field with a fixed choice holds a value that is none of them.

    Fixed choices mean the same on every page, so that readers can compare and filter. The
    finding names the nearest choice or lists them all. If none of them fits, tell the editors:
    a choice may be missing.
    """

    code = "LS114"
    name = "wrong-value"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    status: publishd   # <- LS114
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    status: published
    """
