"""The worksheet of a case that is there in two languages."""

import pytest

from tests import portals
from tests.browser.visiting import Visit, serving

pytestmark = pytest.mark.browser
CASE = "case-studies/sample-meetings/"
KEY = "/portal/.ls-sheet.case-study/sample-meetings"
FRENCH = "Qui a les chiffres chez vous ?"


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """The golden site, with one of its cases in French as well."""
    portal = portals.copy_golden(tmp_path_factory.mktemp("two"))
    folder = portal.content / "case-studies"
    text = (folder / "sample-meetings.md").read_text("utf-8")
    text = text.replace("Who has the figures where you are?", FRENCH)
    text = text.replace("aliases: [case-studies/sample-gatherings/]\n", "")
    (folder / "sample-meetings.fr.md").write_text(text, "utf-8")
    done = portal.build()
    assert done.returncode == 0, done.stdout + done.stderr
    with serving(portal.site) as address:
        yield address


def answers(visit: Visit) -> dict[str, str]:
    """What stands in the boxes, by their questions."""
    boxes = visit.page.locator(".ls-sheet textarea")
    boxes.first.wait_for()
    return {one.get_attribute("data-asks"): one.input_value() for one in boxes.all()}


def test_each_language_has_its_own_answers(reading, two):
    """Answers to English questions do not stand below the French ones, nor the other way round."""
    visit = reading(CASE, at=two)
    visit.page.locator(".ls-sheet textarea").fill("The nurse.")
    visit.go(f"fr/{CASE}")
    assert answers(visit) == {FRENCH: ""}

    visit.page.locator(".ls-sheet textarea").fill("L'infirmière.")
    visit.page.reload()
    assert answers(visit) == {FRENCH: "L'infirmière."}
    visit.go(CASE)
    assert list(answers(visit).values()) == ["The nurse."]


def test_answers_that_once_lay_together_are_found(reading, two):
    """What was kept under one name for all languages is there in each, and in none it is lost."""
    visit = reading("about/", at=two)
    visit.page.evaluate(
        """([key, asks]) => localStorage.setItem(key, JSON.stringify(
        {[asks]: "Moi.", "Who has the figures where you are?": "Me."}))""",
        [KEY, FRENCH],
    )
    visit.go(f"fr/{CASE}")
    assert answers(visit) == {FRENCH: "Moi."}

    visit.page.locator(".ls-sheet textarea").fill("Nous.")
    visit.page.reload()
    assert answers(visit) == {FRENCH: "Nous."}
    visit.go(CASE)
    assert [*answers(visit).values()] == ["Me.", "Moi."]
