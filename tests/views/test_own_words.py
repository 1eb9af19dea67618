"""What a portal claims stands in its settings; none publishes the claims of another."""

import pytest

from lsbuild.hosts._render import frame_key
from lsbuild.kinds import kind_named
from lsbuild.kinds._questions import promises
from lsbuild.output.archive import _readme
from lsbuild.relations.portal import Portal
from lsbuild.views._forms import plain_form
from lsbuild.views.page import Plan
from lsbuild.views.plan import make_plan
from tests.portals import ROOT
from tests.sample import checked, settings_for
from tests.views.shown import html_of

CASE = "--- case-studies/one.md\ntitle: A case\n---\n"
OURS = {"footer": "Not a site of the <king>.", "licence": "CC0"}


def said(**more: str) -> list[str]:
    """Where a portal speaks of itself: a page, a form, and the archive for a library."""
    written = checked(CASE)[0]
    portal = Portal(settings_for(ROOT, **more), written.library, written.graph)
    page = next(one for one in make_plan(portal).pages if one.url == "case-studies/one/")
    form = plain_form(kind_named("case-study"), portal, "fr")
    return [html_of(page, portal.settings), form, _readme(portal)]


def test_a_portal_that_says_nothing_claims_nothing():
    """Without settings there is no licence and no line about anybody."""
    page, form, readme = said()

    assert not [one for one in (page, form, readme) if "CC BY" in one or "World Health" in one]
    assert "Le texte peut être publié.\n" in form and "under " not in readme.splitlines()[-1]


def test_a_portal_says_its_own():
    """A line at the foot is plain text, and the licence stands wherever somebody agrees to it."""
    page, form, readme = said(**OURS)

    assert "<p>Not a site of the &lt;king&gt;.</p>" in page and "Text: CC0. Made with" in page
    assert "Le texte peut être publié sous la licence CC0." in form
    assert "The words are under CC0." in readme


@pytest.mark.parametrize("name", OURS)
def test_pages_are_made_anew_when_it_changes(name):
    """What stands on each page is part of what pages are taken over by."""
    changed = settings_for(ROOT, **{name: OURS[name]})

    assert frame_key(changed, Plan()) != frame_key(settings_for(ROOT), Plan())


def test_the_licence_may_hold_any_sign():
    """Braces in a name are no place to fill in."""
    assert promises("{x}")[-1].endswith("{x}.")
