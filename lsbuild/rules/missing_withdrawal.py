from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds._scales import Status
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic


class MissingWithdrawal(Rule):
    """A page is withdrawn and does not say why, or says why and is not withdrawn.

    Where a withdrawn page stood, readers find only the day and the reason; without them they
    would think the link is broken. And a reason on a living page means that someone forgot to
    take it down. Give both the status and `withdrawal`, or neither.
    """

    code = "LS126"
    name = "missing-withdrawal"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    status: withdrawn   # <- LS126
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    status: withdrawn
    withdrawal:
      on: 2026-11-22
      why: The people it was about asked for it.
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        withdrawn = entry.data.status is Status.WITHDRAWN
        if withdrawn and entry.data.withdrawal is None:
            yield self.at(
                entry,
                "status",
                says="the page is withdrawn and nothing says why",
                hint="add `withdrawal` with `on`, the day, and `why`, the reason",
            )
        if entry.data.withdrawal is not None and not withdrawn:
            yield self.at(
                entry,
                "withdrawal",
                name=True,
                says=f"there is a reason for withdrawing, and the status is `{entry.data.status}`",
                hint="write `status: withdrawn`, or delete `withdrawal` and its lines `on` and "
                "`why`",
            )
