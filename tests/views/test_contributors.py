"""Who made the portal, what is reviewed and what was corrected, on one page."""

from lsbuild.views._desk import Desk
from lsbuild.views.contributors import ContributorsPages
from tests.sample import checked, findings
from tests.views.shown import main_of

PORTAL = """
--- lessons/one.md
title: One
review: practice
authors:
  - name: Zola Writer
    agreed: 2026-11-01
    orcid: 0000-0002-1825-0097
    roles: [writing-original-draft, visualization]
reviewers:
  - {name: a district team, agreed: 2026-11-02, looked_at: [practice]}
corrections:
  - {on: 2026-11-03, says: It said five and now says six.}
replies:
  - {on: 2026-11-04, by: the programme, says: We remember it otherwise.}
--- lessons/two.md
title: Two
authors:
  - {name: Z. Writer, agreed: 2026-11-01, orcid: 0000-0002-1825-0097, roles: [validation]}
corrections:
  - {on: 2026-11-05, says: A later one.}
--- lessons/draft.md
title: Draft
status: draft
authors:
  - {name: Nobody yet, agreed: 2026-11-01, roles: [validation]}
"""


def page(sample: str):
    portal, _, _ = checked(sample)
    [made] = ContributorsPages(portal, Desk(portal, "en")).pages()
    return made, portal.settings


def test_each_person_stands_once_with_what_they_did():
    """One ORCID is one person, and reviewers stand beside writers; drafts name nobody."""
    made, _ = page(PORTAL)
    people = made.data["people"]

    assert [one["name"] for one in people] == ["a district team", "Zola Writer"]
    assert [row["roles"] for row in people[1]["pages"]] == [
        ["Writing – original draft", "Visualization"],
        ["Validation"],
    ]
    assert people[0]["pages"][0]["roles"] == ["From practice"]


def test_says_plainly_what_is_not_reviewed():
    """Pages are counted by their review, sources and terms apart."""
    made, _ = page(PORTAL)

    assert {row["label"]: row["number"] for row in made.data["reviews"]} == {
        "Published, not yet reviewed": 1,
        "Reviewed from practice": 1,
    }


def test_lists_corrections_newest_first():
    """Each correction stands with its day and its page."""
    made, _ = page(PORTAL)

    assert [row["says"] for row in made.data["corrections"]] == [
        "A later one.",
        "It said five and now says six.",
    ]


def test_is_honest_where_nobody_is_named():
    """Without names and corrections the page says so."""
    html = main_of(*page("--- lessons/one.md\ntitle: One\n"))

    assert "Nobody has asked to be named so far." in html
    assert "That does not mean that nothing is wrong." in html


def test_nobody_is_named_without_having_agreed():
    """A name without the day of consent is an error, and so is a role nobody knows."""
    sample = (
        "--- lessons/one.md\ntitle: One\nauthors:\n"
        "  - {name: A, roles: [validation]}   # <- LS111\n"
        "  - {name: B, roles: [typist], agreed: 2026-11-01}   # <- LS114\n"
    )

    assert findings(sample) >= checked(sample)[2]
