"""Terms and citations show their meaning or source in place; the links lead on all the same."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser
CASE = "case-studies/sample-meetings/"


def opened(open_page, **more):
    visit = open_page(CASE, **more)
    visit.page.wait_for_selector("#ls-note:not([hidden])", state="attached")
    return visit


def note(visit):
    return visit.page.locator("#ls-note")


def term(visit):
    return visit.page.locator("article a.ls-term").first


def citation(visit):
    return visit.page.locator(".ls-claim .ls-cites a").first


def focus(visit, link) -> None:
    """Come to a link as the keyboard does."""
    link.evaluate("it => { it.before(Object.assign(document.createElement('i'), {tabIndex: 0})) }")
    link.locator("xpath=preceding-sibling::i[1]").focus()
    visit.page.keyboard.press("Tab")


@pytest.mark.parametrize("width", [360, 1280])
def test_a_tap_shows_the_meaning_and_a_second_tap_leads_on(open_page, width):
    """The definition is loaded on first use only, and stays on the screen."""
    visit = opened(open_page, width=width)
    assert not [url for url in visit.requests if "terms.json" in url]
    term(visit).click()
    note(visit).get_by_text("Sample round").first.wait_for()
    box = note(visit).bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width and visit.url == CASE

    term(visit).evaluate("it => it.click()")
    visit.page.wait_for_url("**/glossary/sample-round/")
    assert visit.complaints == [] and visit.outside == []


def test_a_tap_shows_the_source(open_page):
    """The whole reference stands there, with how much of it we read."""
    visit = opened(open_page, width=360)
    citation(visit).click()
    note(visit).wait_for()

    item = visit.page.locator(citation(visit).get_attribute("href"))
    assert note(visit).locator("div").text_content().strip() == item.text_content().strip()
    note(visit).get_by_role("link", name="In the list of sources").click()
    assert visit.url.startswith(f"{CASE}#ref-") and not note(visit).is_visible()


def test_the_keyboard_passes_by(open_page):
    """Tab goes from a citation to what comes next on the page, and opens nothing on its way."""
    visit = opened(open_page)
    focus(visit, citation(visit))
    assert citation(visit).evaluate("it => it === document.activeElement")
    visit.page.keyboard.press("Tab")
    visit.page.wait_for_timeout(200)

    assert not note(visit).is_visible()
    assert not note(visit).evaluate("it => it.contains(document.activeElement)")


def test_the_keyboard_opens_walks_and_closes(open_page):
    """Enter shows the note, Tab leads into it, Escape closes it and stays in the text."""
    visit = opened(open_page)
    focus(visit, citation(visit))
    visit.page.keyboard.press("Enter")
    note(visit).wait_for()
    assert citation(visit).get_attribute("aria-describedby") == "ls-note"

    visit.page.keyboard.press("Tab")
    assert note(visit).evaluate("it => it.contains(document.activeElement)")
    visit.page.keyboard.press("Escape")
    assert not note(visit).is_visible()
    assert citation(visit).evaluate("it => it === document.activeElement")


def test_a_second_enter_leads_on(open_page):
    """The keyboard goes on as a finger does, with the same key again."""
    visit = opened(open_page)
    focus(visit, term(visit))
    visit.page.keyboard.press("Enter")
    note(visit).wait_for()
    assert visit.url == CASE
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/glossary/sample-round/")


def test_going_elsewhere_closes_it(open_page):
    """A tap beside it, its button, and the next link each close the note."""
    visit = opened(open_page)
    citation(visit).click()
    note(visit).get_by_role("button", name="Close").click()
    assert not note(visit).is_visible()

    citation(visit).click()
    visit.page.locator("h1").click()
    assert not note(visit).is_visible()


def test_a_missing_list_of_meanings_lets_the_link_lead_on(open_page):
    """When the data cannot be had, the first tap follows the link."""
    visit = opened(open_page)
    visit.page.route("**/data/terms.json", lambda route: route.abort())
    term(visit).click()
    visit.page.wait_for_url("**/glossary/sample-round/")


def test_links_need_no_script(plain_reader):
    """Without JavaScript a term leads to its page at the first tap, and no note is there."""
    visit = plain_reader
    visit.go(CASE)
    assert not note(visit).is_visible()
    term(visit).click()
    visit.page.wait_for_url("**/glossary/sample-round/")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_an_open_note_has_no_violation(open_page, dark):
    """axe-core has nothing to mend while a note is open."""
    visit = opened(open_page, dark=dark)
    citation(visit).click()
    note(visit).wait_for()

    assert [one["id"] for one in Axe().run(visit.page).response["violations"]] == []


def test_a_mistake_is_told_without_script(plain_reader):
    """A claim's link begins an issue that names the claim; the page's link names the page."""
    visit = plain_reader
    visit.go(CASE)
    claim = visit.page.locator("#figures-unused .ls-report").get_attribute("href")
    page = visit.page.get_by_role("link", name="Report a mistake").get_attribute("href")
    letter = visit.page.get_by_role("link", name="Report it by e-mail").get_attribute("href")

    assert (
        claim.startswith("https://example.org/issues/new?title=") and "%23figures-unused" in claim
    )
    assert "body=https://example.org/portal/case-studies/sample-meetings/" in page
    assert letter.startswith("mailto:editors@example.org?subject=")


def test_the_ear_tells_reports_of_mistakes_apart(open_page):
    """Each says what it is about, after the word that the eye sees."""
    reports = opened(open_page).page.locator("main .ls-report")
    names = reports.evaluate_all("(all) => all.map((one) => one.ariaLabel)")

    assert len(names) == len(set(names)) > 3
    assert all(one.startswith("Mistake? ") and len(one) > 20 for one in names)
