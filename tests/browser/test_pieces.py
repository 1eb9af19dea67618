"""Long lists lie in pieces: what is seen first does not wait for all of them."""

import json
import shutil
from pathlib import Path

import pytest

from lsbuild.views._lists import list_files
from tests.browser.test_find import box, count, titles
from tests.browser.visiting import Visit, serving

pytestmark = pytest.mark.browser
WAYS = [
    "?kind=case-study",
    "?view=table",
    "?view=near&my-levels=district",
    "?themes=money&q=visitz",
]


def long_portal(prepared, golden_site: Path, folder: Path, piece: int) -> Path:
    """The golden site as if its few entries were many."""
    shutil.copytree(golden_site, folder)
    for name in ("told", "quick"):
        (folder / f"data/{name}.json").unlink()
    for name, data in list_files(prepared.portal, piece=piece, first=3).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def long(prepared, golden_site, tmp_path_factory):
    """Four entries in a piece: the words of the search come behind its passages."""
    folder = tmp_path_factory.mktemp("long") / "site"
    with serving(long_portal(prepared, golden_site, folder, 4)) as address:
        yield address


@pytest.fixture(scope="module")
def huge(prepared, golden_site, tmp_path_factory):
    """One entry in a piece: the words of the search come only where nothing else is found."""
    folder = tmp_path_factory.mktemp("huge") / "site"
    with serving(long_portal(prepared, golden_site, folder, 1)) as address:
        yield address


def held(visit: Visit, pattern: str) -> list:
    """What is asked for by a name, and does not come before somebody lets it."""
    routes: list = []
    visit.page.route(pattern, lambda route: routes.append(route))
    return routes


def free(visit: Visit, pattern: str, routes: list) -> None:
    for one in routes:
        one.continue_()
    visit.page.unroute(pattern)


def test_the_first_list_needs_no_piece(reading, long):
    """Its number and its counts are those of all entries, whatever is still on its way."""
    visit = reading("about/", at=long)
    pieces = held(visit, "**/data/find/*")
    visit.page.goto(f"{long}find/")

    assert len(titles(visit)) == 3
    assert visit.page.locator("#find-state").inner_text() == "13 found"
    assert count(visit, "Kind", "Case") == 6
    assert visit.page.locator(".ls-card-summary").first.inner_text()
    visit.until("true")
    assert len(pieces) == 4


def test_more_is_shown_when_it_is_there(reading, long, open_page):
    """The list goes on in the same order as that of one file."""
    visit = reading("find/", at=long)
    visit.page.get_by_text("3 of 13 are shown.").wait_for()
    visit.page.get_by_role("button", name="Show more").click()
    visit.page.locator(".ls-card").nth(12).wait_for()

    assert titles(visit) == titles(open_page("find/"))
    assert not visit.page.get_by_role("button", name="Show more").is_visible()
    assert not visit.page.get_by_text("are shown.").is_visible()


@pytest.mark.parametrize("way", WAYS)
def test_pieces_answer_as_one_file_does(reading, long, open_page, way):
    """What is chosen, asked and ranked is the same, and so is what is counted."""
    visit, other = reading(f"find/{way}", at=long), open_page(f"find/{way}")
    for one in (visit, other):
        one.page.locator("#find-out[aria-busy=false]").wait_for()
        one.page.wait_for_load_state("networkidle")

    for part in ("#find-out", "#find-state", "#find-chosen", "#find-facets"):
        assert visit.page.locator(part).inner_text() == other.page.locator(part).inner_text()
    assert visit.complaints == []


def test_an_answer_waits_for_all_pieces_and_says_so(reading, long):
    """Before all are there nothing is claimed about what was chosen."""
    visit = reading("about/", at=long)
    pieces = held(visit, "**/data/find/*")
    visit.page.goto(f"{long}find/")
    titles(visit)
    box(visit, "Kind", "Lesson").click()
    visit.page.get_by_text("Loading the whole list").wait_for()

    free(visit, "**/data/find/*", pieces)
    visit.page.get_by_text("2 found").wait_for()
    assert len(titles(visit)) == 2


