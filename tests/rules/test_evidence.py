"""Rules about evidence see what a case leaves out as well as what it says."""

import pytest

from tests.sample import checked

CASE = "--- case-studies/a.md\ntitle: A case\ndepth: {depth}\n---\nManagers met once a month.\n"


@pytest.mark.parametrize(
    ("depth", "found"), [("case", ["nothing in this case names a source"]), ("short-note", [])]
)
def test_a_case_without_any_source_is_told_so(depth, found):
    """A case from which readers can learn names a source; a short note may do without."""
    _, report, _ = checked(CASE.format(depth=depth))

    assert [one.says for one in report if one.code == "LS412"] == found


CITED = """
--- lessons/a.md
title: A lesson
---
Learning has three means [@a-paper, {locator}].
--- sources/a-paper.md
title: A paper
csl: {{type: article-journal, page: 957–963}}
"""


@pytest.mark.parametrize(("locator", "found"), [("p. 960", 0), ("p. 990", 1), ("pp. 3-5", 1)])
def test_a_page_that_an_article_does_not_have_is_found(locator, found):
    """The pages of its own record tell where an article begins and ends."""
    _, report, _ = checked(CITED.format(locator=locator))
    said = [one.says for one in report if one.code == "LS403"]

    assert len(said) == found and all("stands on pages 957 to 963" in one for one in said)
