"""A person's name is found behind its title, and a post is nobody's name."""

import pytest

from tests.sample import checked

LESSON = "--- lessons/a.md\ntitle: A lesson\n---\n"


def names(body: str) -> list[str]:
    """What looks like the name of a person, as the findings show it."""
    report = checked(LESSON + body)[1]
    return [one.says.split("`")[1] for one in report if one.code == "LS416"]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Then Dr Élodie Traoré spoke.", "Dr Élodie Traoré"),
        ("Then Dr E\u0301lodie spoke.", "Dr E\u0301lodie"),
        ("Then Prof. Ñandú spoke.", "Prof. Ñandú"),
        ("Then Dr\u00a0Ömer spoke.", "Dr Ömer"),
        ("Then Mrs Яна Петрова spoke.", "Mrs Яна Петрова"),
        ("Then Dr अनीता spoke.", "Dr अनीता"),
        ("Then Nurse\nExample opened the meeting.", "Nurse Example"),
        ("> Then Nurse Thandi\n> Example opened the meeting.", "Nurse Thandi Example"),
        ("Then Nurse\r\nExample opened the meeting.", "Nurse Example"),
        ("We thank Nurse Manager Thandi Example.", "Nurse Manager Thandi Example"),
        ("Nurse and Dr Traoré came.", "Dr Traoré"),
        ("Ask Sister Example (of the clinic).", "Sister Example"),
        ("They met at Dr Example’s Clinic.", "Dr Example’s Clinic"),
        ("Then Mr Speaker Example spoke.", "Mr Speaker Example"),
    ],
)
def test_finds_a_name(body, name):
    """In letters of any script, and where the line ends before or within it."""
    assert names(body) == [name]


@pytest.mark.parametrize(
    "body",
    [
        "Then the Nurse Manager opened the meeting.",
        "The Nurse Practitioners and the Nurse Educator met.",
        "The Nurse\nManager met them.",
        "They told the Matron. Then they left.",
        "They told the Matron.\nThen they left.",
        "Ask the Nurse\n\nExample of a meeting.",
        "## What to ask a Nurse\nExamples help.",
        "Sister of a patient, and sister clinics.",
        "Then Dr élan spoke.",
        "The Nurse in charge and Professor A met.",
        "- Nurse\n- Example",
        "They met at Dr Gray's Hospital, and at Dr Gray’s Hospital again.",
        "Mr Speaker opened the debate.",
        "They left at 5PM. Nurses met.",
        "Write `Nurse Example` or `Anna Example, the nurse in charge,` in code.",
    ],
)
def test_leaves_a_post_alone(body):
    """Roles may be written with large letters, and may end a sentence, a heading or an item."""
    assert names(body) == []