def test_a_missing_piece_is_told_of_and_asked_for_again(reading, long):
    """The page says how many are missing, works with the others, and tries again."""
    visit = reading("about/", at=long)
    visit.page.route("**/data/find/1.json*", lambda route: route.abort())
    visit.page.goto(f"{long}find/")
    box(visit, "Kind", "Case").click()
    visit.page.get_by_text("4 entries could not be loaded").wait_for()
    visit.page.locator("#find-out[aria-busy=false]").wait_for()
    assert 0 < len(titles(visit)) < 6

    visit.page.unroute("**/data/find/1.json*")
    box(visit, "Kind", "Lesson").click()
    visit.page.get_by_text("8 found").wait_for()
    assert visit.page.locator("#find-lacks").inner_text() == ""


def test_a_piece_of_another_version_is_none(reading, long):
    """Places of yesterday's facets would be counted under other names."""
    visit = reading("about/", at=long)
    other = json.dumps({"version": 3, "of": "0", "rows": [{"url": "", "title": "No", "in": []}]})
    visit.page.route("**/data/find/1.json*", lambda route: route.fulfill(body=other))
    visit.page.goto(f"{long}find/?kind=case-study")

    visit.page.get_by_text("4 entries could not be loaded").wait_for()
    assert "No" not in titles(visit)


def test_words_that_cannot_be_looked_for_are_told_of(reading, long):
    """Where the words about the entries do not come, the page does not pretend."""
    visit = reading("about/", at=long)
    visit.page.route("**/data/quick/*", lambda route: route.abort())
    visit.page.goto(f"{long}find/?q=visitz")

    visit.page.get_by_text("Words cannot be looked for just now.").wait_for()
    assert len(titles(visit)) == 13


def asked_for(visit: Visit, name: str) -> bool:
    return any(f"/data/{name}/" in url for url in visit.requests)


def test_passages_come_before_our_own_words(reading, long):
    """In a long portal the words are behind them, move nothing, and serve what is typed next."""
    visit = reading("about/", at=long)
    words = held(visit, "**/data/quick/*")
    visit.search("sample").filter(has=visit.page.locator("mark")).nth(4).wait_for()
    visit.settle()
    first = visit.dialog.locator("#ls-results b").all_inner_texts()
    free(visit, "**/data/quick/*", words)
    visit.page.wait_for_load_state("networkidle")
    assert words and visit.dialog.locator("#ls-results b").all_inner_texts() == first

    visit.search("visits").filter(has_text="Sample visits").first.wait_for()
    assert visit.dialog.locator("#ls-results h2").first.inner_text() == "Cases"


def test_words_come_where_nothing_else_is_found(reading, huge):
    """In a huge portal a slip of the finger brings them, and before it nothing does."""
    visit = reading("about/", at=huge)
    visit.search("sample").nth(4).wait_for()
    visit.settle()
    assert not asked_for(visit, "quick") and not asked_for(visit, "find")

    visit.search("vissitts").filter(has_text="Sample visits").first.wait_for()
    assert asked_for(visit, "quick")


def test_a_filter_brings_what_it_looks_at(reading, huge):
    """Kinds and themes are known before their entries, which come when one is chosen."""
    visit = reading("about/", at=huge)
    visit.search("").first.wait_for(state="detached")
    visit.page.get_by_label("Kind", exact=True).select_option("Lesson")
    visit.dialog.locator("#ls-results a").nth(1).wait_for()

    assert asked_for(visit, "find")
    assert {*visit.dialog.locator("#ls-results small").all_text_contents()} == {"Lesson"}


def test_without_pagefind_our_own_words_serve(reading, huge):
    """Whatever the size, one layer is enough to find something; the other is missed in words."""
    visit = reading("about/", at=huge)
    visit.page.route("**/pagefind/**", lambda route: route.abort())
    visit.search("visits").filter(has_text="Sample visits").first.wait_for()

    visit.page.get_by_text("Only titles, summaries and names").wait_for()


def test_without_passages_our_own_words_serve(reading, huge):
    """Passages that were found and cannot be fetched bring the words as if none had been found."""
    visit = reading("about/", at=huge)
    visit.page.route("**/pagefind/fragment/**", lambda route: route.abort())
    visit.search("visits").filter(has_text="Sample visits").first.wait_for()

    visit.page.get_by_text("Only titles, summaries and names").wait_for()
