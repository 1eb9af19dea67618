"""The search: opened by keys, walked by keys, narrowed by our own data."""

import json

import pytest

pytestmark = pytest.mark.browser


def test_opens_and_closes_by_keys(open_page):
    """Ctrl+K and `/` open it with the words in reach, Escape closes it and gives the focus back."""
    visit = open_page()
    opener = visit.page.locator(".ls-search-open")
    for key in ("Control+k", "/"):
        opener.focus()
        visit.page.keyboard.press(key)
        visit.dialog.wait_for()
        assert visit.page.evaluate("document.activeElement.id") == "ls-query"

        visit.page.keyboard.press("Escape")
        visit.dialog.wait_for(state="hidden")
        assert opener.evaluate("it => it === document.activeElement")


def test_the_box_is_there_before_what_looks(open_page):
    """On a slow line the box opens at once, keeps what is typed, and then looks for it."""
    visit = open_page(width=360)
    held = []
    visit.page.route("**/assets/search.js", lambda route: held.append(route))
    visit.page.locator(".ls-search-open").click()
    visit.page.keyboard.type("visits")
    assert visit.page.locator("#ls-query").input_value() == "visits" and visit.dialog.is_visible()

    while not held:
        visit.page.wait_for_timeout(20)
    held[0].continue_()
    visit.dialog.locator("#ls-results a", has_text="Sample visits").first.wait_for()
    assert visit.page.locator("#ls-query").input_value() == "visits"


def test_a_box_that_waits_can_be_closed(open_page):
    """Who gives up before the search has come stays on the page."""
    visit = open_page("about/")
    held = []
    visit.page.route("**/assets/search.js", lambda route: held.append(route))
    visit.page.locator(".ls-search-open").click()
    visit.dialog.locator("button").click()
    while not held:
        visit.page.wait_for_timeout(20)
    held[0].abort()

    assert not visit.dialog.is_visible() and visit.url == "about/"


def test_closes_by_its_button(open_page):
    """The button closes it; a click beside it does as well."""
    visit = open_page()
    visit.search("sample")
    visit.page.get_by_role("button", name="Close").click()
    assert not visit.dialog.is_visible()

    visit.search("sample")
    visit.page.mouse.click(5, 780)
    assert not visit.dialog.is_visible()


def test_a_slash_in_a_field_is_a_slash(open_page):
    """While somebody writes, `/` is only a letter."""
    visit = open_page()
    visit.search("5")
    visit.page.keyboard.press("/")
    assert visit.page.locator("#ls-query").input_value() == "5/"


def test_arrow_keys_walk_the_results(open_page):
    """Down and up go from the words to the results and back; Enter opens one."""
    visit = open_page()
    visit.search("sample").nth(2).wait_for()
    visit.settle()
    titles = visit.dialog.locator("#ls-results b").all_inner_texts()
    focused = "document.activeElement.querySelector('b')?.textContent ?? document.activeElement.id"

    for expected in (titles[0], titles[1]):
        visit.page.keyboard.press("ArrowDown")
        assert visit.page.evaluate(focused) == expected
    visit.page.keyboard.press("ArrowUp")
    visit.page.keyboard.press("ArrowUp")
    assert visit.page.evaluate(focused) == "ls-query"

    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Enter")
    visit.until("document.title.startsWith(" + json.dumps(titles[0]) + ")")


def test_slash_can_be_switched_off(open_page):
    """Once off it stays off, after a reload and on other pages; Ctrl+K goes on working."""
    visit = open_page()
    visit.page.keyboard.press("/")
    visit.dialog.wait_for()
    switch = visit.page.get_by_label("Open the search with the key /")
    switch.uncheck()
    visit.page.reload()
    assert not slash_is_taken(visit)
    visit.go("about/")
    assert not slash_is_taken(visit)

    visit.page.keyboard.press("Control+k")
    visit.dialog.wait_for()
    switch.check()
    assert slash_is_taken(visit)


