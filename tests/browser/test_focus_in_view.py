"""What has the focus can be seen, and the focus is never lost, also on a page that is enlarged."""

import pytest

pytestmark = pytest.mark.browser
ON_TOP = """(it) => {
  const { left, top, width, height } = it.getBoundingClientRect();
  const corners = [[left + 2, top + height / 2], [left + width - 2, top + height / 2]];
  return corners.every(([x, y]) => it.contains(document.elementFromPoint(x, y)));
}"""
"""Whether both ends of an element are there to be seen."""


def test_the_table_shows_the_cell_that_has_the_focus(open_page):
    """Names of rows that stay in sight cover no link that the keyboard has come to."""
    visit = open_page("find/?view=table", width=300)
    links = visit.page.locator(".ls-find-table td a")
    links.first.wait_for()
    table = visit.page.locator(".ls-find-table")
    assert table.evaluate("(it) => it.scrollWidth > it.clientWidth")
    for pushed in (0, 60, 120, 1_000):
        links.first.evaluate("(it) => it.blur()")
        table.evaluate("(it, x) => (it.scrollLeft = x)", pushed)
        links.first.evaluate("(it) => it.focus()")
        assert links.first.evaluate(ON_TOP), pushed


def test_a_note_leaves_its_word_in_view(open_page):
    """A note at the foot of a small screen does not lie over the link that it explains."""
    visit = open_page("case-studies/sample-meetings/", width=360)
    link = visit.page.locator(".ls-cites a[href^='#ref-']").first
    link.evaluate("(it) => scrollBy(0, it.getBoundingClientRect().bottom - innerHeight + 4)")
    visit.page.keyboard.press("Shift")
    link.evaluate("(it) => it.focus({ preventScroll: true, focusVisible: true })")
    visit.page.keyboard.press("Enter")
    visit.page.locator("#ls-note").wait_for()

    assert link.evaluate(ON_TOP)


def test_the_fourth_column_keeps_the_focus(open_page):
    """When no more fit, the button is closed, and the keyboard goes on to what was compared."""
    visit = open_page("compare/")
    pick = visit.page.locator("[data-use=compare] select")
    for number in range(4):
        option = pick.locator("option:not([disabled]):not([value=''])").first
        option.wait_for(state="attached")
        pick.select_option(option.get_attribute("value"))
        visit.page.get_by_role("button", name="Add").focus()
        visit.page.keyboard.press("Enter")
        visit.page.locator(".ls-picked li").nth(number).wait_for()

    visit.page.get_by_text("Four are side by side").wait_for()
    assert visit.page.evaluate("document.activeElement.matches('.ls-out')")
