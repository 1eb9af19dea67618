"""A script that does not arrive: what needs none is shown instead, and no button is dead."""

import pytest

pytestmark = pytest.mark.browser
SHEET = "case-studies/sample-meetings/team-sheet/"
CLOSED = "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
"""What a browser has on a plain http address."""


def lost(open_page, script: str, url: str):
    """A page whose visitor never gets this script."""
    visit = open_page("about/")
    visit.page.route(f"**/assets/{script}", lambda route: route.abort())
    visit.go(url)
    return visit


@pytest.mark.parametrize("script", ["find.js", "common.js", "find-views.js"])
def test_the_page_that_finds_shows_its_lists(open_page, script):
    """Whichever of its scripts is lost, the plain lists lead to the same pages."""
    visit = lost(open_page, script, "find/")

    visit.page.get_by_role("link", name="Cases (5)").wait_for()
    assert visit.page.locator(".ls-search-open").is_visible()


@pytest.mark.parametrize(
    ("script", "url", "says"),
    [
        ("compare.js", "compare/", "Choosing what to compare needs JavaScript."),
        ("offline.js", "offline/", "Keeping pages needs JavaScript."),
    ],
)
def test_a_page_says_what_it_lacks(open_page, script, url, says):
    """The sentence for browsers without scripts stands there, and so does all below it."""
    visit = lost(open_page, script, url)

    visit.page.get_by_text(says).wait_for()
    assert visit.page.locator(".ls-late").evaluate("(it) => getComputedStyle(it).visibility") == (
        "visible"
    )


@pytest.mark.parametrize("lost", ["assets/search.js", "data/words.en.json"])
def test_a_search_that_does_not_come_leads_to_the_page_that_finds(open_page, lost):
    """With the words that were to be looked for, so that nobody types them twice."""
    visit = open_page()
    visit.page.route(f"**/{lost}", lambda route: route.abort())
    visit.page.locator(".ls-examples button").first.click()

    visit.page.wait_for_url("**/find/?q=Sample%20money")
    visit.page.locator("#find-q").wait_for()
    assert visit.page.locator("#find-q").input_value() == "Sample money"


def test_a_page_is_not_left_without_a_network(open_page):
    """Where nothing else can be reached, the search that does not come takes nothing away."""
    visit = open_page("about/")
    visit.page.context.set_offline(True)
    visit.page.locator(".ls-search-open").click()
    visit.page.wait_for_timeout(300)

    assert visit.url == "about/"
    assert not any("Uncaught" in one for one in visit.complaints)


def test_a_sheet_is_copied_and_says_so(open_page):
    """The text for a message is in the clipboard, and the page tells it."""
    visit = open_page(SHEET)
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.page.get_by_role("button", name="Copy as text").click()
    visit.page.get_by_role("status").get_by_text("Copied").wait_for()

    assert visit.page.evaluate("navigator.clipboard.readText()").startswith("Sample meetings")


def test_a_closed_clipboard_leaves_the_sheet_to_the_hand(open_page):
    """Where copying is refused the text stands there, chosen, and the page says why."""
    visit = open_page()
    visit.page.add_init_script(CLOSED)
    visit.go(SHEET)
    visit.page.get_by_role("button", name="Copy as text").click()

    visit.page.get_by_text("ready to be copied by hand").wait_for()
    assert visit.page.locator(".ls-by-hand").input_value().startswith("Sample meetings")
    assert visit.complaints == []


def test_a_sheet_that_cannot_be_copied_is_opened(open_page):
    """Without the script that copies, its text is laid open."""
    visit = lost(open_page, "give.js", SHEET)
    visit.page.get_by_role("button", name="Copy as text").click()

    visit.page.locator("#ls-text").wait_for()
