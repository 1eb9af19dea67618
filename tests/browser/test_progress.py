"""Lessons that work: choices, marks, and how far one has come; and the reader's role."""

import pytest

pytestmark = pytest.mark.browser
FIRST = "lessons/sample-first-lesson/"
CASE = "case-studies/sample-meetings/"


def mark(visit):
    return visit.page.locator(".ls-done button")


def take_aways(visit) -> list[str]:
    return visit.page.locator(".ls-takeaways dt").all_inner_texts()


def test_a_done_lesson_counts_in_its_lists(open_page):
    """The list and the path say how many are done, mark them, and name the next one."""
    visit = open_page(FIRST, width=360)
    mark(visit).click()
    visit.page.get_by_text("Kept on this device.").wait_for()
    line = visit.page.locator(".ls-progress")
    visit.go("paths/teams/")
    line.wait_for()
    assert line.inner_text() == "1 of 1 done"
    visit.go("lessons/")
    line.wait_for()
    assert line.inner_text() == "1 of 2 done. Go on with A second sample lesson"
    assert visit.page.locator(".ls-card .ls-chosen").count() == 1
    visit.page.locator(".ls-progress a").click()

    assert visit.url == "lessons/sample-second-lesson/"
    assert visit.complaints == [] and visit.outside == []


def test_a_mark_can_be_taken_away(open_page):
    """The same button takes the mark away, and lists say nothing when nothing is done."""
    visit = open_page(FIRST)
    mark(visit).click()
    visit.page.reload()
    visit.page.get_by_role("button", name="Done ✓").click()
    assert mark(visit).inner_text() == "Mark as done"

    visit.go("lessons/")
    visit.page.wait_for_load_state("networkidle")
    assert not visit.page.locator(".ls-progress").is_visible()


def test_clearing_takes_marks_and_role(open_page):
    """The button at the foot of every page forgets them while one looks."""
    visit = open_page(FIRST)
    mark(visit).click()
    visit.page.on("dialog", lambda dialog: dialog.accept())
    visit.page.locator("footer").get_by_role("button", name="Clear everything").click()

    visit.page.get_by_role("button", name="Mark as done").wait_for()
    assert visit.page.evaluate("Object.keys(localStorage).length") == 0
    visit.page.locator("footer [role=status]", has_text="Cleared.").wait_for()


def test_what_could_not_be_cleared_is_told(open_page):
    """Beside the button stands that it failed, and nothing on the page pretends otherwise."""
    visit = open_page(FIRST)
    mark(visit).click()
    visit.page.evaluate("() => { Storage.prototype.removeItem = () => { throw Error('no'); }; }")
    visit.page.on("dialog", lambda dialog: dialog.accept())
    visit.page.locator("footer").get_by_role("button", name="Clear everything").click()

    visit.page.locator("footer [role=status]", has_text="It could not be cleared.").wait_for()
    assert visit.page.get_by_role("button", name="Done ✓").is_visible()


def test_the_first_choice_is_the_readers(open_page):
    """What is opened first is marked; what is opened later to compare is not."""
    visit = open_page(FIRST)
    mark(visit).wait_for()
    options = visit.page.locator(".ls-decision summary")
    options.nth(1).focus()
    visit.page.keyboard.press("Enter")
    options.nth(0).click()

    assert options.nth(1).locator(".ls-chosen").inner_text() == "Your choice"
    assert visit.page.locator(".ls-decision .ls-chosen").count() == 1


@pytest.mark.parametrize("rubbish", ["[]", "{", '{"lessons/sample-first-lesson/": 1}'])
def test_rubbish_is_no_progress(open_page, rubbish):
    """What the page did not write counts as nothing."""
    visit = open_page()
    visit.page.evaluate("words => localStorage.setItem('/portal/.ls-done', words)", rubbish)
    visit.go(FIRST)

    mark(visit).wait_for()
    assert mark(visit).inner_text() == "Mark as done" and visit.complaints == []


def test_a_device_that_keeps_nothing_says_so(open_page):
    """With blocked storage the lesson works and says what will be forgotten."""
    visit = open_page()
    visit.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }});"
    )
    visit.go(FIRST)
    visit.page.get_by_text("This browser cannot keep anything").wait_for()
    mark(visit).click()
    visit.go(CASE)
    visit.page.get_by_label("Your role").select_option("planners")

    assert take_aways(visit)[0] == "Sample planners"
    assert visit.complaints == []


def test_what_speaks_to_the_readers_role_comes_first(open_page):
    """Chosen once on a role's page, kept for every case; nothing disappears."""
    visit = open_page(CASE)
    before = take_aways(visit)
    visit.go("roles/sample-planners/")
    visit.page.get_by_label("Your role").select_option("planners")
    visit.page.get_by_text("Kept on this device").wait_for()
    visit.go(CASE)
    visit.page.locator(".ls-mine").wait_for()

    assert take_aways(visit) == ["Sample planners", "Sample teams"]
    assert sorted(before) == sorted(take_aways(visit))
    visit.page.get_by_label("Your role").select_option("")
    assert take_aways(visit) == before


def test_an_unknown_role_changes_nothing(open_page):
    """A group that the portal does not have any more is as if none were chosen."""
    visit = open_page()
    visit.page.evaluate("localStorage.setItem('/portal/.ls-role', '{\"group\": \"kings\"}')")
    visit.go(CASE)

    assert visit.page.get_by_label("Your role").input_value() == ""
    assert visit.complaints == []


def test_each_group_has_an_anchor(plain_reader):
    """Without script a link leads to what one group can take away, and nothing is offered."""
    plain_reader.go(f"{CASE}#for-planners")

    assert plain_reader.page.locator("#for-planners:target").is_visible()
    assert not plain_reader.page.locator(".ls-role").is_visible()
    plain_reader.go(FIRST)
    assert not plain_reader.page.locator(".ls-done").is_visible()
