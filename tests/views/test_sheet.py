"""Sheets for the team meeting, and learning paths."""

import re
from textwrap import dedent

from lsbuild.views._cite import cite_this
from lsbuild.views._desk import Desk
from lsbuild.views.path import PathPages
from lsbuild.views.plan import make_plan
from lsbuild.views.sheet import SheetPages
from tests.sample import checked
from tests.views.shown import main_of

PORTAL = """
--- case-studies/meetings.md
title: Meetings & more
published: 2026-11-22
transfer:
  conditions:
    - {says: Someone leads., ask: Who could lead this where you work?}
  take_aways:
    - {group: teams, says: Cut one report.}
--- lessons/second.md
title: Second
course_unit: "5.2"
place: 2
needs: [first]
--- lessons/first.md
title: First
course_unit: "4.3"
place: 9
--- lessons/for-teams.md
title: For teams only
place: 3
groups: [teams]
--- _vocabularies/groups.yml
title: Groups
terms: [{id: teams, label: Teams}, {id: planners, label: Planners}]
"""


def desk():
    portal, _, _ = checked(PORTAL)
    return portal, Desk(portal, "en")


def test_a_sheet_has_three_questions_and_one_thing_to_try():
    """The case's own questions come first and ours fill up to three."""
    sheets = {page.url: page for page in SheetPages(*desk()).pages()}
    data = sheets["case-studies/meetings/team-sheet/"].data

    assert data["questions"][0]["ask"] == "Who could lead this where you work?"
    assert len(data["questions"]) == 3 and data["try_this"] == "Cut one report."


def test_a_sheet_copies_as_plain_text():
    """The text for a message holds every question and ends with the address of the case."""
    sheets = {page.url: page for page in SheetPages(*desk()).pages()}
    text = sheets["case-studies/meetings/team-sheet/"].data["text"]

    assert text.startswith("Meetings & more\n") and "1. Who could lead" in text
    assert text.endswith("https://example.org/portal/case-studies/meetings/")


TOLD = """
--- sources/brief.md
title: A brief
--- case-studies/fees.md
title: Fees
problem: Nobody could pay.
outcomes:
  - says: Hospitals had money again.
    direction: better
    how_measured: accounts
    who_says: project
    sources: [{source: brief, locator: p. 2}]
--- lessons/choosing.md
title: Choosing
summary: Managers had to choose, and few had a choice.
reflect: [Which meeting would you drop?]
decision:
  situation: The calendar is full of meetings that few enjoy.
  ask: How do you begin?
  options:
    - {says: Offer a course., weigh: Do you know the problem?}
    - says: Sit and watch.
      taken: true
      followed: The project says that trust grew.
      sources: [{source: brief, locator: p. 2}]
--- lessons/reading.md
title: Reading
summary: A lesson without a choice has a case instead.
cases: [{entry: case-study/fees}]
"""


def sheet(name):
    portal, _, _ = checked(TOLD)
    pages = SheetPages(portal, Desk(portal, "en")).pages()
    (page,) = (one for one in pages if one.url == f"{name}/team-sheet/")
    return page.data, main_of(page, portal.settings)


def test_a_sheet_says_how_sure_its_story_is():
    """On paper and in a message the result stands with who tells it, and with the address."""
    data, shown = sheet("case-studies/fees")

    for text in (data["text"], shown):
        assert "The project says there was an improvement; not measured" in text
        assert "https://example.org/portal/case-studies/fees/" in text


def test_a_team_that_has_not_read_the_lesson_can_talk():
    """The choice of the lesson is told and asked, and what was done comes after the talk."""
    data, _ = sheet("lessons/choosing")

    assert data["read_out"][1] == "The calendar is full of meetings that few enjoy."
    assert data["questions"][0] == {
        "ask": "How do you begin?",
        "ways": ["Offer a course.", "Sit and watch."],
    }
    assert data["questions"][1] == {"ask": "Which meeting would you drop?"}
    after = data["text"].partition("Which meeting")[2]
    assert "Sit and watch. The project says that trust grew." in after


