from __future__ import annotations

from lsbuild.rules._rule import Rule


class ConflictMarkers(Rule):
    """Two versions of a file were never merged.

    Git leaves these marks where two people changed the same lines. Readers would see both
    versions and the marks. Decide which lines are right, keep them, and delete the lines that
    begin with `<<<<<<<`, `=======` and `>>>>>>>`.
    """

    code = "LS003"
    name = "conflict-markers"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    <<<<<<< HEAD   <!-- <- LS003 -->
    We meet each month.
    =======
    We meet each week.
    >>>>>>> weekly
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    We meet each week.
    """
