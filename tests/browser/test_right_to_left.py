"""Pages of languages that are written from right to left."""

import pytest

pytestmark = pytest.mark.browser
ARABIC = "دراسة أولى (2013)."
TURNED = """(words) => {
  document.documentElement.dir = "rtl";
  for (const one of document.querySelectorAll(".ls-timeline a text")) one.textContent = words;
}"""
OUTSIDE = """() => {
  const frame = document.querySelector(".ls-timeline svg").getBoundingClientRect();
  return [...document.querySelectorAll(".ls-timeline text")].filter((one) => {
    const { left, right } = one.getBoundingClientRect();
    return left < frame.left - 1 || right > frame.right + 1 || right - left < 5;
  }).map((one) => one.textContent);
}"""


@pytest.mark.parametrize("width", [360, 1280])
def test_the_line_of_years_keeps_its_words(open_page, width):
    """Titles and years stand inside the drawing, where they do in other languages."""
    visit = open_page("learning-sites/sample-bay/", width=width)
    visit.page.evaluate(TURNED, ARABIC)

    assert visit.page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("find/?view=near&my-governance=devolved", ".ls-find-why"),
        ("learning-sites/sample-bay/", ".ls-layer"),
    ],
)
def test_words_stand_off_the_line_beside_them(open_page, url, what):
    """The room is on the side of the line, and none is lost on the other."""
    visit = open_page(url)
    words = visit.page.locator(what).first
    words.wait_for()
    visit.page.evaluate("document.documentElement.dir = 'rtl'")

    style = "(one) => [getComputedStyle(one).paddingRight, getComputedStyle(one).paddingLeft]"
    right, left = words.evaluate(style)
    assert left == "0px" and right != "0px"