def test_a_lesson_without_a_choice_tells_its_first_case():
    """Its problem is read out, and how sure anyone is of what came of it."""
    data, _ = sheet("lessons/reading")

    assert "Nobody could pay." in data["read_out"]
    assert data["sure"] == ["The project says there was an improvement; not measured"]


def test_the_time_to_read_out_is_counted():
    """A few words are one minute, not two."""
    assert sheet("lessons/choosing")[0]["minutes"] == "one minute"


def test_a_path_takes_lessons_in_learning_order():
    """What a lesson needs comes before it, and a lesson for one group is in that path only."""
    pages = {page.url: page for page in PathPages(*desk()).pages()}
    titles = {url: [one["title"] for one in page.data["lessons"]] for url, page in pages.items()}

    assert titles["paths/teams/"] == ["For teams only", "First", "Second"]
    assert titles["paths/planners/"] == titles["paths/course/"] == ["First", "Second"]


def test_the_path_of_the_course_names_its_units_and_what_comes_before():
    """What its lessons need in one step or two, and is of no such unit, is linked before them."""
    early = """
    --- lessons/zero.md
    title: Zero
    --- lessons/half.md
    title: Half
    course_unit: "1.3"
    needs: [zero]
    """
    text = PORTAL.replace('course_unit: "4.3"', 'course_unit: "4.3"\nneeds: [half]')
    portal, _, _ = checked(text + dedent(early))
    pages = {page.url: page for page in PathPages(portal, Desk(portal, "en")).pages()}
    shown = main_of(pages["paths/course/"], portal.settings)

    assert pages["paths/course/"].title == "On the course: unit 5.2"
    assert "Units of the course: 4.3, 5.2" in shown
    assert re.findall(r"lessons/(\w+)/", shown) == ["zero", "half", "first", "second"]


def test_a_path_says_how_long_and_how_heavy_it_is():
    """Minutes and kilobytes are shown before anyone sets out."""
    pages = {page.url: page for page in PathPages(*desk()).pages()}
    data = pages["paths/course/"].data

    assert data["minutes"] == 30 and 8 <= data["kilobytes"] <= 14
    facts = data["lessons"][0]["facts"]
    assert [bool(re.fullmatch(r"\d+ KB", fact)) for fact in facts].count(True) == 1


def test_a_page_can_be_cited_in_three_forms():
    """APA, BibTeX with its special signs escaped, and RIS from its first tag to its last."""
    portal, own = desk()
    (entry,) = portal.library.public("case-study")
    cited = cite_this(entry, own)

    assert cited["apa"].startswith("Editors of Sample (2026). Meetings & more. Sample. https://")
    assert r"title = {{Meetings \& more}}" in cited["bibtex"]
    assert cited["ris"].startswith("TY  - ELEC\n") and cited["ris"].endswith("ER  - \n")


def test_a_pointer_has_no_sheet():
    """Where only a title was read, a team would have nothing to talk about."""
    portal, _, _ = checked("--- case-studies/a.md\ntitle: A title\ndepth: pointer\n")
    pages = {page.url: page for page in make_plan(portal).pages}

    assert "case-studies/a/team-sheet/" not in pages
    assert "sheet" not in pages["case-studies/a/"].data


def test_several_authors_and_odd_signs_are_cited_as_they_should_be():
    """The last name follows an *and*, and no sign of a title is taken for a command of BibTeX."""
    portal, _, _ = checked(
        "--- case-studies/a.md\ntitle: A ~ or \\input ^ b\nauthors:\n"
        "  - {name: Jane Doe, agreed: 2026-01-01, roles: [software]}\n"
        "  - {name: A Team, agreed: 2026-01-01, roles: [software]}\n"
    )
    cited = cite_this(portal.library.entries[0], Desk(portal, "en"))

    assert cited["apa"].startswith("Jane Doe, & A Team (n.d.).")
    assert r"A \textasciitilde{} or \textbackslash{}input \textasciicircum{} b" in cited["bibtex"]
