"""What somebody set a day for holds until that day is over, and only for what readers see."""

import pytest

from tests.sample import checked

LESSON = """--- lessons/a.md
title: A lesson
status: {status}
consents: [{{record: book-2019-003, scope: [name], until: {day}}}]
review_due: {day}
"""


@pytest.mark.parametrize(
    ("status", "day", "found"),
    [
        ("published", "2026-11-21", {"LS419", "LS602"}),
        ("published", "2026-11-22", set()),
        ("draft", "2026-11-21", set()),
    ],
)
def test_a_day_is_kept_until_it_is_over(monkeypatch, status, day, found):
    """A consent or review that ends today still holds, and a draft's is no finding."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 22 November 2026
    report = checked(LESSON.format(status=status, day=day))[1]

    assert {one.code for one in report} & {"LS419", "LS602"} == found
