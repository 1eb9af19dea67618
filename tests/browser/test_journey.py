"""What readers do: look for something, read it, see where it comes from, and go back."""

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [360, 1280])
def test_from_home_to_a_source_and_back(open_page, width):
    """Home, search, result, case, its source, and back to the place that rests on it."""
    visit = open_page(width=width)
    visit.page.get_by_role("button", name="Search cases, lessons and words").click()
    visit.search("penguins figures").filter(has_text="Sample meetings").first.click()
    visit.page.wait_for_url("**/case-studies/sample-meetings/")
    assert "Übung" in visit.page.locator("h1").inner_text()

    visit.page.locator(".ls-references a", has_text="About this source").first.click()
    visit.page.wait_for_url("**/sources/sample-article/")
    cited = visit.page.get_by_role("heading", name="What rests on it").locator("xpath=..")
    assert cited.get_by_text("p. 5").first.is_visible()

    visit.page.get_by_role("link", name="Sample meetings became shorter by half.").click()
    assert visit.url == "case-studies/sample-meetings/#what-changed"
    assert visit.complaints == [] and visit.outside == []


def test_the_site_works_below_its_path(open_page, address):
    """Every address a page asks for, the search's too, lies below `/portal/`."""
    visit = open_page("learning-sites/sample-bay/")
    link = visit.search("boxes").first
    link.wait_for()

    assert address.endswith("/portal/")
    assert link.evaluate("it => it.href").startswith(f"{address}case-studies/")
    assert {url.startswith(address) for url in visit.requests} == {True}


def test_a_word_is_found_by_its_other_names(open_page):
    """Names in other languages and keywords lead to the page."""
    visit = open_page()

    for words in ("Übungsschleife", "حلقة", "boucle"):
        visit.search(words).filter(has_text="Sample loop").first.wait_for()
    visit.search("assembly").filter(has_text="Sample meetings:").first.wait_for()


def test_withdrawn_and_draft_words_are_not_found(open_page):
    """What was taken back, or is not ready, cannot be searched for."""
    visit = open_page()

    for words in ("withdrawn words", "unfinished words"):
        visit.search(words)
        visit.settle()
        titles = visit.dialog.locator("#ls-results b").all_inner_texts()
        assert not [one for one in titles if "must not be shown" in one]


def test_a_french_page_searches_french_pages(open_page):
    """Readers of a language find what is written in it."""
    visit = open_page("fr/lessons/sample-first-lesson/")
    visit.search("chiffres").filter(has_text="Réunions d'essai").first.wait_for()


def test_light_or_dark_stays(open_page):
    """The choice lasts over reloads and on other pages, whatever the machine prefers."""
    visit = open_page("about/", dark=True)
    assert visit.scheme() == "slate"

    visit.page.locator("[data-ls=scheme]").click()
    assert visit.scheme() == "default"
    visit.page.reload()
    assert visit.scheme() == "default"
    visit.go("roles/")
    assert visit.scheme() == "default"


def test_rubbish_in_storage_does_no_harm(open_page):
    """What another site or an old version left behind is ignored."""
    visit = open_page()
    visit.page.evaluate(
        """() => { for (const key of ["__palette", "slash"])
        localStorage.setItem("/portal/." + key, "{rubbish") }"""
    )
    visit.page.reload()

    assert visit.scheme() == "default"
    assert visit.complaints == []


def test_printing_opens_what_is_folded(open_page):
    """Paper cannot be tapped: folds are open, but for a lesson's questions; no header is there."""
    visit = open_page("lessons/sample-first-lesson/")
    visit.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    visit.page.emulate_media(media="print")

    shut = visit.page.locator("details:not([open])")
    assert shut.count() == visit.page.locator(".ls-decision details, .ls-check details").count() > 0
    assert not visit.page.locator(".ls-header").is_visible()


def test_a_newcomer_is_led_on(open_page):
    """A case leads from its first minute to its conditions and to others, a role to its actions."""
    visit = open_page("case-studies/sample-meetings/", width=360)
    minute = visit.page.locator(".ls-minute")
    for name, found in (
        ("What would have to be true where you work?", "#carry-over"),
        ("Who says so, and where", "#what-changed"),
    ):
        minute.get_by_role("link", name=name).click()
        assert visit.page.locator(found).bounding_box()["y"] < 200
    minute.get_by_role("link", name="Compare with another").click()
    visit.page.locator(".ls-picked li").wait_for()

    visit.go("roles/sample-teams/")
    visit.page.get_by_role("link", name="What you can do").last.click()
    assert visit.page.locator("#actions").bounding_box()["y"] < 200
