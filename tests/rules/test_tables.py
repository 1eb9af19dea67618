"""No cell of a table vanishes without a word, and what is no table says so."""

import pytest

from lsbuild.pipeline import examine
from lsbuild.rules._fix import repair
from tests.sample import checked, settings_for, write_sample

LESSON = "--- lessons/a.md\ntitle: A lesson\n---\n"


def uneven(body: str) -> list[tuple[int, str]]:
    portal, report, _ = checked(LESSON + body)
    first = portal.library.entries[0].source
    before = first.text[: first.body_at].count("\n")
    return [(one.span.line - before, one.says) for one in report if one.code == "LS324"]


def test_each_row_with_too_many_cells_is_found():
    """What would vanish is quoted, on the line where it stands."""
    body = "É.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| é | 2 | **3** | 4 |\n1|2|3\n"
    says = "readers would not see `{}`: this row has more cells than the table has columns (2)"
    assert uneven(body) == [(6, says.format("**3** | 4")), (7, says.format("3"))]


def test_a_bar_within_a_link_is_a_bar():
    """Of a link to an entry the words would stand in the next cell."""
    body = "| a |\n|---|\n| [[lesson/a|words]] |"
    assert [line for line, _ in uneven(body)] == [3]


@pytest.mark.parametrize(
    ("dashes", "after"),
    [
        ("|---|---|", "| --- | --- | --- |"),
        ("| - | - | - | - |", "| --- | --- | --- |"),
        ("|:--|--:|", "|:--|--:|"),
    ],
)
def test_a_line_of_dashes_has_as_many_columns_as_the_row_above(tmp_path, dashes, after):
    """Otherwise readers see a paragraph of bars; the sides of columns are not guessed."""
    write_sample(f"{LESSON}| a | b | c |\n{dashes}\n| 1 | 2 | 3 |\n", tmp_path / "content")
    found = [one for one in examine(settings_for(tmp_path))[1] if one.code == "LS324"]
    assert len(found) == 1 and "so this is no table" in found[0].says

    repair(tmp_path / "content", found)
    text = (tmp_path / "content/lessons/a.md").read_text("utf-8")
    assert f"| a | b | c |\n{after}\n| 1 | 2 | 3 |\n" in text


@pytest.mark.parametrize(
    "body",
    [
        "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | |\n| 1 | x\\|y |\n| - | - |\n\nOne | two | three",
        "a | b\n:-- | --:\n1 | 2",
        "```\n| a |\n|---|\n| 1 | 2 |\n```",
        "    | a |\n    |---|\n    | 1 | 2 |",
        "One | two.\n\n| three |\n\n---\n\nOne | two\n---\nThree",
        r"x\|y" + "\n| --- | --- |",
    ],
)
def test_even_tables_and_bars_in_a_text_stay(body):
    """Empty cells are no loss, and bars alone make no table."""
    assert uneven(body) == []
