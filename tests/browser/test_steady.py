"""What a script fills in late does not push along what a reader already looks at."""

import pytest

from tests.browser.test_compare import TWO

pytestmark = pytest.mark.browser
NOTED = """window.shifts = [];
new PerformanceObserver((list) => shifts.push(...list.getEntries().map((one) => one.value)))
  .observe({ type: "layout-shift", buffered: true });"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    ("url", "filled"),
    [
        (TWO, ".ls-side"),
        ("compare/", "optgroup"),
        ("compare/?c=case-study/nobody", "optgroup"),
        ("offline/", "#offline-more li"),
    ],
)
def test_nothing_jumps(open_page, url, filled, width):
    """What is loaded late finds its room, and at the end everything is shown."""
    visit = open_page("about/", width=width)
    visit.page.context.add_init_script(NOTED)
    visit.page.route("**/data/**", slowly)
    visit.go(url)
    visit.page.locator(filled).first.wait_for(state="attached")
    late = visit.page.locator(".ls-late")
    late.wait_for()

    assert late.evaluate("(one) => getComputedStyle(one).visibility") == "visible"
    assert sum(visit.page.evaluate("shifts")) < 0.01


def slowly(route):
    """The page is painted before what it asks for is here."""
    route.request.frame.page.wait_for_timeout(200)
    route.continue_()
