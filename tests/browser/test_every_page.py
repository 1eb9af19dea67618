"""One page of every template, as a phone and as a desk see it."""

import pytest

from tests.portals import TEMPLATES, richest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("template", TEMPLATES)
def test_fits_asks_nobody_else_and_complains_of_nothing(prepared, reader, template):
    """On a phone and on a desk: no scrolling sideways, no request outside, an empty console."""
    for width in (360, 1280):
        reader.resize(width)
        reader.go(richest(prepared.plan, template).url)
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
        assert reader.page.evaluate(WIDER, width) == []

        reader.search("sample").first.wait_for()
        assert reader.dialog.evaluate("it => it.scrollWidth <= it.clientWidth")
        assert reader.outside == []
        assert reader.complaints == []
        assert any("pagefind" in url for url in reader.requests)


@pytest.mark.parametrize("letters", [24, 32])
@pytest.mark.parametrize("template", TEMPLATES)
def test_large_letters_fit_a_phone(prepared, reader, template, letters):
    """Who reads with letters of one and a half or two times the size never scrolls sideways."""
    reader.resize(360)
    session = reader.page.context.new_cdp_session(reader.page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": letters}})
    try:
        reader.go(richest(prepared.plan, template).url)
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= 360
        assert reader.page.evaluate(WIDER, 360) == []
    finally:
        session.send("Page.setFontSizes", {"fontSizes": {"standard": 16}})


def test_a_door_keeps_its_words_whole(open_page):
    """Where letters are large, the doors of the home page stand one in a row."""
    visit = open_page(width=360)
    rows = "new Set([...document.querySelectorAll('.ls-doors a')].map((it) => it.offsetLeft)).size"
    assert visit.page.evaluate(rows) == 2

    visit.page.evaluate("document.documentElement.style.fontSize = '30px'")
    assert visit.page.evaluate(rows) == 1


WIDER = """(width) => [...document.querySelectorAll("main *, header *, footer *")]
  .filter((it) => !it.closest(".ls-hidden, .ls-table, pre, details:not([open]), svg"))
  .filter((it) => it.getBoundingClientRect().right > width + 1)
  .map((it) => it.tagName + "." + it.className + ": " + it.textContent.slice(0, 40))"""


def test_a_missing_page_helps_wherever_it_is(open_page):
    """The 404 page is whole at any depth, and leads home."""
    visit = open_page("case-studies/nowhere/at/all/")
    assert visit.page.locator("h1").inner_text() == "There is no page at this address"

    visit.page.get_by_role("link", name="To the home page").click()
    assert visit.url == ""
    assert visit.outside == []
    assert [one for one in visit.complaints if "404" not in one] == []


def test_a_former_address_leads_on(open_page):
    """A reader with an old link is at the new page without doing anything."""
    visit = open_page("case-studies/sample-gatherings/")
    visit.page.wait_for_url("**/case-studies/sample-meetings/")

    assert visit.complaints == []


def test_no_target_of_the_map_is_too_small_for_a_finger(open_page):
    """On a phone each link that a tap can meet has the room of a circle of 24 pixels."""
    page = open_page("map/", width=360).page
    rooms = page.locator(".ls-map svg").evaluate(
        """(map) => {
            map.scrollIntoView();
            const { left, right, top, bottom } = map.getBoundingClientRect();
            const rooms = {};
            for (let x = left; x < right; x++) for (let y = top + 1; y < bottom; y++) {
                const way = document.elementFromPoint(x, y)?.closest("a")?.getAttribute("href");
                if (way) rooms[way] = (rooms[way] ?? 0) + 1;
            }
            return rooms;
        }"""
    )

    assert "#places" in rooms and len(rooms) > 1
    assert {way: room for way, room in rooms.items() if room < 440} == {}
