"""The page of a comparison, as readers get it."""

from lsbuild.views._desk import Desk
from lsbuild.views._words import words_of
from lsbuild.views.entry import EntryPages
from tests.sample import checked
from tests.views.shown import main_of

PORTAL = """
--- case-studies/one.md
title: One
--- case-studies/two.md
title: Two
--- comparisons/both.md
title: Both
entries: [case-study/one, case-study/two]
rows:
  - title: Who
    cells: [{entry: case-study/one, says: A.}, {entry: case-study/two, says: B.}]
teaches:
  - {says: A table helps., who_says: ours}
---

"""


def comparison(body, text=PORTAL):
    portal, _, _ = checked(text + body)
    pages = EntryPages(portal, Desk(portal, "en")).pages()
    (page,) = (one for one in pages if one.url == "comparisons/both/")
    return main_of(page, portal.settings)


def test_the_introduction_stands_before_the_table():
    """What a reader should know before reading the rows comes before them."""
    shown = comparison("Do not name a winner.")

    assert shown.count("Do not name a winner.") == 1
    assert shown.index("Do not name a winner.") < shown.index('id="side-by-side"')


def test_headings_of_the_introduction_come_first_in_the_contents():
    """They stand on the page and in its contents before the table."""
    shown = comparison("## More\n\nThere is more.")

    assert shown.index("There is more.") < shown.index('id="side-by-side"')
    assert shown.index('href="#more"') < shown.index('href="#side-by-side"')


def test_a_case_that_was_taken_down_has_no_cell():
    """What was told of it goes with it, in words to search for too; the others stay."""
    taken = PORTAL.replace("title: Two\n", "title: Two\nstatus: draft\npublished: 2026-01-02\n")
    shown = comparison("See [[case-study/two]].", taken)

    assert shown.count("<dd>") == 1 and "A." in shown and "B." not in shown
    assert "See a page that is no longer shown." in shown
    portal, _, _ = checked(taken)
    both = next(one for one in portal.library if one.ref.slug == "both")
    assert "A." in words_of(both, Desk(portal, "en")).blocks
    assert "B." not in words_of(both, Desk(portal, "en")).blocks
