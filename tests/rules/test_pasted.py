"""What was copied from a program for letters, and what it should be."""

from time import process_time

import pytest

from lsbuild.pipeline import examine
from lsbuild.rules._fix import repair
from tests.sample import checked, settings_for, write_sample

LESSON = "--- lessons/a.md\ntitle: A lesson\n---\n"


def told(body: str):
    return [one for one in checked(LESSON + body)[1] if one.code == "LS313"]


@pytest.mark.parametrize(
    "sign", ["\u2022\t", "\u2022 ", "\u00b7\t", "\u25aa ", "\uf0b7\t", "\u2013\t"]
)
def test_bullets_of_word_become_a_list(tmp_path, sign):
    """Lines with the bullets of Word would run into one paragraph; one fix makes them a list."""
    body = f"They agreed:\n{sign}to meet\n\n{sign}to write\n   {sign}a diary\n\nThen they went."
    (tmp_path / "content").mkdir()
    write_sample(LESSON + body, tmp_path / "content")
    found = [one for one in examine(settings_for(tmp_path))[1] if one.code == "LS313"]
    repair(tmp_path / "content", found)
    after = (tmp_path / "content/lessons/a.md").read_text(encoding="utf-8")

    assert [one.says for one in found] == [f"`{sign.strip()}` begins no list here"]
    assert found[0].hint == "write `- ` before each item of a list"
    assert after.endswith(
        "They agreed:\n- to meet\n\n- to write\n   - a diary\n\nThen they went.\n"
    )


def test_a_bullet_far_from_the_edge_is_left_to_its_author():
    """Where a repair would make no list either, there is only advice."""
    [one] = told("They agreed:\n\t\u2022 to meet")

    assert one.fix is None and one.hint


@pytest.mark.parametrize(
    "body",
    [
        "```\n\u2022 code\n```",
        "Nairobi \u00b7 Kilifi",
        "\u2013 said the nurse \u2013",
        "- \u2022 one",
        "\u2022",
    ],
)
def test_other_uses_of_such_signs_are_left_alone(body):
    """In code, between words, and as a dash they are what their author meant."""
    assert told(body) == []


@pytest.mark.parametrize(
    "many", ["\u2022 a\n", "\u2022 a\n\n\n", "\n\n \u2022", "\u2022 " + " " * 50]
)
def test_very_many_bullets_take_no_time(many):
    """A run of bullets is read once."""
    started = process_time()
    told(many * 20_000)

    assert process_time() - started < 10
