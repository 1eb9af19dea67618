"""Pages on paper: where nothing opens and nobody scrolls."""

import re

import pytest

from tests.browser.test_compare import TWO

pytestmark = pytest.mark.browser
SHEETS = ("case-studies/sample-meetings/team-sheet/", "lessons/sample-first-lesson/team-sheet/")
LESSON = "lessons/sample-first-lesson/"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_for_the_team_is_one_page(open_page, sheet, paper):
    """A sheet can be printed and handed round, on either size of paper."""
    printed = open_page(sheet).page.pdf(format=paper)

    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


def test_a_sheet_is_printed_with_one_press(open_page):
    """Who holds the meeting need not look for the browser's own menu."""
    page = open_page(SHEETS[0], width=360).page
    page.evaluate("window.print = () => (window.printed = true)")
    page.get_by_role("button", name="Print", exact=True).click()

    assert page.evaluate("window.printed")


def test_margins_leave_room_for_words(open_page):
    """Paper costs money: ours are narrower than those of the theme below."""
    margins = """() => [...document.styleSheets].flatMap((one) => [...one.cssRules])
        .flatMap((one) => [one, ...(one.cssRules ?? [])])
        .filter((one) => one instanceof CSSPageRule).map((one) => one.style.margin).at(-1)"""

    assert open_page(LESSON).page.evaluate(margins) == "15mm"


def test_the_question_comes_before_the_telling(open_page):
    """With no script a reader chooses first, and finds what people did below."""
    visit = open_page(LESSON, width=360, script=False)
    headings = visit.page.locator("h2").all_inner_texts()

    assert headings.index("What would you do?") + 1 == headings.index("What they did")
    assert not visit.page.get_by_text("They asked, and people came.").first.is_visible()
    visit.page.locator(".ls-decision summary").nth(1).click()
    assert visit.page.get_by_text("They asked, and people came.").first.is_visible()


def test_a_printed_lesson_gives_its_answers_last(open_page):
    """On paper the ways to go stand without what followed, and a page of answers has it."""
    page = open_page(LESSON).page
    answers = page.locator(".ls-answers")
    assert not answers.is_visible()

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert "They asked, and people came." in answers.inner_text()
    folds = page.locator(":is(.ls-decision, .ls-check) details p").all()
    assert folds and not any(one.is_visible() for one in folds)


def test_what_is_opened_for_paper_is_closed_after(open_page):
    """What a reader has not asked for is folded again; what was open stays so."""
    page = open_page(LESSON).page
    folds = page.locator(".ls-content details")
    is_open = "(all) => all.map((it) => it.open)"
    folds.nth(1).locator("summary").first.click()
    before = folds.evaluate_all(is_open)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert sum(folds.evaluate_all(is_open)) > sum(before) > 0

    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folds.evaluate_all(is_open) == before


def test_a_printed_table_has_its_title(open_page):
    """On the screen the chosen tab says what the table shows; on paper its caption does."""
    page = open_page("find/?view=table").page
    caption = page.locator("#find-out caption")
    caption.wait_for(state="attached")
    assert caption.bounding_box()["width"] == 1

    page.emulate_media(media="print")
    assert caption.inner_text() == "What a role can do, by health-system level"
    assert caption.bounding_box()["width"] > 200


@pytest.mark.parametrize(
    ("url", "long", "short"),
    [
        ("case-studies/sample-meetings/", ".ls-minute", ".ls-minute dl > div"),
        (TWO, ".ls-side, .ls-side section", ".ls-side li"),
    ],
)
def test_long_boxes_go_on_over_the_page(open_page, url, long, short):
    """What is long begins where there is room on the paper; its short parts stay whole."""
    page = open_page(url).page
    page.locator(short).first.wait_for(state="attached")
    page.emulate_media(media="print")
    breaks = "(all) => [...new Set(all.map((it) => getComputedStyle(it).breakInside))]"

    assert page.locator(long).evaluate_all(breaks) == ["auto"]
    assert page.locator(short).evaluate_all(breaks) == ["avoid"]
