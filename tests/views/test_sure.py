"""The sentence that says what came of a case, and on what that rests."""

import pytest

from lsbuild.kinds._parts import Outcome
from lsbuild.views._sure import in_short


def sentences(*outcomes):
    made = [
        Outcome(says="Something.", direction=way, how_measured=how, who_says=who)
        for way, how, who in outcomes
    ]
    return [row["label"] for row in in_short(made, str)]


@pytest.mark.parametrize(
    ("outcomes", "said"),
    [
        ([], []),
        ([("not-measured", "accounts", "unknown")], ["Not measured"]),
        (
            [("worse", "not-measured", "others")],
            ["People not involved say something got worse; not measured"],
        ),
        (
            [("better", "unknown", "others"), ("not-measured", "not-measured", "others")],
            [
                "People not involved say there was an improvement; "
                "we do not know how it was measured",
            ],
        ),
        (
            [("better", "accounts", "course"), ("not-measured", "not-measured", "participants")],
            ["The course says there was an improvement; not measured"],
        ),
        (
            [("better", "compared", "others"), ("not-measured", "not-measured", "others")],
            ["Got better (measured against other places); the rest was not measured"],
        ),
        (
            [("better", "accounts", "participants"), ("better", "accounts", "project")],
            [
                "The project says and those who took part say there was an improvement; "
                "not measured",
            ],
        ),
        (
            [("worse", "accounts", "unknown"), ("no-change", "uncompared", "unknown")],
            [
                "No clear change (measured, without a comparison group)",
                "People say something got worse; not measured",
            ],
        ),
        (
            [
                ("mixed", "compared", "others"),
                ("mixed", "accounts", "reading"),
                ("not-measured", "accounts", "others"),
            ],
            [
                "Mixed: some better, some worse (measured against other places); "
                "the rest was not measured",
                "As we read it, there were good and bad sides; not measured",
            ],
        ),
    ],
)
def test_a_result_never_stands_without_what_it_rests_on(outcomes, said):
    """Each direction says how it was measured, or who tells it; what was not measured ends it."""
    assert sentences(*outcomes) == said


def test_only_what_was_measured_has_the_look_of_a_result():
    """What people say got better is not green: at a glance it would pass for a success."""
    made = [
        Outcome(says="Something.", direction="better", how_measured=how, who_says="course")
        for how in ("compared", "accounts")
    ]

    assert [row["id"] for row in in_short(made, str)] == ["better", "not-measured"]
