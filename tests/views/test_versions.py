"""One work in two languages, whose lists need not have the same order or length."""

from lsbuild.output.stats import stats
from lsbuild.views.plan import make_plan
from tests.sample import checked

PORTAL = """
--- sources/report.md
title: A report
--- sources/article.md
title: An article
--- sources/article.fr.md
title: Un article
--- roles/planners.md
title: Planners
actions: [{id: listen, title: Listen, what: They listen., first_step: Ask., notice: People answer.}]
--- case-studies/visits.md
title: Visits
actions: [planners#listen]
outcomes:
  - says: The list grew better.
    direction: better
    how_measured: accounts
    who_says: project
    sources: [{source: report, locator: ch. 2}]
--- case-studies/visits.fr.md
title: Des visites
actions: [planners#listen]
outcomes:
  - says: Les visites fatiguent.
    direction: worse
    how_measured: accounts
    who_says: others
    sources: [{source: article, locator: p. 3}]
  - says: La liste est meilleure.
    direction: better
    how_measured: accounts
    who_says: project
    sources: [{source: report, locator: ch. 2}]
"""


def pages():
    portal, _, _ = checked(PORTAL)
    return {page.url: page for page in make_plan(portal).pages}


def cited(page):
    return [
        (place["says"], place["locator"])
        for row in page.data["cited_by"]
        for place in row["places"]
    ]


def test_a_source_shows_the_words_of_the_version_that_cites_it():
    """The words under a source are those of one version, and not of another's list."""
    found = pages()

    assert cited(found["sources/report/"]) == [("The list grew better.", "ch. 2")]
    assert cited(found["sources/article/"]) == []
    assert cited(found["fr/sources/article/"]) == [("Les visites fatiguent.", "p. 3")]


def test_each_version_lists_its_own_references():
    """What only the translation cites is no reference of its original."""
    found = pages()

    assert [row["id"] for row in found["case-studies/visits/"].data["references"]] == ["report"]
    assert len(found["fr/case-studies/visits/"].data["references"]) == 2


def test_a_translated_case_shows_an_action_once():
    """A case in two languages is one card."""
    guide = pages()["roles/planners/"]

    assert len(guide.data["shown_by_action"]["listen"]) == 1


def test_translations_are_no_further_claims():
    """A claim that is told in two languages is one claim."""
    portal, _, _ = checked(PORTAL)

    assert stats(portal)["claims"]["sourced"] == 1
