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
            [("better", "accounts", "course"), ("not-measured", "not-measured", "participants")],
            ["Got better, told by the course; not measured"],
        ),
        (
            [("better", "compared", "others"), ("not-measured", "not-measured", "others")],
            ["Got better: measured against other places; the rest was not measured"],
        ),
        (
            [("better", "accounts", "participants"), ("better", "accounts", "project")],
            [
                "Got better, told by the project and told by those who did it",
            ],
        ),
        (
            [("worse", "accounts", "unknown"), ("no-change", "uncompared", "unknown")],
            [
                "No clear change: measured, without a comparison group",
                "Got worse, as people tell it",
            ],
        ),
    ],
)
def test_a_result_never_stands_without_what_it_rests_on(outcomes, said):
    """Each direction says how it was measured, or who tells it; what was not measured ends it."""
    assert sentences(*outcomes) == said
