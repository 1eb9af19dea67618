"""Figures of a case as readers see them."""

from lsbuild.views._desk import Desk
from lsbuild.views.entry import EntryPages
from tests.sample import checked
from tests.views.shown import main_of

PORTAL = """
--- sources/told.md
title: What was told
--- case-studies/meetings.md
title: Meetings
measures:
  - says: Deaths after the meetings began
    type: effect
    value: "1.06"
    unit: incidence rate ratio
    denominator: 1 means no difference
    who_says: others
    sources: [{source: told, locator: p. 3}]
"""


def test_the_note_to_a_figure_stands_apart_from_its_unit():
    """How to read a figure is in brackets, so that unit and note are not one phrase."""
    portal, _, _ = checked(PORTAL)
    pages = EntryPages(portal, Desk(portal, "en")).pages()
    (page,) = (one for one in pages if one.url == "case-studies/meetings/")

    assert "incidence rate ratio <small>(1 means no difference)</small>" in main_of(
        page, portal.settings
    )
