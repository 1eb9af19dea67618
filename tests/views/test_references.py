"""References are formatted by citeproc-py, and say each thing once."""

import re

import pytest

from lsbuild.views._references import References, _lettered
from lsbuild.views.plan import make_plan
from tests.sample import checked
from tests.views.shown import main_of

PORTAL = """
--- sources/nobody.md
title: A page nobody signed & <b>
csl: {type: article-journal, issued: 2013, container_title: A Journal, volume: "13"}
--- sources/edited.md
title: A whole report
csl: {type: book, editor: [{family: Sheikh, given: K}], issued: 2021, publisher: A Press}
--- sources/one-a.md
title: First of the year
csl: {type: report, author: [{family: Tsofa, given: B}], issued: 2017}
--- sources/one-b.md
title: Second of the year
csl: {type: report, author: [{family: Tsofa, given: B}], issued: 2017-03}
--- sources/group.md
title: A brief
cite_as: RESYST brief 2016
csl: {type: report, author: [{literal: A Very Long Name of a Programme}], issued: 2016}
--- sources/many.md
title: What many wrote
csl:
  type: report
  author: [{family: Foley, given: T}, {family: Horwitz, given: LI}]
  et_al: true
  issued: 2025
--- sources/page.md
title: A page that may change
csl: {type: webpage, container_title: A Site}
url: https://example.org/a
read_on: 2026-11
--- sources/revue.md
title: Une étude de la revue
language: fr
csl: {type: article-journal, issued: 2020, container_title: Revue de santé publique}
"""


@pytest.fixture(scope="module")
def references():
    portal, _, _ = checked(PORTAL.replace("& <b>", "& more"))
    found = References(portal.library.public("source"))
    return {
        entry.ref.slug: (found.label(entry), re.sub("<[^>]+>", "", found.html(entry)))
        for entry in portal.library.public("source")
    }


CITED = """
--- sources/article.md
title: An article
csl: {type: article-journal, issued: 2021, pmcid: PMC8512739}
--- lessons/loops.md
title: Loops
---
Before any heading [@article, p. 1].

## A form that never comes back

Once [@article, p. 2].

## What they did

And again [@article, p. 3].
"""


def source_page():
    portal, _, _ = checked(CITED)
    page = next(page for page in make_plan(portal).pages if page.url == "sources/article/")
    return main_of(page, portal.settings)


def test_places_in_one_text_have_names_of_their_own():
    """Each link to where a source is cited says the heading it stands under."""
    links = re.findall(r'href="../../lessons/loops/(#?[^"]*)">([^<]+)</a>', source_page())

    assert links == [
        ("", "Loops"),
        ("", "Loops"),
        ("#a-form-that-never-comes-back", "A form that never comes back"),
        ("#what-they-did", "What they did"),
    ]


def test_a_pubmed_central_id_leads_to_the_article():
    """As the DOI does; often it is the one copy that is free to read."""
    way = "https://pmc.ncbi.nlm.nih.gov/articles/PMC8512739/"

    assert f'<a href="{way}">PMC8512739</a>' in source_page()


def test_a_title_without_author_stands_once(references):
    """Where the title stands in for the author it is not said again, and signs are escaped."""
    assert references["nobody"][1] == "A page nobody signed &amp; more. (2013). A Journal, 13."


def test_an_editor_in_the_author_s_place_stands_once(references):
    """An edited book names its editors once."""
    assert references["edited"][1].count("Sheikh") == 1


def test_initials_and_others_are_written_as_the_style_writes_them(references):
    """Initials without full stops are all kept, and further authors follow without an `&`."""
    assert (
        references["many"][1] == "Foley, T., Horwitz, L. I., and others. (2025). What many wrote."
    )


def test_labels_are_in_the_language_of_the_page():
    """What stands between names is said as readers say it."""
    portal, _, _ = checked(PORTAL)
    found = References(portal.library.public("source"), language="fr")
    labels = {entry.ref.slug: found.label(entry) for entry in portal.library.public("source")}

    assert labels["many"] == "Foley et autres 2025"


def test_labels_of_one_author_and_year_are_told_apart(references):
    """Two texts of one author and year carry letters."""
    assert (references["one-a"][0], references["one-b"][0]) == ("Tsofa 2017a", "Tsofa 2017b")


def test_a_short_label_of_the_editors_comes_first(references):
    """A label written in the source wins over author and year."""
    assert references["group"][0] == "RESYST brief 2016"


def test_a_page_that_may_change_says_when_it_was_read(references):
    """A web page without a date of its own is told with the day somebody saw it."""
    assert "Retrieved November 2026, from https:" in references["page"][1]


def test_only_english_names_of_journals_get_capitals(references):
    """French writes `Revue de santé publique`."""
    assert "Revue de santé publique" in references["revue"][1]


def test_labels_go_on_behind_the_alphabet():
    """The 27th source of one author and year has a label of its own."""
    assert [_lettered("Scott 2014", at) for at in (0, 25, 26)] == [
        "Scott 2014a",
        "Scott 2014z",
        "Scott 2014aa",
    ]
