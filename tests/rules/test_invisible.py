"""What nobody sees is found, as a letter or as a code, and what a script needs stays."""

import pytest

from lsbuild.pipeline import examine
from lsbuild.rules._fix import repair
from tests.sample import checked, settings_for, write_sample

LESSON = "--- lessons/one.md\ntitle: {}\n---\n{}\n"


def found(text: str) -> list[str]:
    return [one.says for one in checked(text)[1] if one.code == "LS125"]


@pytest.mark.parametrize(
    "sign",
    [
        *("\u00ad", "\u034f", "\u115f", "\u1160", "\u3164", "\uffa0", "\u2800", "\ue000"),
        *("\U000f0000", "\u200c", "\u200d", "\u200e", "\u200f", "\ufe0f"),
    ],
)
def test_a_sign_that_nobody_sees_is_found_between_letters(sign):
    """In a body and in a field."""
    assert len(found(LESSON.format(f"The te{sign}am", f"The te{sign}am met."))) == 2


@pytest.mark.parametrize(
    "text",
    [
        *("می\u200cخواهم", "خانه\u200cها ۱۰\u200cدرصد", "क्\u200dष", "র\u200d্যাব", "ශ්\u200dරී"),
        *(
            "شركة ABC\u200e.",
            "تعلّم C++\u200e هنا",
            "(منظمة)\u200f: 5",
            "הוא\u200f! שלום\u200f",
            "م\u061c.",
        ),
        *(
            "👩\u200d⚕\ufe0f and ❤\ufe0f",
            "👨🏽\u200d🌾",
            "🏳\ufe0f\u200d🌈",
            "🙂\u200d↔\ufe0f",
            "1\ufe0f\u20e3",
        ),
        "سورة \u06dd",
    ],
)
def test_signs_that_a_script_needs_stay(text):
    """Persian, Hindi, Bengali, Arabic, Hebrew and emoji are joined, parted and turned by them."""
    assert found(LESSON.format("One", text)) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Give \u200f5 - 10\u200f mg, never \u200f10 / 5\u200f more.", 4),
        ("أعط \u200f5 - 10\u200f ملغ", 2),
        ("٥\u200d٥ and +27\u200d82", 2),
        ("x \u200c y\u200d", 2),
        ("a\u180eb \u206ac\ufff9d\u2028e \U0001d173", 5),
        ("Give &rlm;5 - 10&rlm; mg, at &#x206A;once", 3),
    ],
)
def test_what_turns_numbers_or_hides_between_them_is_found(text, number):
    """No script needs it there, also in a line that is read from right to left."""
    assert len(found(LESSON.format("One", text))) == number


def test_a_sign_that_is_written_as_a_code_is_found(tmp_path):
    """YAML and HTML know codes for it, and mending takes them out; code shows what it shows."""
    text = LESSON.format('"The te\\\\u200bam"', "A te&shy;am&#x200B; met: `te&shy;am`, R&amp;D.")
    text = text.replace("\\\\", "\\")
    write_sample(text, tmp_path / "content")
    lesson = tmp_path / "content/lessons/one.md"
    lesson.write_text(lesson.read_text().replace("te\u200bam", "te\\u200bam"))
    settings = settings_for(tmp_path)
    report = examine(settings)[1]
    assert [one.code for one in report].count("LS125") == 3

    repair(tmp_path / "content", report)
    after = lesson.read_text()
    assert 'title: "The team"' in after
    assert "A team met: `te&shy;am`, R&amp;D." in after


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ('"A \\x1b[31m lesson"', "Words."),
        ('"A \\0 lesson"', "Words."),
        ('"A \\a lesson"', "Words."),
        ("A \x9b lesson", "Words."),
        ("One", "A bell &#7; rings."),
        ("One", "A code &#x9B;31m."),
        ("One", "[a](https://example.org/&#127;)"),
        ("One", "```js&#27;x\nlet a\n```"),
    ],
)
def test_a_control_character_is_found_however_it_is_written(title, body):
    """As it is, as a code of YAML, as a code of HTML, and in the name of a language of code."""
    report = checked(LESSON.format(title, body))[1]
    assert [one.code for one in report].count("LS002") == 1


def test_what_only_shows_the_code_of_a_control_character_stays():
    """Single quotes of YAML, code, and numbers of plain letters."""
    body = "A &#65; and `&#27;`, &#27, and &amp;#27;\n\n    &#8;\n"
    text = LESSON.format("'A \\x1b lesson'", body)
    assert [one.code for one in checked(text)[1]].count("LS002") == 0
