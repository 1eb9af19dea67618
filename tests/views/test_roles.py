"""A role guide leads to the cases that show its actions, however many there are."""

from lsbuild.relations.portal import Portal
from lsbuild.views._desk import Desk
from lsbuild.views._extras import MOST_CASES, of
from tests.sample import checked

GUIDE = """
--- roles/teams.md
title: What teams do
group: programmes-facilities-and-teams
actions:
  - {id: meet, title: Meet, what: Meet., first_step: Meet once., notice: People come.}
  - {id: rest, title: Rest, what: Rest., first_step: Rest once., notice: People smile.}
"""


def extras(number: int):
    cases = [
        f"--- case-studies/c{n}.md\ntitle: Case {n}\nactions: [teams#meet]\n" for n in range(number)
    ]
    portal: Portal = checked(GUIDE + "".join(cases))[0]
    guide = next(one for one in portal.library if one.ref.kind == "role-guide")
    return of(guide, Desk(portal, "en"))


def test_a_few_cases_are_all_named():
    """Each case that shows an action is a link, and nothing leads further."""
    shown = extras(MOST_CASES)

    assert len(shown["shown_by_action"]["meet"]) == MOST_CASES
    assert shown["shown_by_action"]["rest"] == [] and shown["more_by_action"] == {}


def test_many_cases_are_a_link_away():
    """Of many the first are named, and one link finds them all."""
    shown = extras(MOST_CASES + 1)

    assert len(shown["shown_by_action"]["meet"]) == MOST_CASES
    assert shown["more_by_action"]["meet"] == {
        "title": f"All {MOST_CASES + 1} cases",
        "href": "../../find/?kind=case-study&actions=teams%23meet",
    }


def test_sites_and_lessons_show_actions_too():
    """After the cases stand the learning sites and lessons that show an action."""
    more = """
--- learning-sites/a-site.md
title: A site
actions: [teams#meet]
--- lessons/a-lesson.md
title: A lesson
actions: [teams#meet]
--- case-studies/a-case.md
title: A case
actions: [teams#meet]
"""
    portal: Portal = checked(GUIDE + more)[0]
    guide = next(one for one in portal.library if one.ref.kind == "role-guide")
    shown = of(guide, Desk(portal, "en"))["shown_by_action"]["meet"]

    assert [card["title"] for card in shown] == ["A case", "A site", "A lesson"]
