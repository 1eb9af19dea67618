"""One address shows one thing."""

import pytest

from lsbuild.kinds import all_kinds
from lsbuild.rules.reserved_address import OWN
from lsbuild.views.plan import TwoPagesOneAddress, make_plan
from tests.sample import checked

PAGE = "--- pages/about.md\ntitle: About\naliases: [{alias}]\n---\n"


def test_every_address_of_ours_is_kept_free(prepared):
    """What a view shows without an entry lies where no file of the content may."""
    kinds = {kind.base() for kind in all_kinds()}
    shown = (page.url for page in prepared.plan.outlines if not page.source)
    ours = {url.removeprefix("fr/").partition("/")[0] for url in shown}

    assert ours - kinds - {"", "404.html"} <= OWN


def test_a_former_address_that_nobody_has_leads_on():
    """Where nothing stands, the reader is led to the page."""
    plan = make_plan(checked(PAGE.format(alias="who-we-are/"))[0])

    assert plan.redirects == {"who-we-are/": "about/"}


@pytest.mark.parametrize("alias", ["find/", "case-studies/one/team-sheet/"])
def test_a_former_address_takes_no_page_away(alias):
    """Where a view shows a page, none is built over it, whether a rule knows of it or not."""
    portal = checked(PAGE.format(alias=alias) + "--- case-studies/one.md\ntitle: One\n")[0]

    with pytest.raises(TwoPagesOneAddress, match=rf"`/{alias}`, a former address of `pages/about"):
        make_plan(portal)


def test_a_former_address_may_be_taken_while_somebody_writes():
    """That an entry has it is a finding, and the entry is shown in a preview."""
    lesson = "--- lessons/one.md\ntitle: One\n"
    plan = make_plan(checked(PAGE.format(alias="lessons/one/") + lesson)[0])

    assert [page.title for page in plan.outlines if page.url == "lessons/one/"] == ["One"]
