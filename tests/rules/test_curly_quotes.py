"""Curly quotation marks around a whole value are Word's, and no part of it."""

import pytest

from lsbuild.pipeline import examine
from lsbuild.rules._fix import repair
from tests.sample import findings, settings_for, write_sample

LONG = "We had two bosses and no idea whom to follow"


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("title: “Reviewing late referrals”", 'title: "Reviewing late referrals"'),
        ("title: '“Reviewing late referrals”'", 'title: "Reviewing late referrals"'),
        ("title: « Revoir ensemble »", 'title: "Revoir ensemble"'),
        ('title: “The 12" ruler”', "title: 'The 12\" ruler'"),
        ("keywords:\n  - “41 to 63”", 'keywords:\n  - "41 to 63"'),
        ("keywords: [“41 to 63”, b]", 'keywords: ["41 to 63", b]'),
    ],
)
def test_they_become_straight_ones(tmp_path, written, mended):
    """The repair keeps every word, and what looks like a number stays text."""
    write_sample(f"--- lessons/a.md\n{written}", tmp_path / "content")
    settings = settings_for(tmp_path)
    found = [one for one in examine(settings)[1] if one.code == "LS129"]

    repair(tmp_path / "content", found)
    assert mended in (tmp_path / "content/lessons/a.md").read_text(encoding="utf-8")
    assert "LS129" not in {one.code for one in examine(settings)[1]}


@pytest.mark.parametrize(
    "sample",
    [
        "--- lessons/a.md\ntitle: “Loops” and “rounds”",
        "--- lessons/a.md\ntitle: The “loop” of a county",
        "--- sources/a.md\ntitle: “We are toothless”",
        f"--- case-studies/a.md\ntitle: A\noutcomes:\n  - says: “{LONG}.”\n    who_says: authors",
    ],
)
def test_marks_that_belong_there_stay(sample):
    """Words within a value, the title of a work and what somebody said keep their marks."""
    assert "LS129" not in {code for _, _, code in findings(sample)}
