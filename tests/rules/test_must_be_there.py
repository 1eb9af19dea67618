"""Nobody is told to delete what a page cannot be without."""

import pytest

from tests.sample import checked


@pytest.mark.parametrize(
    ("line", "says", "hint"),
    [
        ("levels:", "`levels` must be a list, not nothing", "write it after the colon"),
        ("period:", "`period` must be text, not nothing", "write it after the colon"),
        (
            "keywords:",
            "`keywords` must be a list, not nothing",
            "write it after the colon, or delete the line",
        ),
        ("depth:", "`depth` is empty", "write `"),
        ("corrections:\n  - on:\n    says: A", "`on` is empty", "write year-month-day"),
    ],
)
def test_an_empty_field_is_filled_or_deleted_where_it_may_be(line, says, hint):
    """Only the line of a field that a page can do without may be deleted."""
    _, report, _ = checked(f"--- case-studies/a.md\n{line}")
    [found] = [one for one in report if one.code in ("LS113", "LS114", "LS115")]

    assert found.says == says
    assert found.hint == hint or (hint.endswith(("`", "day")) and found.hint.startswith(hint))


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("summary: 'TODO: What was done, in a sentence or two.'", "write it"),
        ("keywords:\n  - TODO words", "write it, or delete it"),
    ],
)
def test_a_note_in_a_field_that_must_be_there_is_replaced(line, hint):
    """A placeholder in a required field of a draft is to be written, not deleted."""
    _, report, _ = checked(f"--- case-studies/a.md\nstatus: draft\n{line}")

    assert [one.hint for one in report if one.code == "LS123"] == [hint]
