"""Fields are plain text: what Markdown would mean there is found, and signs of other kinds stay."""

import pytest

from tests.sample import checked


def told(summary: str) -> list[tuple[int, str]]:
    text = f"--- lessons/a.md\ntitle: A\nsummary: >-\n  What they knew of it.\n  {summary}\n"
    return [(one.span.line, one.hint) for one in checked(text)[1] if one.code == "LS118"]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Nobody had told them [@lebrun-2021, p. 513].", "sources go below `sources:`"),
        ("See [[term/learning-loop]].", "links go into the text below"),
        ("See [[Meetings that learn|this]].", "links go into the text below"),
        ("See [this](https://example.org/a).", "links go into the text below"),
        ("See [this](../lessons/b.md#part).", "links go into the text below"),
        ("They **knew** it.", "take the stars away"),
    ],
)
def test_markdown_in_a_field_is_found(written, hint):
    """Readers would see its signs, and what it cites would never be a source."""
    ((line, said),) = told(written)
    assert line == 5 and said.startswith(hint)


@pytest.mark.parametrize(
    "written",
    [
        "Two [of them] (see there), and f(x)[1](2).",
        "The sum 2**3 and 2 ** 3 ** 4, a footnote** and another**.",
        "[Reprint](second edition) of a paper [in Spanish].",
        "Write to somebody@example.org [@home].",
    ],
)
def test_signs_that_mean_something_else_stay(written):
    """Brackets, stars and at signs are also written by people who know no Markdown."""
    assert told(written) == []
