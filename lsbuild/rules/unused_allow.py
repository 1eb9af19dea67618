from __future__ import annotations

from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Severity


class UnusedAllow(Rule):
    """An `allow` accepts a finding that is not there.

    Left in place it would hide the next real finding of that kind. Delete it. If the name is
    misspelt, `lsbuild explain` lists the names of all rules; findings about safety cannot be
    allowed at all.
    """

    code = "LS121"
    name = "unused-allow"
    severity = Severity.WARNING
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    allow:
      - rule: lonely-entri   # <- LS121
        why: It is the first page of all.
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    """
