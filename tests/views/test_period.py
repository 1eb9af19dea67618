"""When something was, where sources tell it and where they do not."""

from lsbuild.views.plan import make_plan
from tests.sample import checked

CASE = """
--- case-studies/one.md
title: One
period: {period}
--- case-studies/two.md
title: Two
related: [{{entry: case-study/one, why: Alike.}}]
"""


def test_a_period_that_no_source_tells_is_said_to_be_unknown():
    """Authors write `unknown` rather than guess; the page says so, and a card leaves it out."""
    portal, report, _ = checked(CASE.format(period="unknown"))
    pages = {page.url: page for page in make_plan(portal).pages}

    assert not [one for one in report.findings if one.keys[:1] == ("period",)]
    assert pages["case-studies/one/"].data["entry"]["period"] == "not known to us"
    assert "not known to us" not in str(pages["case-studies/two/"].data["next"])


def test_another_word_is_no_period():
    """Only this one word stands for what nobody knows."""
    _, report, _ = checked(CASE.format(period="long ago"))

    assert [one.keys for one in report.findings if one.keys[:1] == ("period",)]
