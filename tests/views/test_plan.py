"""One address shows one thing."""

import pytest

from lsbuild.views.plan import TwoPagesOneAddress, make_plan
from tests.sample import checked

PAGE = "--- pages/about.md\ntitle: About\naliases: [{alias}]\n---\n"


@pytest.mark.parametrize("alias", ["find/", "handbook/rules/ls101/", "contribute/"])
def test_a_former_address_replaces_no_page_of_ours(alias):
    """The error names the file, the address and what to do."""
    with pytest.raises(TwoPagesOneAddress) as raised:
        make_plan(
            checked("--- case-studies/one.md\ntitle: One\n---\n" + PAGE.format(alias=alias))[0]
        )

    said = str(raised.value)
    assert "pages/about.md" in said and f"`/{alias}`" in said and "`aliases`" in said


def test_a_former_address_that_nobody_has_leads_on():
    """Where nothing stands, the reader is led to the page."""
    plan = make_plan(checked(PAGE.format(alias="who-we-are/"))[0])

    assert plan.redirects == {"who-we-are/": "about/"}
