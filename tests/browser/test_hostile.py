"""Hostile words that got past every check do nothing, with the policy and without it.

`make proof` opens every page of such a site, and all that the check accepts beside it.
"""

import pytest

from lsbuild.output.written import target_of
from tests.portals import TEMPLATES, richest
from tests.proof.opening import opened, without_policy
from tests.proof.payloads import BODY, FIELD
from tests.proof.unchecked import Hostile, both, render, unchecked

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def hostile(prepared, golden_site, tmp_path_factory):
    """The golden site with other words in its place, and the same without its policy."""
    words = list(both(FIELD, BODY))
    plan = unchecked(prepared, Hostile(words[: len(FIELD)], words[len(FIELD) :]))
    folder = tmp_path_factory.mktemp("hostile")
    guarded = render(plan, prepared, golden_site, folder)
    return plan, guarded, without_policy(guarded, folder / "bare")


@pytest.mark.parametrize("guarded", [True, False], ids=["with policy", "without policy"])
def test_nothing_is_executed(chromium, hostile, guarded):
    """On a page of every template, and in the search, no hostile word runs or opens a way out."""
    plan, *sites = hostile
    urls = [richest(plan, template).url for template in TEMPLATES]
    seen = list(opened(chromium, sites[0 if guarded else 1], urls))

    assert [one for one in seen if one.ran or one.ways or one.left] == []
    assert len(seen) == len(urls) + 1


def test_the_hostile_words_were_there(hostile):
    """The words did reach the pages, as words."""
    plan, guarded, _ = hostile
    for template in ("case_study.html", "lesson.html", "source.html", "term.html", "home.html"):
        html = (guarded / target_of(richest(plan, template).url)).read_text("utf-8")
        assert "&lt;script&gt;window.hit" in html, template
        assert "<script>window.hit" not in html, template