def slash_is_taken(visit) -> bool:
    """Whether the page does something with the key; known at once, since waiting proves nothing."""
    return visit.page.evaluate(
        """() => !document.body.dispatchEvent(
          new KeyboardEvent("keydown", { key: "/", bubbles: true, cancelable: true }))"""
    )


def test_results_say_what_kind_of_thing_they_are(open_page):
    """Each result has its kind in words, its title, and words around what was found."""
    visit = open_page()
    result = visit.search("walked along the shore").filter(has=visit.page.locator("mark")).first
    result.wait_for()

    assert result.locator("small").inner_text().lower() == "learning site"
    assert result.locator("b").inner_text() == "Sample Bay"
    assert visit.page.locator("#ls-state").inner_text().endswith(("1 result", "results"))


@pytest.mark.parametrize(
    ("label", "value", "kept", "dropped"),
    [
        ("Kind", "Lesson", "A first sample lesson", "Sample Bay"),
        ("Theme", "Sample money", "Sample visits", "Sample loop"),
        ("Country", "Bouvet Island", "Sample Hill", "Sample Bay"),
        ("Stakeholder group", "Sample planners", "A second sample lesson", "Sample loop"),
        ("Health-system level", "Sample nation", "A sample pointer", "Sample Bay"),
    ],
)
def test_a_filter_narrows(open_page, label, value, kept, dropped):
    """With words and without, only what fits is left; `any` brings the rest back."""
    visit = open_page()
    results = visit.search("sample")
    results.nth(3).wait_for()
    visit.settle()
    chosen = visit.page.get_by_label(label, exact=True)
    chosen.select_option(value)
    visit.settle()
    titles = all_titles(visit)
    assert any(kept in one for one in titles) and not any(dropped in one for one in titles)

    visit.page.locator("#ls-query").fill("")
    visit.settle()
    assert set(titles) <= set(all_titles(visit))

    chosen.select_option("any")
    assert visit.page.locator("#ls-state").inner_text() == "Write a word or two."


def test_filters_add_up(open_page):
    """Two filters keep what fits both, and nothing found is said in words."""
    visit = open_page()
    visit.search("sample").first.wait_for()
    visit.page.get_by_label("Kind", exact=True).select_option("Case")
    visit.page.get_by_label("Country", exact=True).select_option("Antarctica")
    visit.settle()
    assert all("ample" in one for one in all_titles(visit))

    visit.page.get_by_label("Kind", exact=True).select_option("Lesson")
    visit.settle()
    assert all_titles(visit) == []
    assert visit.page.locator("#ls-state").inner_text().startswith("Nothing found.")


def test_initials_of_names_are_no_words(open_page):
    """A word that no page has finds nothing, and not all that is called by its first letters."""
    visit = open_page()
    for words in ("AXQ", "thermometer"):
        visit.search(words)
        visit.settle()
        assert all_titles(visit) == []

    visit.page.locator("#ls-state").get_by_role("link", name="More ways to look").click()
    visit.page.wait_for_url("**/find/")


def test_other_forms_of_a_word_are_found(open_page):
    """A stem, an ending more, other accents: each leads to what says it a little otherwise."""
    visit = open_page()
    for words in ("asking", "boxing", "ubungen"):
        visit.search(words).filter(has=visit.page.locator("mark")).first.wait_for()


def all_titles(visit) -> list[str]:
    more = visit.dialog.locator(".ls-more button")
    while more.count():
        more.click()
    return visit.dialog.locator("#ls-results b").all_inner_texts()


def test_two_layers_answer(open_page):
    """What titles and names say comes first, grouped by kind; passages of the text come below."""
    visit = open_page()
    visit.search("vizits").filter(has_text="Sample visits").first.wait_for()
    assert visit.dialog.locator("#ls-results h2").first.inner_text() == "Cases"

    visit.search("visits").filter(has=visit.page.locator("mark")).first.wait_for()
    assert visit.dialog.locator("#ls-results h2").last.inner_text() == "In the text of pages"


