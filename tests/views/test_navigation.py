"""On a page of another language all ways lead to that language, as far as it is there."""

from typing import Any

from lsbuild.hosts._shown import Shown
from lsbuild.views.plan import make_plan
from tests.portals import ROOT
from tests.sample import checked, settings_for

HOMES = """--- pages/index.md
title: Home
--- pages/index.fr.md
title: Accueil
"""
CASES = """--- case-studies/rounds.md
title: Rounds
--- case-studies/rounds.fr.md
title: Rondes
"""
LESSON = "--- lessons/loops.md\ntitle: Loops\n"
ABOUT = """--- pages/about.md
title: About us
in_navigation: About
--- pages/about.fr.md
title: Qui nous sommes
in_navigation: À propos
"""


def around(url: str, *files: str, language: str = "en") -> dict[str, Any]:
    """What the frame of a page is made from."""
    portal = checked("".join(files), language)[0]
    plan = make_plan(portal)
    page = next(page for page in plan.pages if page.url == url)
    return Shown(page, settings_for(ROOT), plan).context()


def ways(frame: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(row["title"], row["href"], row["lang"]) for row in frame["nav"]]


def test_the_navigation_leads_to_lists_of_the_language_of_the_page():
    """A French page leads to the French lists, an English one to the English lists."""
    files = (CASES, ABOUT)

    assert ways(around("fr/case-studies/rounds/", *files)) == [
        ("Études de cas", "../../../fr/case-studies/", ""),
        ("À propos", "../../../fr/about/", ""),
    ]
    assert ways(around("case-studies/rounds/", *files)) == [
        ("Cases", "../../case-studies/", ""),
        ("About", "../../about/", ""),
    ]


def test_what_a_language_does_not_have_leads_to_the_portals_own_and_says_so():
    """Lessons that are only in English stand in their place on a French page, as English."""
    assert ways(around("fr/case-studies/rounds/", CASES, LESSON)) == [
        ("Études de cas", "../../../fr/case-studies/", ""),
        ("Lessons", "../../../lessons/", "en"),
    ]


def test_the_list_that_a_page_belongs_to_lights_up_in_each_language():
    """The navigation shows where a French case stands."""
    frame = around("fr/case-studies/rounds/", CASES, LESSON)

    assert [row["active"] for row in frame["nav"]] == [True, False]


def test_the_brand_leads_to_the_home_page_of_the_language():
    """Where there is none in French, it leads to the portal's own."""
    assert around("fr/case-studies/rounds/", HOMES, CASES)["home"] == "fr/"
    assert around("case-studies/rounds/", HOMES, CASES)["home"] == ""
    assert around("fr/case-studies/rounds/", CASES)["home"] == ""


def test_the_footer_leads_to_pages_of_the_language():
    """Who reads French is asked in French for a case, and offered what is only in English."""
    lists = around("fr/case-studies/rounds/", CASES)["lists"]

    assert lists["contribute/"] == "../../../fr/contribute/"
    assert lists["offline/"] == "../../../offline/"


def test_the_handbook_of_a_portal_without_english_leads_back_to_it():
    """The handbook is in English, and what stands above it in a French portal says it is French."""
    frame = around("handbook/", "--- lessons/loops.md\ntitle: Boucles\n", language="fr")

    assert ways(frame) == [("Leçons", "../lessons/", "fr")]
