"""The worksheet of a case: the reader's own answers, on the reader's own device."""

import pytest

pytestmark = pytest.mark.browser
CASE = "case-studies/sample-meetings/"
ANSWER = "The <b>nurse</b> has them.\nAnd the clerk."
KEPT = "Object.keys(localStorage).filter((key) => key.includes('sheet'))"
# What browsers do when storage is blocked, and when it is full.
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }});"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full'); };"


def box(visit):
    return visit.page.get_by_role("textbox", name="Who has the figures where you are?")


def state(visit) -> str:
    return visit.page.locator(".ls-sheet [role=status]").inner_text()


def answered(open_page, **more):
    visit = open_page(CASE, **more)
    box(visit).fill(ANSWER)
    return visit


def test_an_answer_is_there_after_a_reload(open_page):
    """What was written is kept below the path of the site, and said to be kept."""
    visit = answered(open_page, width=360)
    assert state(visit) == "Kept on this device."

    visit.page.reload()
    assert box(visit).input_value() == ANSWER
    assert visit.page.evaluate(KEPT) == ["/portal/.ls-sheet.case-study/sample-meetings"]
    assert visit.complaints == [] and visit.outside == []


def test_everything_can_be_cleared(open_page):
    """One button forgets all that this portal keeps, and nothing of its neighbours."""
    visit = answered(open_page)
    visit.page.evaluate("localStorage.setItem('/other/.ls-sheet', '{}')")
    visit.page.on("dialog", lambda dialog: dialog.accept())
    visit.page.locator(".ls-sheet").get_by_role("button", name="Clear everything").click()

    visit.page.get_by_text("Cleared.").wait_for()
    assert box(visit).input_value() == ""
    assert visit.page.evaluate("Object.keys(localStorage)") == ["/other/.ls-sheet"]


def test_clearing_asks_first(open_page):
    """Who says no keeps the answers."""
    visit = answered(open_page)
    visit.page.on("dialog", lambda dialog: dialog.dismiss())
    visit.page.locator("footer").get_by_role("button", name="Clear everything").click()

    assert box(visit).input_value() == ANSWER and visit.page.evaluate(KEPT)


@pytest.mark.parametrize("script", [BLOCKED, FULL], ids=["blocked", "full"])
def test_a_device_that_keeps_nothing_says_so(open_page, script):
    """The boxes work all the same, and the reader hears it before and while writing."""
    visit = open_page()
    visit.page.add_init_script(script)
    visit.go(CASE)

    visit.page.get_by_text("This browser cannot keep anything.").wait_for()
    box(visit).fill(ANSWER)
    assert "cannot keep anything" in state(visit)
    assert visit.complaints == []


@pytest.mark.parametrize("rubbish", ["{", "7", "null", '"words"', "[1]", '{"a": {"b": 1}}'])
def test_rubbish_in_the_storage_is_no_answer(open_page, rubbish):
    """What was not written by the page is left out, and new answers take its place."""
    visit = open_page()
    key = "/portal/.ls-sheet.case-study/sample-meetings"
    visit.page.evaluate("([key, words]) => localStorage.setItem(key, words)", [key, rubbish])
    visit.go(CASE)

    box(visit).fill(ANSWER)
    assert visit.page.locator(".ls-sheet textarea").count() == 1
    visit.page.reload()
    assert box(visit).input_value() == ANSWER and visit.complaints == []


def test_an_answer_outlives_its_question(open_page):
    """When the words of a question change, the answer stays below its old question."""
    visit = open_page()
    visit.page.evaluate(
        """localStorage.setItem("/portal/.ls-sheet.case-study/sample-meetings",
        JSON.stringify({"An <i>older</i> question?": "An older answer."}))"""
    )
    visit.go(CASE)
    older = visit.page.get_by_role("textbox", name="An <i>older</i> question?")

    assert older.input_value() == "An older answer."
    assert visit.page.get_by_text("This question has changed").is_visible()


def test_answers_are_copied_as_text(open_page):
    """Title, address, each question with its answer; no signs of Markdown."""
    visit = answered(open_page)
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.page.get_by_role("button", name="Copy as text").click()
    visit.page.get_by_text("Copied").wait_for()
    text = visit.page.evaluate("navigator.clipboard.readText()")

    assert text.startswith("Sample meetings: “Übung”") and visit.page.url in text
    assert "1. Who has the figures where you are?\n\n   The <b>nurse</b> has them.\n   And" in text


def test_a_closed_clipboard_leaves_the_words_to_the_hand(open_page):
    """Where copying is refused the text stands there, chosen."""
    visit = open_page()
    visit.page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined});")
    visit.go(CASE)
    box(visit).fill(ANSWER)
    visit.page.get_by_role("button", name="Copy as text").click()

    assert "The <b>nurse</b>" in visit.page.locator(".ls-by-hand").input_value()
    assert "ready to be copied by hand" in state(visit)


def test_answers_are_saved_as_markdown(open_page):
    """The file is named after the case and reads well as Markdown."""
    visit = answered(open_page)
    with visit.page.expect_download() as download:
        visit.page.get_by_role("button", name="Save as a file").click()

    assert download.value.suggested_filename == "sample-meetings.md"
    text = download.value.path().read_text("utf-8")
    assert text.startswith("# Sample meetings") and "1. **Who has the figures" in text


def test_paper_has_answers(open_page):
    """On paper stand the words of an answer, and the boxes and buttons do not."""
    visit = open_page(CASE)
    box(visit).fill("A first line.")
    lines = visit.page.locator(".ls-conditions .ls-lines").first
    assert not lines.is_visible()

    visit.page.emulate_media(media="print")
    assert lines.inner_text() == "A first line."
    assert not visit.page.locator(".ls-sheet textarea, .ls-tools").locator("visible=true").count()


def test_paper_has_lines_to_write_on(plain_reader):
    """Without script nothing is offered on the screen, and paper has room for an answer."""
    plain_reader.go(CASE)
    assert not plain_reader.page.locator(".ls-tools").is_visible()

    plain_reader.page.emulate_media(media="print")
    lines = plain_reader.page.locator(".ls-conditions .ls-lines").first
    assert lines.bounding_box()["height"] > 20
    plain_reader.page.emulate_media(media="screen")


def test_the_sheet_prints_alone(open_page):
    """Its button prints title and worksheet; afterwards the page is whole again."""
    visit = open_page()
    visit.page.add_init_script("window.print = () => {};")
    visit.go(CASE)
    visit.page.get_by_role("button", name="Print").click()
    visit.page.emulate_media(media="print")
    assert not visit.page.locator("#problem").is_visible() and visit.page.locator("h1").is_visible()

    visit.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert visit.page.locator("#problem").is_visible()


def test_the_keyboard_reaches_everything(open_page):
    """From the box Tab leads to each button in turn."""
    visit = open_page(CASE)
    box(visit).focus()
    names = []
    for _ in range(4):
        visit.page.keyboard.press("Tab")
        names.append(visit.page.evaluate("document.activeElement.textContent"))

    assert names == ["Copy as text", "Save as a file", "Print", "Clear everything on this device"]


def test_who_thinks_alone_finds_the_sheet_for_the_team(open_page):
    """The way to it stands beside the answers too, not only at the foot of a long case."""
    visit = open_page(CASE)
    visit.page.locator(".ls-tools").get_by_role("link", name="For the team meeting").click()
    visit.page.wait_for_url(f"**/{CASE}team-sheet/")
