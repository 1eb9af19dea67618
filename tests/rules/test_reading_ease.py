"""How hard a text is to read is measured by what readers take for a sentence."""

import pytest

from lsbuild.rules.hard_to_read import LIMIT, lix
from lsbuild.text.markdown import write
from tests.sample import checked

PLAIN = "We met, and each of us told the team what we saw"
HARD = "Organisational institutionalisation necessitates continuous negotiation"


def of(body: str) -> int:
    outline = write(body)
    return round(lix(outline.paragraphs, outline.counts))


def said(body: str) -> bool:
    """Whether a text is said to be hard to read."""
    report = checked(f"--- lessons/a.md\ntitle: A lesson\n---\n{body}")[1]
    return "LS320" in {one.code for one in report}


def test_items_need_no_full_stop():
    """An item of a list, a cell of a table and a heading end where their line does."""
    assert of(f"- {PLAIN}\n" * 14) == of(f"- {PLAIN}.\n" * 14) < 20
    assert of("| a | b |\n|-|-|\n" + f"| {PLAIN} | {PLAIN} |\n" * 9) < 20
    assert not said(f"- {PLAIN}\n" * 14)


def test_a_line_that_goes_on_is_one_sentence():
    """Where the author broke a line, no sentence ends."""
    assert of("One two three\nfour five six.") == 6
    assert said((HARD + "\n") * 20)


@pytest.mark.parametrize("end", [".", "?", "!", "। ", "።", "؟", "。", "？", "！"])
def test_each_script_ends_a_sentence_in_its_own_way(end):
    """A text that quotes another script is not one long sentence."""
    assert of(f"One two three{end} Four five six{end}") == 3


@pytest.mark.parametrize(
    "word",
    ["स्वास्थ्यकर्मियों", "የጤናባለሙያዎች", "العاملونالصحيون", "卫生工作者每个月都在一起学习", "ස්වාස්ථ්‍ය"],
)
def test_nothing_is_said_of_scripts_it_was_not_made_for(word):
    """Long words and long sentences mean something else in another script."""
    assert of(f"{word} " * 200) == 0
    assert not said(f"{word} " * 200)


@pytest.mark.parametrize("word", ["Организационное", "Οργανωτικότητα", "Thúcđẩyhọctập"])
def test_other_alphabets_are_measured(word):
    """Greek, Cyrillic and Latin with any marks are read by words and sentences as English is."""
    assert of(f"{word} " * 200) > LIMIT
    assert said(f"{word} " * 200)
