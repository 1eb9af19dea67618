"""A footnote's mark and its note find each other as readers of the page do."""

import pytest

from lsbuild.text.markdown import write
from tests.sample import checked

LESSON = "--- lessons/a.md\ntitle: A lesson\n---\n"


def said(body: str) -> list[str]:
    """What the rule says about footnotes."""
    return sorted(one.says for one in checked(LESSON + body)[1] if one.code == "LS316")


@pytest.mark.parametrize(
    "body",
    [
        "They said three things[^1]: first, second.\n\n[^1]: At the meeting.",
        "They said:\n\n- three things[^1]: first, second.\n\n[^1]: At the meeting.",
        "They met[^1].\n\n> [^1]: At the clinic.",
        "They met[^1].\n\n- [^1]: At the clinic.",
        "- They met[^1].\n\n  1. [^1]: At the clinic.",
        "They met[^a].\n\n[^A]: At the clinic.",
        "Sie trafen sich[^Straße].\n\n[^STRASSE]: In der Klinik.",
        "They met[^1].\n\n[^1]: At the clinic[^2]: upstairs.\n\n[^2]: In a small room.",
        "A note is written so:\n\n    [^1]: The note.",
    ],
)
def test_a_mark_and_its_note_belong_together(body):
    """Whatever follows a mark, wherever a note begins, and in small letters or large ones."""
    assert said(body) == []
    html = "".join(part for part in write(body).parts if isinstance(part, str))
    marks, notes = html.count('<a class="footnote-ref"'), html.count('<li id="fn-')
    assert marks == notes


def test_a_mark_before_a_colon_needs_a_note_too():
    """Only at the beginning of a line does the colon make it a note."""
    assert said("They said three things[^1]: first, second.") == ["the footnote `[^1]` has no note"]


def test_a_note_at_the_beginning_of_a_line_is_no_mark():
    """A note does not lead to itself."""
    assert said("They met.\n\n[^Clinic]: Upstairs.") == ["no mark leads to the note `[^Clinic]`"]


def test_a_near_label_is_shown_as_the_note_has_it():
    """Who mistyped a label is told the other one as it stands there."""
    found = checked(LESSON + "They met[^Moth].\n\n[^Month]: In May.")[1]
    assert "[^Month]" in {one.near for one in found if one.code == "LS316"}
