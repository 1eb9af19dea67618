"""A case may know no place, no end and no result: every view still stands, and says so."""

import pytest

from tests.browser.test_compare import MEETINGS

pytestmark = pytest.mark.browser
POINTER = "case-studies/sample-pointer/"
"""Only its title was read, so there is nothing to talk about in a team."""
SPARSE = {
    "case-studies/sample-unplaced/": "A sample case that hides its place",
    "case-studies/sample-visits/": "Sample visits that changed little",
    POINTER: "A sample pointer",
}
"""No place, an open period, no outcomes."""
VIEWS = ("case-studies/", "find/", "find/?view=table", "find/?view=near&my-levels=facility", "map/")


@pytest.mark.parametrize("url", SPARSE)
def test_its_page_its_sheet_and_its_column_stand(open_page, url):
    """The page, the sheet for the team and the comparison open without a complaint."""
    visit = open_page(url)
    assert title(visit) == SPARSE[url] and visit.complaints == []

    if url != POINTER:
        visit.go(f"{url}team-sheet/")
        assert SPARSE[url] in title(visit)
    own = url.strip("/").replace("case-studies", "case-study")
    visit.go(f"compare/?c={own},{MEETINGS}")
    visit.page.locator(".ls-side").first.wait_for()
    heads = visit.page.locator(".ls-side").first.locator("h3").all_inner_texts()
    assert heads[0] == SPARSE[url] and visit.complaints == []


@pytest.mark.parametrize("url", VIEWS)
def test_the_others_stand_beside_it(open_page, url):
    """Lists, the table, the ranking and the map show what they can of all of them."""
    visit = open_page(url)
    main = visit.page.locator("main")
    words = "Each cell counts" if "table" in url else SPARSE["case-studies/sample-visits/"]
    main.get_by_text(words).first.wait_for()

    assert "undefined" not in main.inner_text() and "NaN" not in main.inner_text()
    assert visit.complaints == [] and visit.outside == []


def test_what_is_missing_is_said(open_page):
    """No result and no place are words, never an empty line."""
    visit = open_page(POINTER)
    assert "No result is told here." in visit.page.locator(".ls-minute").inner_text()

    visit.go("map/")
    hidden = visit.page.locator(".ls-unplaced")
    assert SPARSE["case-studies/sample-unplaced/"] in hidden.inner_text()


def title(visit) -> str:
    return visit.page.locator("h1").inner_text()
