"""No page is a dead end, and nothing is offered twice on one page."""

import re

import pytest

from lsbuild.library.entry import Ref
from lsbuild.views._body import body_html
from lsbuild.views._desk import Desk
from lsbuild.views.plan import make_plan
from tests.sample import checked
from tests.views.shown import main_of

TERMS = """
--- glossary/loop.md
title: Loop
see: [circle]
--- glossary/circle.md
title: Circle
see: [loop]
--- glossary/ring.md
title: Ring
see: [loop]
--- lessons/rounds.md
title: Rounds
terms: [loop]
---
A [[term/loop|loop]] again.
"""
CASES = """
--- case-studies/one.md
title: One
themes: [meetings, policy]
areas: [{country: KE, precision: country}]
--- case-studies/two.md
title: Two
themes: [meetings, policy]
areas: [{country: KE, precision: country}]
--- case-studies/three.md
title: Three
themes: [meetings]
areas: [{country: ZA, precision: country}]
status: retired
"""


def data_of(files, url):
    pages = make_plan(checked(files)[0]).pages
    return next(page.data for page in pages if page.url == url)


def ways(files, url):
    found = data_of(files, url)["ways"]
    return {row["title"]: [(one["title"], one["href"]) for one in row["links"]] for row in found}


def test_a_page_that_points_here_stands_in_one_list_only():
    """A lesson that explains a term and uses it is shown once; what the term names itself, not."""
    groups = data_of(TERMS, "glossary/loop/")["back"]

    assert [(one["title"], [card["title"] for card in one["cards"]]) for one in groups] == [
        ("Lessons that explain it", ["Rounds"]),
        ("See also", ["Ring"]),
    ]


def test_a_theme_leads_to_what_shares_its_entries_and_to_the_page_that_finds():
    """From a theme readers go on to its nearest themes and countries, or narrow it down."""
    assert ways(CASES, "themes/meetings/") == {
        "More ways to look": [("Narrow these down", "../../find/?themes=meetings")],
        "Themes that go with it": [("policy (2)", "../policy/")],
        "Countries that go with it": [("Kenya (2)", "../../countries/ke/")],
    }


def test_a_country_leads_to_the_map_and_to_its_themes():
    """A country page ends with ways that keep the country."""
    found = ways(CASES, "countries/ke/")

    assert found["More ways to look"] == [
        ("Narrow these down", "../../find/?countries=KE"),
        ("Map", "../../map/"),
    ]
    assert next(title for title, _ in found["Themes that go with it"]).endswith("(3)")


ALONE = """
--- case-studies/one.md
title: One
themes: [meetings, policy]
areas: [{country: KE, precision: country}]
context: {constraints: [money]}
--- case-studies/two.md
title: Two
themes: [meetings]
areas: [{country: ZA, precision: country}]
"""


def test_a_case_leads_to_what_shares_its_theme_country_and_difficulty():
    """A theme or a country that no other has is a word only; in another language none is found."""
    portal, _, _ = checked(ALONE + ALONE.replace(".md", ".fr.md"))
    plan = make_plan(portal)

    def found(url):
        page = next(page for page in plan.pages if page.url == url)
        shown = main_of(page, portal.settings)
        return re.findall(r'href="([^"]*(?:themes|countries|find)/[^"]*)"', shown)

    assert found("case-studies/one/") == ["../../themes/meetings/", "../../find/?constraints=money"]
    assert found("fr/case-studies/one/") == ["../../themes/meetings/"]


def test_a_path_ends_with_cases_and_with_the_paths_of_others():
    """Whoever has read all lessons of a group goes on to what such people did."""
    group = "policy-makers-and-planners"
    found = ways(f"--- lessons/rounds.md\ntitle: Rounds\ngroups: [{group}]\n", f"paths/{group}/")

    assert found["Cases"][0][1] == f"../../find/?kind=case-study&groups={group}"
    assert f"../{group}/" not in dict(found["Paths for each role"]).values()


def test_a_card_says_that_a_page_is_retired():
    """Before readers open a page that nobody looks after, its card tells them."""
    cards = data_of(CASES, "themes/meetings/")["groups"][0]["cards"]

    assert {one["title"]: one["facts"][0] for one in cards}["Three"] == "Retired"


@pytest.mark.parametrize("status", ["draft", "withdrawn", "published"])
def test_words_that_lead_to_what_nobody_sees_are_no_link(status):
    """`[words](draft.md)` shows the words without a link until the page is published."""
    portal = checked(f"""
--- lessons/one.md
title: One
---
Read [these words](draft.md#part) first.
--- lessons/draft.md
title: Not yet
status: {status}
""")[0]
    body = body_html(portal.library.find(Ref("lesson", "one")), Desk(portal, "en"))

    assert "these words" in body
    assert ("<a " in body) is (status == "published")
