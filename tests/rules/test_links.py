"""Links and addresses in a body, where their form is unusual."""

import pytest

from tests.sample import checked

LESSON = "--- lessons/a.md\ntitle: A lesson\n---\n"


def found(body: str) -> set[str]:
    return {one.code for one in checked(LESSON + body)[1]} - {"LS204"}


@pytest.mark.parametrize("way", ["../", "..", ".", "./", "../..", "../lessons", "../#top"])
def test_a_way_to_a_folder_is_told_to_be_none_to_a_file(way):
    """A folder is no page to link to; the author hears that, and of no fault of ours."""
    assert found(f"Back to [the beginning]({way}).") == {"LS311"}
