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


def repaired(tmp_path, body: str) -> str:
    (tmp_path / "content").mkdir()
    write_sample(LESSON + body, tmp_path / "content")
    found = [one for one in examine(settings_for(tmp_path))[1] if one.code == "LS313"]
    repair(tmp_path / "content", found)
    text = (tmp_path / "content/lessons/a.md").read_text(encoding="utf-8")
    return text.rpartition("---\n")[2] if "| ---" not in text else text.split("---\n", 2)[2]


@pytest.mark.parametrize("sign", ["\u2013 ", "o ", "o\t", "\u00a7 ", "\u00a7\t", "\u27a2 "])
def test_signs_that_are_also_words_become_a_list(tmp_path, sign):
    """What begins two lines below each other is a bullet, whatever it means elsewhere."""
    body = f"They agreed:\n{sign}to meet\n{sign}to write"

    assert repaired(tmp_path, body) == "They agreed:\n- to meet\n- to write\n"


def test_rows_without_their_line_of_dashes_become_a_table(tmp_path):
    """The first row is taken for the head, as a table must have one."""
    body = "They met.\n\n| Who | When |\n| Nurses | May |"

    assert repaired(tmp_path, body) == (
        "They met.\n\n| Who | When |\n| --- | --- |\n| Nurses | May |\n"
    )


@pytest.mark.parametrize("dashes", ["| \u2014 | \u2014 |", "|\u2013-|:\u2013-:|"])
def test_long_dashes_below_the_first_row_are_its_line(tmp_path, dashes):
    """Word makes long dashes of hyphens; they go, and are no row of the table."""
    assert repaired(tmp_path, f"| Who | When |\n{dashes}\n| Nurses | May |") == (
        "| Who | When |\n| --- | --- |\n| Nurses | May |\n"
    )


def test_bullets_with_tabs_are_told_once():
    """A bullet, a tab and a sentence are an item of a list, and no row of a table."""
    assert len(told("\u2022\tFirst point\n\u2022\tSecond point")) == 1


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("Text <o:p></o:p>", "`<o:p>` means nothing here"),
        ("<w:sdt>x</w:sdt>", "`<w:sdt>` means nothing here"),
        (
            "in <st1:place w:st='on'>Kilifi</st1:place>",
            "`<st1:place w:st='on'>` means nothing here",
        ),
        ("Who\tWhen\nNurses\tMay", "these lines have tabs between their words"),
        ("Text\n| A | B |\n| c | d |", "these rows are no table"),
    ],
)
def test_other_remains_of_word(body, says):
    """What readers would see as it stands is told to its author."""
    assert told(body)[0].says.startswith(says) and told(body)[0].hint


@pytest.mark.parametrize(
    "words",
    [
        "Error! Reference source not found.",
        "Error! Bookmark not defined.",
        "Erreur\u00a0! Source du renvoi introuvable.",
    ],
)
def test_references_that_word_lost(words):
    """A field whose target is gone is a placeholder that nobody meant."""
    [one] = [one for one in checked(f"{LESSON}As in {words} they met.")[1] if one.code == "LS123"]

    assert f"`{words}`" in one.says


@pytest.mark.parametrize(
    "body",
    [
        "```\n\u2022 code\n```",
        "Nairobi \u00b7 Kilifi",
        "\u2013 said the nurse \u2013",
        "- \u2022 one",
        "\u2022",
        "o one",
        "questo\no quello\no altro",
        "\u2013 Bonjour.\n\n\u2013 Bonsoir.",
        "\u00a7 5 says\n\u00a7 6 says",
        "| A | B |\n| --- | --- |\n| c | d |\n| e | f |",
        "A | B\n--- | ---\n| c | d |\n| e | f |",
        "A\t| B\n--- | ---\nc\t| d\ne\t| f",
        "1.\tone\n2.\ttwo",
        "-\tone\n-\ttwo",
        "One\tline",
        "```\na\tb\nc\td\n```",
        "|x| + |y|",
        "See <mailto:a@b.org>",
    ],
)
def test_other_uses_of_such_signs_are_left_alone(body):
    """In code, between words, and as a dash they are what their author meant."""
    assert told(body) == []


@pytest.mark.parametrize(
    "many",
    [
        "\u2022 a\n",
        "\u2022 a\n\n\n",
        "\n\n \u2022",
        "\u2022 " + " " * 50,
        "o a\n",
        "a\t",
        "a\tb\n",
        "| a ",
        "| a |\n",
        "<o:",
        "\u2013 a\n\n",
    ],
)
def test_very_many_bullets_take_no_time(many):
    """A run of bullets is read once."""
    started = process_time()
    told(many * 20_000)

    assert process_time() - started < 10
