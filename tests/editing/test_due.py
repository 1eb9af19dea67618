"""`lsbuild due` says which pages someone wanted to look at again."""

import json
from datetime import date

import pytest
from icalendar import Calendar

from tests.editing.conftest import refused, run

PAGES = """
--- lessons/late.md
title: Late, with a comma; and 日本
review_due: 2026-11-20
--- lessons/soon.md
title: Soon
review_due: 2026-12-20
--- lessons/later.md
title: Later
review_due: 2027-02-28
--- lessons/draft.md
title: Draft
status: draft
review_due: 2026-01-01
--- lessons/never.md
title: Never
"""


def test_lists_what_is_due_soon(portal):
    """Without a day those of the next 30 days are listed, the longest overdue first."""
    portal(PAGES)

    assert run("due").stdout.splitlines() == [
        "2026-11-20  2 days late       lessons/late.md  Late, with a comma; and 日本",
        "2026-12-20                    lessons/soon.md  Soon",
    ]


@pytest.mark.parametrize(
    ("before", "number"), [("2026-11-20", 0), ("2027-02-28", 2), ("2027-03-01", 3)]
)
def test_looks_as_far_as_it_is_told(portal, before, number):
    """A review is due before a day, and not on it."""
    portal(PAGES)

    assert len(run("due", "--before", before).stdout.splitlines()) == number


def test_prints_json(portal):
    """Other programs get the same with ids and addresses."""
    portal(PAGES)
    rows = json.loads(run("due", "--format", "json").stdout)["due"]

    assert [row["id"] for row in rows] == ["lesson/late", "lesson/soon"]
    assert rows[0]["overdue"] and not rows[1]["overdue"]
    assert rows[0]["url"] == "lessons/late/"


def test_prints_a_calendar(portal):
    """A calendar program shows a whole day for each, and knows it again tomorrow."""
    portal(PAGES)
    first, second = (run("due", "--format", "ics").stdout_bytes for _ in range(2))
    events = Calendar.from_ical(first).walk("VEVENT")

    assert first == second and b"\r\n" in first
    assert [event["summary"] for event in events] == [
        "Review: Late, with a comma; and 日本",
        "Review: Soon",
    ]
    assert events[0]["dtstart"].dt == date(2026, 11, 20)
    assert events[0]["dtend"].dt == date(2026, 11, 21)
    assert events[0]["url"] == "https://example.org/portal/lessons/late/"
    assert events[0]["uid"] != events[1]["uid"]


def test_refuses_what_is_no_day(portal):
    """Whoever writes a day in another order hears how it is written here."""
    portal(PAGES)

    assert "year-month-day, such as 2027-11-22, not `March`" in refused("due", "--before", "March")
    assert "such as 2027-11-23, not `23/11/2027`" in refused("due", "--before", "23/11/2027")
