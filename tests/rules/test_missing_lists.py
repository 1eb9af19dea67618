"""A list that content needs and nobody has written is named, once."""

from lsbuild.pipeline import examine
from tests.sample import settings_for, write_sample

CASES = """
--- case-studies/a.md
title: A case
levels: [district]
--- case-studies/b.md
title: Another case
levels: [country, district]
"""


def said(root, text: str) -> list[tuple[str, str, str]]:
    write_sample(text, root / "content")
    found = [one for one in examine(settings_for(root))[1] if one.code == "LS117"]
    return [(str(one.source.path), one.says, one.hint) for one in found]


def test_a_list_that_is_not_there_is_named_once(tmp_path):
    """Where terms of two pages have no list, the first says which file to write."""
    path, says, hint = next(one for one in said(tmp_path, CASES) if "levels" in one[1])

    assert path == "case-studies/a.md"
    assert says == "there is no list `system-levels`, so nothing checks its terms"
    assert hint == "write `content/_vocabularies/system-levels.yml`"
    assert len([one for one in said(tmp_path, CASES) if "levels" in one[1]]) == 1


def test_a_list_that_cannot_be_read_is_not_said_to_be_missing(tmp_path):
    """Who misspells a key of a list is not told to write the list."""
    broken = "--- _vocabularies/system-levels.yml\ntitel: Levels\n"

    assert not [one for one in said(tmp_path, CASES + broken) if "levels" in one[1]]