def test_a_keyword_is_never_a_passage(open_page):
    """What finds a page without standing in its text is not shown as one of its sentences."""
    visit = open_page()
    visit.search("seaside").first.wait_for()
    passages = visit.dialog.locator("#ls-results > ol a")
    passages.first.wait_for()
    visit.settle()

    assert passages.locator("b").all_inner_texts() == ["Sample Bay"]
    assert passages.locator("mark").count() == 0
    assert "seaside" not in passages.first.inner_text()


def test_accents_do_not_matter(open_page):
    """Words are found with their accents, without, and with others."""
    visit = open_page()
    for words in ("Ubung", "reunions", "réunions"):
        visit.search(words).first.wait_for()


def test_says_so_where_a_layer_is_missing(open_page):
    """Without Pagefind the first layer goes on; without its own data the dialog says so."""
    visit = open_page()
    visit.page.route("**/pagefind/**", lambda route: route.abort())
    visit.search("visits").filter(has_text="Sample visits").first.wait_for()
    visit.page.get_by_text("Only titles, summaries and names").wait_for()

    other = open_page()
    other.page.route("**/data/quick.json", lambda route: route.abort())
    other.page.keyboard.press("Control+k")
    other.page.get_by_text("The search could not be loaded.").wait_for()


def test_a_passage_that_does_not_come_stalls_nothing(open_page):
    """Without passages our own words answer, this is said, and opened again all is as before."""
    visit = open_page()
    visit.page.route("**/pagefind/fragment/**", lambda route: route.abort())
    visit.search("visits").filter(has_text="Sample visits").first.wait_for()
    visit.page.get_by_text("Only titles, summaries and names").wait_for()
    visit.settle()
    filters = visit.dialog.locator("select").count()

    visit.page.keyboard.press("Escape")
    visit.page.keyboard.press("Control+k")
    visit.settle()
    assert visit.dialog.locator("select").count() == filters
    assert not any("Uncaught" in one or "fetch" in one for one in visit.complaints)


def test_one_lost_passage_hides_no_other(open_page):
    """The passages that came are shown, and that one is missing is said."""
    visit = open_page()
    visit.search("sample").filter(has=visit.page.locator("mark")).nth(4).wait_for()
    visit.settle()
    words = visit.dialog.locator("#ls-results a:has(mark)")
    whole = words.count()

    other = open_page()
    other.page.route("**/pagefind/fragment/**", Once())
    other.search("sample").filter(has=other.page.locator("mark")).nth(3).wait_for()
    other.page.get_by_text("Only titles, summaries and names").wait_for()
    other.settle()
    assert other.dialog.locator("#ls-results a:has(mark)").count() == whole - 1


class Once:
    """The first request is lost, all others arrive."""

    def __init__(self):
        self.lost = False

    def __call__(self, route):
        if self.lost:
            route.continue_()
        else:
            self.lost = True
            route.abort()


def test_a_search_that_breaks_off_leaves_our_own_words(open_page):
    """Without the program that looks through passages, titles and names are found all the same."""
    visit = open_page()
    visit.page.route("**/pagefind/wasm*", lambda route: route.abort())
    visit.search("visits").filter(has_text="Sample visits").first.wait_for()

    visit.page.get_by_text("Only titles, summaries and names").wait_for()
    visit.settle()


def test_more_results_keep_the_keyboard(open_page):
    """Who asks for more stands on the first of them, not at the beginning of the page."""
    visit = open_page()
    visit.search("sample").filter(has=visit.page.locator("mark")).nth(9).wait_for()
    visit.settle()
    passages = visit.dialog.locator("#ls-results > ol a")
    number = passages.count()
    visit.dialog.locator(".ls-more button").focus()
    visit.page.keyboard.press("Enter")
    passages.nth(number).wait_for()

    visit.settle()
    assert passages.nth(number).evaluate("it => it === document.activeElement")
