from __future__ import annotations

from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.dates import today
from lsbuild.text.diagnostic import Diagnostic, Severity


class OverdueReview(Rule):
    """The day on which somebody wanted to look again has passed.

    Programmes end, laws change and links break, and a page that nobody looks at slowly becomes
    wrong. Read it through, correct what has changed, and set `review_due` to a later day. If
    nobody can care for it any more, set the status to `retired`.
    """

    code = "LS602"
    name = "overdue-review"
    severity = Severity.ADVICE

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    review_due: 2020-01-31   # <- LS602
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    review_due: 2090-01-31
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        due = entry.data.review_due
        if due is not None and entry.data.status == "published" and due < today():
            yield self.at(
                entry,
                "review_due",
                says=f"somebody wanted to look again by {due}",
                hint="read the page through, then set a later day",
            )
