"""One address shows one thing."""

from lsbuild.kinds import all_kinds
from lsbuild.rules.reserved_address import OWN
from lsbuild.views.plan import make_plan
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
