"""What stands in a file is read and found in the same way on every system."""

import pytest

from lsbuild.kinds import all_kinds
from lsbuild.library.read import read

LESSON = next(kind.sample for kind in all_kinds() if kind.kind == "lesson")


def found(tmp_path, text: str | bytes):
    (tmp_path / "lessons").mkdir()
    raw = text if isinstance(text, bytes) else text.encode()
    (tmp_path / "lessons/a.md").write_bytes(raw)
    return [(one.name, one.span.line, one.span.column) for one in read(tmp_path)[1]]


@pytest.mark.parametrize(
    ("wrong", "name", "column"),
    [
        (b"a bell \x07 rings", "control-character", 8),
        (b"<<<<<<< HEAD", "conflict-markers", 1),
        (b"caf\xe9", "not-utf8", 4),
    ],
)
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_a_place_is_the_same_with_any_line_ends(tmp_path, wrong, name, column, end):
    """Lines and columns are those of an editor, also in files from Windows that are refused."""
    raw = end.join([b"---", b"title: A", b"---", *[b"Words."] * 20, wrong, b"end", b""])

    assert found(tmp_path, raw) == [(name, 24, column)]


def test_a_heading_may_be_underlined(tmp_path):
    """Seven equals signs below a word of seven letters are a heading, and no conflict."""
    assert found(tmp_path, LESSON + "\nResults\n=======\n\nThey met.\n") == []


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", ">>>>>>> weekly"])
def test_half_of_a_conflict_is_one_too(tmp_path, mark):
    """Whoever deleted some of the marks is told of those that are left."""
    text = f"{LESSON}\nOne.\n=======\n{mark}\n"

    assert [name for name, _, _ in found(tmp_path, text)] == ["conflict-markers"]


@pytest.mark.parametrize(
    ("begin", "end", "line", "says", "hint"),
    [
        ("—-", "---", 1, "the first line has a long dash", "type three hyphens: `---`"),
        ("–-", "—-", 1, "the first line has a long dash", "type three hyphens: `---`"),
        ("---", "—-", 3, "the front matter ends with a long dash", "type three hyphens: `---`"),
        ("\n---", "---", 1, "an empty line stands before the first `---`", "delete it"),
        (" \n\n---", "---", 1, "an empty line stands before the first `---`", "delete it"),
        (" ---", "---", 1, "spaces stand before the first `---`", "delete them"),
        ("A title", "---", 1, "the file does not begin with front matter", "begin with `---`"),
        ("---", "", 1, "is opened by `---` and never closed", "write `---`"),
        ("----", "----", 1, "are no end of the front matter, and no beginning", "type three"),
        ("---", "-----", 3, "are no end of the front matter, and no beginning", "type three"),
        ("```yaml", "```", 1, "the fields stand in a block of code", "write `---` in place"),
        ("\n~~~", "~~~", 2, "the fields stand in a block of code", "write `---` in place"),
        ("---\n```yaml", "```\n---", 2, "the fields stand in a block of code", "delete this"),
    ],
)
def test_what_is_wrong_with_the_three_hyphens_is_said(tmp_path, begin, end, line, says, hint):
    """A long dash of Word, an empty line above and a missing line are told apart."""
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons/a.md").write_text(f"{begin}\ntitle: A\n{end}\n\nText.\n", "utf-8")
    [found] = read(tmp_path)[1]

    assert (found.span.line, found.says.endswith(says)) == (line, True), found.says
    assert hint in found.hint
