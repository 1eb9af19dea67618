"""How sure the portal is, counted from the claims themselves."""

from lsbuild.output.stats import as_lines, stats
from lsbuild.views._desk import Desk
from lsbuild.views.evidence import EvidencePages
from tests.sample import checked
from tests.views.shown import main_of

PORTAL = """
--- sources/told.md
title: Told by the team
read: abstract
involvement: took-part
--- sources/seen.md
title: Seen by others
read: full
involvement: others
--- case-studies/meetings.md
title: Review meetings
outcomes:
  - says: Meetings became shorter.
    id: shorter
    direction: better
    how_measured: accounts
    who_says: participants
    sources: [{source: told, locator: abstract}]
  - says: Fewer stock-outs were counted than in like districts.
    direction: better
    how_measured: compared
    who_says: others
    sources: [{source: told, locator: abstract}, {source: seen, locator: p. 3}]
enablers:
  - says: A quiet room may help.
    who_says: ours
barriers:
  - says: Nobody tells what it cost.
    who_says: reading
--- case-studies/draft.md
title: A draft
status: draft
barriers:
  - {says: Nobody counts this., who_says: project, sources: [{source: told}]}
"""


def test_claims_are_counted_on_three_scales():
    """Each sourced claim counts once on each scale; what is ours and drafts do not."""
    portal, _, _ = checked(PORTAL)
    claims = stats(portal)["claims"]

    assert (claims["sourced"], claims["without_source"]) == (2, 0)
    assert (claims["our_suggestions"], claims["our_readings"]) == (1, 1)
    assert claims["by_who_says"] == {"participants": 1, "others": 1}
    assert claims["by_what_we_read"] == {"abstract": 1, "full": 1}
    assert claims["by_how_measured"] == {"compared": 1, "accounts": 1}
    assert claims["single_source"] == 1


def test_the_same_numbers_are_printed_for_people():
    """Numbers are shown as lines of words, without the version of the form."""
    portal, _, _ = checked(PORTAL)
    lines = as_lines(stats(portal)).splitlines()

    assert "  sourced: 2" in lines and not any("version" in line for line in lines)


def test_thinly_held_claims_are_listed_with_a_way_to_them():
    """A claim of one source is listed, and its link leads to the claim itself."""
    portal, _, _ = checked(PORTAL)
    (page,) = EvidencePages(portal, Desk(portal, "en")).pages()
    single = page.data["lists"][2]

    assert single["number"] == 1
    assert single["pages"][0]["claims"] == [
        {"says": "Meetings became shorter.", "href": "../case-studies/meetings/#shorter"}
    ]


def test_what_was_compared_comes_first():
    """Who asks for the strongest evidence finds its list first, by a link from its count too."""
    portal, _, _ = checked(PORTAL)
    (page,) = EvidencePages(portal, Desk(portal, "en")).pages()
    first, html = page.data["lists"][0], main_of(page, portal.settings)

    assert (first["title"], first["number"]) == ("Measured against other places", 1)
    assert f'<a href="#{first["id"]}">' in html and f'id="{first["id"]}"' in html
    assert "proof" in " ".join(page.words.names)


def test_a_long_list_counts_page_by_page(monkeypatch):
    """Claims that are too many to be listed are counted for each page, and none is left out."""
    monkeypatch.setattr("lsbuild.views.evidence.MOST", 0)
    portal, _, _ = checked(PORTAL)
    (page,) = EvidencePages(portal, Desk(portal, "en")).pages()

    assert '<li><a href="../case-studies/meetings/">Review meetings</a> (1)</li>' in main_of(
        page, portal.settings
    )


def test_the_largest_portal_keeps_the_page_light(monkeypatch):
    """Of very many pages the first are named, and it is said how many claims are shown."""
    monkeypatch.setattr("lsbuild.views.evidence.MOST_PAGES", 0)
    portal, _, _ = checked(PORTAL)
    (page,) = EvidencePages(portal, Desk(portal, "en")).pages()

    assert "Claims: 1, 0 shown here" in main_of(page, portal.settings)
