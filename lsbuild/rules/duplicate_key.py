from __future__ import annotations

from lsbuild.rules._rule import Rule


class DuplicateKey(Rule):
    """A field is written twice.

    Only one value can count, and YAML would silently take the last: a change made to the
    first would never reach readers. Keep the value that is right and delete the other; for
    several values of one field write a list.
    """

    code = "LS104"
    name = "duplicate-key"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    minutes: 10
    minutes: 15   # <- LS104
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    minutes: 15
    """
