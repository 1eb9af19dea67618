from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds._scales import Review
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic

_SAYS = {
    Review.NONE: set[str](),
    Review.EVIDENCE: {"evidence"},
    Review.PRACTICE: {"practice"},
    Review.BOTH: {"evidence", "practice"},
}


class ReviewOutOfStep(Rule):
    """A page names reviewers and says that nobody looked at it.

    Readers see one of four sentences, from “Published, not yet reviewed” on, and below it the
    names. Where the two disagree they can trust neither. Set `review` to what the reviewers
    looked at. The other way round is right: a reviewer need not be named.
    """

    code = "LS423"
    name = "review-out-of-step"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    review: evidence
    reviewers:
      - {name: A group, agreed: 2026-11-02, looked_at: [practice]}   # <- LS423
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    review: practice
    reviewers:
      - {name: A group, agreed: 2026-11-02, looked_at: [practice]}
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        for index, one in enumerate(entry.data.reviewers):
            missing = {str(what.value) for what in one.looked_at} - _SAYS[entry.data.review]
            if missing:
                whole = _SAYS[entry.data.review] | missing
                value = "both" if len(whole) == 2 else next(iter(whole))
                yield self.at(
                    entry,
                    "reviewers",
                    index,
                    says=f"`{one.name}` reviewed it, and `review` says otherwise",
                    hint=f"write `review: {value}`",
                )
