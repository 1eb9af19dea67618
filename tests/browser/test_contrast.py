"""What axe does not judge: the mark of the focus, and the borders of what is filled in."""

import pytest

from tests.browser.test_axe import show

pytestmark = pytest.mark.browser
CONTRAST = """(it, name) => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((one) => one / 255)
      .map((one) => (one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4));
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const behind = (node) => {
    const colour = getComputedStyle(node).backgroundColor;
    return /, 0\\)$/.test(colour) ? behind(node.parentElement) : colour;
  };
  const two = [light(getComputedStyle(it)[name]), light(behind(it.parentElement))];
  return (Math.max(...two) + .05) / (Math.min(...two) + .05);
}"""
"""How a colour of an element stands out from what is behind the element."""


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_the_focus_is_seen_in_the_header(open_page, scheme):
    """Each stop of the Tab key there has a mark of at least 3 to 1, in light and in dark."""
    visit = open_page("about/")
    show(visit, scheme)
    visit.page.keyboard.press("Tab")
    seen = []
    while visit.page.evaluate("document.activeElement.matches('.ls-skip, .ls-header *')"):
        seen.append(visit.page.locator(":focus").evaluate(CONTRAST, "outlineColor"))
        visit.page.keyboard.press("Tab")

    assert len(seen) > 5 and min(seen) >= 3


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize(
    ("url", "boxes"),
    [
        ("case-studies/sample-meetings/", "main :is(textarea, select, .ls-tools button)"),
        ("find/", "#find-q"),
        ("compare/", "main :is(select, .ls-add button)"),
        ("about/", "#ls-search :is(input[type=search], select)"),
    ],
)
def test_boxes_are_seen(open_page, url, boxes, scheme):
    """The border of what is filled in, and of the buttons beside it, has at least 3 to 1."""
    visit = open_page(url)
    show(visit, scheme)
    if "search" in boxes:
        visit.search("sample").first.wait_for()
    found = visit.page.locator(boxes)
    found.first.wait_for()
    ratios = [one.evaluate(CONTRAST, "borderTopColor") for one in found.all()]

    assert min(ratios) >= 3


@pytest.mark.parametrize(
    ("url", "script"), [("find/", True), ("lessons/sample-first-lesson/", False)]
)
def test_what_can_be_unfolded_shows_the_focus(open_page, url, script):
    """Its mark needs no script, so that the keyboard is never lost on a page."""
    visit = open_page(url, script=script)
    folded = visit.page.locator("main summary").first
    folded.wait_for()
    reached = False
    while not reached:
        visit.page.keyboard.press("Tab")
        reached = folded.evaluate("it => it === document.activeElement")

    assert folded.evaluate("it => getComputedStyle(it).outlineStyle") == "solid"
    assert folded.evaluate(CONTRAST, "outlineColor") >= 3


def test_in_forced_colours_only_what_is_current_looks_so(reading):
    """Transparent lines are drawn there, so none is left to be; the map's key keeps its shade."""
    visit = reading("find/", forced_colors="active")
    visit.page.locator("#find-state:not(:empty)").wait_for()
    lines = """(all) => all.map((it) => getComputedStyle(it)).map((it) =>
      it.borderBottomWidth !== "0px" && it.borderBottomColor)"""
    paper = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
    for links in (".ls-nav a", ".ls-find-ways a"):
        seen = visit.page.locator(links).evaluate_all(lines)
        assert [one not in (False, paper) for one in seen].count(True) == 1

    visit.go("map/")
    shades = "(it) => [getComputedStyle(it).backgroundColor, getComputedStyle(it).fill]"
    key = visit.page.locator(".ls-shade").evaluate(shades)
    assert key[0] == visit.page.locator(".ls-here").first.evaluate(shades)[1]
