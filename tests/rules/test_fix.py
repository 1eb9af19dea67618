"""Fixes change what they say they change, and nothing else."""

import shutil
import subprocess
from pathlib import Path, PurePosixPath

import pytest

from lsbuild.pipeline import examine
from lsbuild.rules import all_rules
from lsbuild.rules._fix import as_diff, repair, repairs
from lsbuild.text.diagnostic import Diagnostic, Fix
from lsbuild.text.front_matter import decode, split
from lsbuild.text.source import Span
from tests.sample import settings_for, write_sample

PATH = PurePosixPath("lessons/a.md")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "content/lessons").mkdir(parents=True)
    return tmp_path / "content"


def found(raw: bytes, *changes: tuple[str, str], safe: bool = True) -> list[Diagnostic]:
    """A finding for each word and what is to stand in its place."""
    source = split(PATH, decode(raw))
    for word, text in changes:
        start = source.text.index(word)
        fix = Fix(f"write `{text}`", start, start + len(word), text, safe)
        yield Diagnostic("a-rule", source, Span(1), word, fix=fix)


def fixed(content: Path, raw: bytes, *changes: tuple[str, str], **more) -> bytes:
    (content / PATH).write_bytes(raw)
    repair(content, list(found(raw, *changes, **more)))
    return (content / PATH).read_bytes()


def test_keeps_every_other_byte(content):
    """A byte order mark, Windows line ends, odd blanks and a missing last line end stay."""
    raw = "\ufeff---\r\ntitle:  Ä  # why\r\nneeds: [wrng]\r\n---\r\n\r\n日本 bad\r\nend".encode()
    after = fixed(content, raw, ("wrng", "right"), ("bad", "good"))

    assert after == raw.replace(b"wrng", b"right").replace(b"bad", b"good")


def test_keeps_mixed_line_ends(content):
    """Each line keeps its own end, and a lone carriage return is one too."""
    raw = b"one\r\ntwo\nthree\rfour bad\r\nfive worse\n"

    assert fixed(content, raw, ("bad", "good"), ("worse", "better")) == (
        b"one\r\ntwo\nthree\rfour good\r\nfive better\n"
    )


def test_writes_new_lines_as_the_file_does(content):
    """A fix of several lines gets the line ends of its file."""
    assert fixed(content, b"a\r\nbad\r\n", ("bad", "x\ny")) == b"a\r\nx\r\ny\r\n"


def test_works_from_the_end(content):
    """Fixes of one file do not move one another."""
    assert fixed(content, b"a b c\n", ("a", "long"), ("b", ""), ("c", "end")) == b"long  end\n"


def test_skips_what_overlaps(content):
    """Of two fixes for the same words the first is applied and the other waits."""
    assert fixed(content, b"one two three\n", ("one two", "1 2"), ("two three", "x")) == (
        b"1 2 three\n"
    )


def test_leaves_unsafe_fixes_to_people(content):
    """Only a safe fix is applied without being asked twice."""
    assert fixed(content, b"bad\n", ("bad", "good"), safe=False) == b"bad\n"


def test_leaves_a_file_that_changed_meanwhile(content):
    """A fix belongs to the text that was read, so a newer text is never touched."""
    (content / PATH).write_bytes(b"newer bad\n")
    repair(content, list(found(b"bad\n", ("bad", "good"))))

    assert (content / PATH).read_bytes() == b"newer bad\n"


def test_says_how_much_was_done(content):
    """Every file that was written is named, with the number of places."""
    (content / PATH).write_bytes(b"a b\n")
    done = repair(content, list(found(b"a b\n", ("a", "x"), ("b", "y"))))

    assert [(one.path, one.places) for one in done] == [(PATH, 2)]


def test_leaves_no_neighbours_behind(content):
    """The temporary file beside the real one is gone, also where writing fails."""
    fixed(content, b"bad\n", ("bad", "good"))

    assert [one.name for one in (content / "lessons").iterdir()] == ["a.md"]


def test_keeps_the_old_file_when_writing_fails(content, monkeypatch):
    """A full disk or a stopped machine leaves the file as it was."""

    def fails(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(OSError, match="No space"):
        fixed(content, b"bad\n", ("bad", "good"))

    assert [one.read_bytes() for one in (content / "lessons").iterdir()] == [b"bad\n"]


def test_keeps_the_mode_of_the_file(content):
    """A file that the group may write stays so."""
    (content / PATH).write_bytes(b"bad\n")
    (content / PATH).chmod(0o664)
    fixed(content, b"bad\n", ("bad", "good"))

    assert (content / PATH).stat().st_mode & 0o777 == 0o664


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
@pytest.mark.parametrize("raw", [b"a\nbad\nc\n", b"\xef\xbb\xbfa\r\nbad\r\nc\r\n", b"a\nbad"])
def test_shows_a_diff_that_git_takes(content, raw):
    """The diff makes of the old file, byte for byte, what the fix makes of it."""
    (content / PATH).write_bytes(raw)
    made = list(repairs(content, found(raw, ("bad", "good"))))
    diff = as_diff(made, "content/")
    subprocess.run(["git", "apply", "-"], cwd=content.parent, input=diff, check=True)

    assert (content / PATH).read_bytes() == made[0].after != raw


@pytest.mark.parametrize(
    "rule", [rule for rule in all_rules() if rule.bad.strip()], ids=lambda rule: rule.name
)
def test_leaves_nothing_to_repair_of_a_bad_example(content, rule):
    """What a rule's fix writes, the rule does not find again."""
    write_sample(rule.bad, content)
    settings = settings_for(content.parent)
    mine = [one for one in examine(settings)[1] if one.code == rule.code]
    repair(content, mine)
    left = [one for one in examine(settings)[1] if one.code == rule.code]

    assert len(left) == sum(not (one.fix and one.fix.safe) for one in mine)


def test_quotes_a_value_with_a_second_colon(content):
    """A value with a second colon in a file's front matter is quoted; every other byte stays."""
    raw = "\ufeff---\r\ntitle: Été\r\nsummary: Ebola: what we learned\r\n---\r\n\r\nText: more\r\n"
    (content / PATH).write_bytes(raw.encode())
    repair(content, examine(settings_for(content.parent))[1])

    quoted = raw.replace("Ebola: what we learned", '"Ebola: what we learned"')
    assert (content / PATH).read_bytes().decode() == quoted
