"""What a finding about a translation tells to write can be written so."""

from hashlib import sha256
from itertools import count

from lsbuild.pipeline import examine
from lsbuild.rules._fix import repair
from tests.sample import checked, filled, settings_for, write_sample

PATH = "pages/about.md"


def with_digits_only() -> str:
    """A page whose version has a name of digits, as one in three hundred has."""
    for number in count():
        text = f"title: About {number}"
        written = "\n".join(filled(PATH, [text])) + "\n"
        name = sha256(written.encode()).hexdigest()[:12]
        if name.isdigit() and name[0] != "0":
            return text
    raise AssertionError


def test_a_version_of_digits_is_told_in_quotes(tmp_path):
    """Without quotes YAML reads a number, which the field refuses."""
    front = f"--- {PATH}\n{with_digits_only()}\n--- pages/about.fr.md\ntitle: À propos\n"
    settings = settings_for(tmp_path)
    write_sample(front, tmp_path / "content")
    hint = next(one.hint for one in examine(settings)[1] if one.code == "LS604")
    assert 'add `translation_of: "' in hint

    write_sample(front + "translation_of: 0a1b2c3d4e5f\n", tmp_path / "content")
    hint = next(one.hint for one in examine(settings)[1] if one.code == "LS604")
    told = hint.split("`")[1]
    write_sample(front + f"translation_of: {told}\n", tmp_path / "content")
    assert not [one for one in examine(settings)[1] if one.source.path.stem == "about.fr"]


def test_no_repair_says_that_a_translation_was_made(tmp_path):
    """Only a person knows that the text was carried over, so even guesses leave it alone."""
    settings = settings_for(tmp_path)
    write_sample(
        f"--- {PATH}\ntitle: About\n--- pages/about.fr.md\ntitle: À propos\n"
        "translation_of: 0a1b2c3d4e5f\n",
        tmp_path / "content",
    )
    (found,) = (one for one in examine(settings)[1] if one.code == "LS604")
    assert "carry the changes over, then write `" in found.hint

    assert not repair(tmp_path / "content", examine(settings)[1], unsafe=True)


def told(text: str) -> list[tuple[str, str]]:
    return [(one.severity.value, one.hint) for one in checked(text)[1] if one.code == "LS214"]


def test_a_translation_without_its_language_is_refused():
    """It would be published in the language of the portal, beside its original."""
    first = "--- lessons/a-b.md\ntitle: A\n"
    for name, right in (
        ("a-b-fr", "rename it to `a-b.fr.md`"),
        ("other", "name it as its original"),
    ):
        text = f"{first}--- lessons/{name}.md\ntitle: B\ntranslation_of: 0a1b2c3d4e5f\n"
        ((severity, hint),) = told(text)
        assert severity == "error" and hint.startswith(right)


def test_a_translation_whose_original_is_not_there_names_the_near_one():
    """A slip in the name is warned of; a page in one language only may stand alone."""
    first = "--- lessons/night-calls.md\ntitle: A\n--- lessons/rounds-2.md\ntitle: B\n"
    hint = "if it translates `night-calls.md`, rename this file to `night-calls.fr.md`"
    near = f"{first}--- lessons/night-cals.fr.md\ntitle: B\n"
    assert told(near) == [("warning", hint)]
    assert told(f"{near}translation_of: 0a1b2c3d4e5f\n") == [("warning", hint)]
    assert told(f"{first}--- lessons/rounds-3.fr.md\ntitle: B\n") == []
    assert told(f"{first}--- lessons/tours.fr.md\ntitle: B\n") == []
    alone = f"{first}--- lessons/tours.fr.md\ntitle: B\ntranslation_of: 0a1b2c3d4e5f\n"
    assert [hint for _, hint in told(alone)] == [
        "name the file as its original is named, or delete this line"
    ]


def test_an_original_with_mistakes_is_still_one():
    """Its name is known, so its translation is not told to take another."""
    text = "--- lessons/a-b.md\ntitle: A\nminuts: 3\n--- lessons/a-b.fr.md\ntitle: B\n"
    assert told(text + "translation_of: 0a1b2c3d4e5f\n--- lessons/a-c.md\ntitle: C\n") == []


def test_a_folder_for_a_language_is_told_the_name():
    """One folder up a translation would lie where its original is."""
    for path in ("lessons/fr/a.md", "fr/lessons/a.md", "lessons/fr/a.fr.md"):
        report = checked(f"--- {path} (as it is)\nA\n--- lessons/a.md\ntitle: A\n")[1]
        (one,) = (one for one in report if str(one.source.path) == path)
        assert (one.code, one.hint) == ("LS009", "move it to `lessons/a.fr.md`")
    (one,) = checked("--- lessons/old/a.md (as it is)\nA\n")[1]
    assert one.hint == "move it one folder up: `lessons/a.md`"


def test_a_language_that_is_written_out_becomes_its_code():
    """`a.french.md` is meant to be French."""
    (one,) = checked("--- lessons/a.french.md (as it is)\nA\n")[1]
    assert one.code == "LS008" and "`a.fr.md`" in one.hint
