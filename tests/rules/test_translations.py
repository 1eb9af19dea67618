"""What a finding about a translation tells to write can be written so."""

from hashlib import sha256
from itertools import count

from lsbuild.pipeline import examine
from lsbuild.rules._fix import repair
from tests.sample import filled, settings_for, write_sample

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
