"""What came of a case in one sentence: the result and how it was measured, or who tells it.

A bare “Got better” beside a bare “Not measured” is read as two results, and what people say passes
at a glance for a success. So an account begins with those who give it, and ends with its limit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lsbuild.kinds._parts import Outcome
from lsbuild.kinds._scales import Direction, HowMeasured, WhoSays
from lsbuild.views.page import Plain

Say = Callable[[str], str]

# An account is as good as those who give it, so they stand in the place of the measure.
TELLERS = {
    WhoSays.PROJECT: "The project says",
    WhoSays.COURSE: "The course says",
    WhoSays.PARTICIPANTS: "Those who took part say",
    WhoSays.OTHERS: "People not involved say",
    WhoSays.UNKNOWN: "People say",
    WhoSays.READING: "As we read it,",
    WhoSays.OURS: "As we read it,",
}

# What ends a sentence that rests on telling.
LIMITS = {
    HowMeasured.ACCOUNTS: "not measured",
    HowMeasured.UNKNOWN: "we do not know how it was measured",
}


def in_short(outcomes: Sequence[Outcome], say: Say) -> list[Plain]:
    """One sentence for each direction and way of measuring, in the order of the scales."""
    known = [one for one in outcomes if one.direction is not Direction.NOT_MEASURED]
    groups: dict[tuple[Direction, HowMeasured], list[WhoSays]] = {}
    for one in known:
        # What went some way and was not measured is what somebody says.
        measured = one.how_measured is not HowMeasured.NOT_MEASURED
        how = one.how_measured if measured else HowMeasured.ACCOUNTS
        groups.setdefault((one.direction, how), []).append(one.who_says)
    ranked = sorted(groups, key=_rank)
    rows = [_sentence(*key, groups[key], say) for key in ranked]
    if len(known) == len(outcomes):
        return rows
    if not rows:
        return [_row(Direction.NOT_MEASURED, say(Direction.NOT_MEASURED.label))]
    # What is told ends so already; of what was measured, the last must not seem to be the whole.
    ends = [at for at, (_, how) in enumerate(ranked) if how not in LIMITS]
    for at in ends[-1:]:
        rows[at]["label"] += say("; ") + say("the rest was not measured")
    return rows


def _rank(key: tuple[Direction, HowMeasured]) -> tuple[int, int]:
    return list(Direction).index(key[0]), list(HowMeasured).index(key[1])


def _sentence(direction: Direction, how: HowMeasured, who: Sequence[WhoSays], say: Say) -> Plain:
    """
    >>> _sentence(Direction.BETTER, HowMeasured.ACCOUNTS, [WhoSays.COURSE], str)["label"]
    'The course says there was an improvement; not measured'
    >>> _sentence(Direction.WORSE, HowMeasured.COMPARED, [WhoSays.COURSE], str)["label"]
    'Got worse (measured against other places)'
    """
    if how in LIMITS:
        tellers = [*dict.fromkeys(say(TELLERS[one]) for one in WhoSays if one in who)]
        told = f" {say('and')} ".join([tellers[0], *map(_small, tellers[1:])])
        # Without the colour of a result, which only what was measured has.
        return _row(
            Direction.NOT_MEASURED,
            f"{told} {_as_told(direction, say)}{say('; ')}{say(LIMITS[how])}",
        )
    return _row(direction, f"{say(direction.label)} ({_small(say(how.label))})")


def _as_told(direction: Direction, say: Say) -> str:
    return {
        Direction.BETTER: say("there was an improvement"),
        Direction.MIXED: say("there were good and bad sides"),
        Direction.NO_CHANGE: say("there was no clear change"),
        Direction.WORSE: say("something got worse"),
    }[direction]


def _small(label: str) -> str:
    return label[0].lower() + label[1:]


def _row(direction: Direction, label: str) -> Plain:
    return {"id": str(direction.value), "label": label}
