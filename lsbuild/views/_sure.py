"""What came of a case in one sentence: the result, how it was measured, else who tells it.

A bare “Got better” beside a bare “Not measured” is read as two results. So each result says on
what it rests, and what was not measured is the end of the same sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lsbuild.kinds._parts import Outcome
from lsbuild.kinds._scales import Direction, HowMeasured, WhoSays
from lsbuild.views.page import Plain

Say = Callable[[str], str]

# An account is as good as those who give it, so they stand in the place of the measure.
TELLERS = {
    WhoSays.PROJECT: "told by the project",
    WhoSays.COURSE: "told by the course",
    WhoSays.PARTICIPANTS: "told by those who did it",
    WhoSays.OTHERS: "told by people not involved",
    WhoSays.UNKNOWN: "as people tell it",
    WhoSays.READING: "as we read it",
    WhoSays.OURS: "as we read it",
}


def in_short(outcomes: Sequence[Outcome], say: Say) -> list[Plain]:
    """One sentence for each direction and way of measuring, in the order of the scales."""
    known = [one for one in outcomes if one.direction is not Direction.NOT_MEASURED]
    groups: dict[tuple[Direction, HowMeasured], list[WhoSays]] = {}
    for one in known:
        groups.setdefault((one.direction, one.how_measured), []).append(one.who_says)
    ranked = sorted(groups, key=_rank)
    rows = [_sentence(*key, groups[key], say) for key in ranked]
    if len(known) == len(outcomes):
        return rows
    if not rows:
        return [_row(Direction.NOT_MEASURED, say(Direction.NOT_MEASURED.label))]
    told = all(how is HowMeasured.ACCOUNTS for _, how in groups)
    rest = say("not measured") if told else say("the rest was not measured")
    return [*rows[:-1], {**rows[-1], "label": f"{rows[-1]['label']}; {rest}"}]


def _rank(key: tuple[Direction, HowMeasured]) -> tuple[int, int]:
    return list(Direction).index(key[0]), list(HowMeasured).index(key[1])


def _sentence(direction: Direction, how: HowMeasured, who: Sequence[WhoSays], say: Say) -> Plain:
    """
    >>> _sentence(Direction.BETTER, HowMeasured.ACCOUNTS, [WhoSays.COURSE], str)["label"]
    'Got better, told by the course'
    >>> _sentence(Direction.WORSE, HowMeasured.COMPARED, [WhoSays.COURSE], str)["label"]
    'Got worse: measured against other places'
    """
    if how is HowMeasured.ACCOUNTS:
        tellers = dict.fromkeys(say(TELLERS[one]) for one in WhoSays if one in who)
        rests_on = ", " + f" {say('and')} ".join(tellers)
    else:
        label = say(how.label)
        rests_on = f": {label[0].lower()}{label[1:]}"
    return _row(direction, say(direction.label) + rests_on)


def _row(direction: Direction, label: str) -> Plain:
    return {"id": str(direction.value), "label": label}
