"""A `#` behind a space takes the rest of a line away from readers."""

import pytest

from lsbuild.pipeline import examine
from lsbuild.rules._fix import repair
from tests.sample import findings, settings_for, write_sample


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("title: Centre #4 and others", 'title: "Centre #4 and others"'),
        ("keywords:\n  - home #4", 'keywords:\n  - "home #4"'),
        ('title: The "old" centre #4', "title: 'The \"old\" centre #4'"),
        ('title: The team\'s "old" #4', "title: 'The team''s \"old\" #4'"),
        ("title: The\n  centre #4", 'title: "The\n  centre #4"'),
    ],
)
def test_the_whole_value_is_put_in_quotes(tmp_path, written, mended):
    """The fix keeps every word; since a comment may be private, somebody looks at it first."""
    write_sample(f"--- lessons/a.md\n{written}", tmp_path / "content")
    settings = settings_for(tmp_path)
    found = [one for one in examine(settings)[1] if one.code == "LS128"]
    assert [one.fix.safe for one in found] == [False]

    repair(tmp_path / "content", found, unsafe=True)
    assert mended in (tmp_path / "content/lessons/a.md").read_text(encoding="utf-8")
    assert "LS128" not in {one.code for one in examine(settings)[1]}


@pytest.mark.parametrize(
    "front",
    [
        "# a comment of its own\ntitle: A",
        "title: A  # TODO: decide",
        "#keywords:  # TODO: words",
        'title: "A #4"  # said so',
        "status: draft  # until March",
        "minutes: 15 # about",
        "title: A#4",
        "keywords: [a, b]  # both",
        "title: >-\n  A centre #4",
    ],
)
def test_a_comment_that_takes_nothing_away_stays(front):
    """Notes of their own, what is still to be decided, and comments behind a choice are fine."""
    assert "LS128" not in {code for _, _, code in findings(f"--- lessons/a.md\n{front}")}


def test_a_list_of_terms_is_looked_at_too():
    """A label of a vocabulary can be cut like any other value."""
    assert ("_vocabularies/themes.yml", 4, "LS128") in findings(
        "--- _vocabularies/themes.yml\ntitle: Themes\nterms:\n  - id: a\n    label: Home #4\n"
    )
