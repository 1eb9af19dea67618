"""What a letter writes so means something else in Markdown."""

import pytest

from lsbuild.pipeline import examine
from lsbuild.rules._fix import repair
from tests.sample import settings_for, write_sample

LESSON = "--- lessons/a.md\ntitle: A lesson\n---\n"
LINE = "The team met once a month to look back."


def mended(folder, body: str) -> tuple[list[str], str]:
    """The severities of what is found, and the body after its repair."""
    write_sample(LESSON + body, folder / "content")
    found = [one for one in examine(settings_for(folder))[1] if one.code == "LS325"]
    repair(folder / "content", found)
    text = (folder / "content/lessons/a.md").read_text("utf-8").split("---\n", 2)[2]
    return [one.severity.value for one in found], text.rstrip("\n")


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("##Results\n\nÉ.", "## Results\n\nÉ."),
        ("É.\n\n  ###2. Results", "É.\n\n### 2. Results"),
        (f"É.\n\n    {LINE}\n\nMore.", f"É.\n\n{LINE}\n\nMore."),
        (f"É.\n\n\t{LINE}\n\n\t{LINE}", f"É.\n\n{LINE}\n\n{LINE}"),
        (f"\t{LINE}\n\t{LINE}", f"\t{LINE}\n\t{LINE}"),
        (f"\t{LINE}\nMore.", f"\t{LINE}\nMore."),
        (f"- É.\n\n          {LINE}", f"- É.\n\n          {LINE}"),
    ],
)
def test_a_heading_and_a_paragraph_are_put_right(tmp_path, body, after):
    """A repair is written where one paragraph can be meant, and no part of a list."""
    assert mended(tmp_path, body) == (["warning"], after)


@pytest.mark.parametrize(
    "body",
    ["> 60% of mothers came late.", "É.\n\n> 1,000 visits a month", "They saw\n> 5 years of it."],
)
def test_a_sign_for_more_than_is_asked_about(tmp_path, body):
    """A quotation of one line may begin with a figure, so it is advice only."""
    assert mended(tmp_path, body) == (["advice"], body)


@pytest.mark.parametrize(
    "body",
    [
        "## Results\n\n#Tag and C## and ## .",
        "```\n##Results\n> 60% of all\n```\n\n    ##Results",
        "    https://example.org\n    pip install lsbuild and then all others.",
        f"- É.\n\n    {LINE}\n\n1. É.\n\n    {LINE}",
        "    Visits: 12 of 40 in May, 14 of 41 in June.",
        "> “60% of mothers came late.”\n\n> 60% came late [@b, p. 3].",
        "She said:\n\n> 60% of mothers came late.",
        "> Many came late.\n> 60% of mothers did.\n\nÉ.\n\n> 60% of mothers\n> came late.",
        "> [!NOTE]\n> 60% of mothers came late.",
    ],
)
def test_what_is_meant_so_stays(tmp_path, body):
    """Code, lists and quotations are what they look like."""
    assert mended(tmp_path, body)[0] == []
