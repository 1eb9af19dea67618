"""Side by side: what is compared stands in the address, whatever the address says."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser
MEETINGS, VISITS, BAY = (
    "case-study/sample-meetings",
    "case-study/sample-visits",
    "learning-site/sample-bay",
)
TWO = f"compare/?c={MEETINGS},{VISITS}"


def opened(open_page, url=TWO, **more):
    visit = open_page(url, **more)
    visit.page.locator("optgroup").first.wait_for(state="attached")
    return visit


def state(visit) -> str:
    return visit.page.locator(".ls-compare [role=status]").inner_text()


def titles(visit) -> list[str]:
    visit.page.locator(".ls-side").first.wait_for()
    return visit.page.locator(".ls-side").first.locator("h3").all_inner_texts()


def row(visit, name):
    return visit.page.locator("details.ls-side").filter(
        has=visit.page.get_by_role("heading", name=name)
    )


def test_two_cases_stand_side_by_side(open_page):
    """Each row says in words how alike the two are; only what was asked for is loaded."""
    visit = opened(open_page)
    assert len(titles(visit)) == 2
    assert visit.page.locator(".ls-side h2").all_inner_texts()[:3] == [
        "The problem",
        "Who and where",
        "What was tried",
    ]
    marks = visit.page.locator(".ls-same").all_inner_texts()
    assert len(marks) == 9 and all(marks)
    left, right = (row(visit, "Who and where").locator("section").nth(n) for n in (0, 1))
    assert abs(left.bounding_box()["y"] - right.bounding_box()["y"]) < 2
    assert len([url for url in visit.requests if "data/compare/" in url]) == 3
    assert visit.complaints == [] and visit.outside == []


@pytest.mark.parametrize(
    ("tags", "says"),
    [
        (["a", "a"], "same"),
        (["ab", "a"], "part"),
        (["a", "b"], "other"),
        (["ab", "a", "b"], "notall"),
        (["a", "a", ""], "own"),
        (["", ""], "own"),
    ],
)
def test_how_alike_is_said_of_key_words_only(open_page, tags, says):
    """One in some columns is not in all and not nowhere; a column without any says nothing."""
    visit = opened(open_page, "compare/")
    told = visit.page.evaluate(
        """async ([columns, words]) => {
            const side = await import(new URL("../assets/side.js", location));
            const rows = columns.map((ids) => ({
                rows: { why: { tags: [...ids].map((id) => ({ id })), told: [{ says: "So." }] } },
            }));
            return side.columns(rows, [["why", "Why"]], words)[0].word;
        }""",
        [tags, {name: name for name in ("same", "part", "other", "notall", "own")}],
    )

    assert told == says


def test_what_editors_wrote_of_the_same_comes_first(open_page):
    """In any order of just these, the comparison with its lesson and its limits is named."""
    visit = opened(open_page, f"compare/?c={MEETINGS},{BAY}")
    titles(visit)
    first = visit.page.locator(".ls-out > *").first
    assert first.inner_text().startswith("What their comparison teaches")
    first.get_by_role("link", name="A sample bay beside sample meetings").click()
    visit.page.wait_for_url("**/comparisons/sample-bay-and-meetings/")

    other = opened(open_page)
    titles(other)
    assert other.page.locator(".ls-out > p").count() == 0


def test_a_phone_shows_one_row_at_a_time(open_page):
    """Entries stand under each other, and opening a row folds the one before."""
    visit = opened(open_page, width=360)
    titles(visit)
    row(visit, "What was tried").locator("summary").click()
    first, second = (row(visit, "What was tried").locator("section").nth(n) for n in (0, 1))

    assert second.bounding_box()["y"] > first.bounding_box()["y"] + 20
    assert visit.page.locator(".ls-side[open]").count() == 1
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_what_is_compared_is_chosen_from_a_list(open_page):
    """Adding and taking away changes the address, and Back brings the last choice."""
    visit = opened(open_page, "compare/")
    assert not visit.page.locator(".ls-side").count()
    for id_ in (MEETINGS, BAY):
        visit.page.get_by_label("A case or site").select_option(id_)
        visit.page.get_by_role("button", name="Add", exact=True).click()
        visit.page.locator(f".ls-picked button[value='{id_}']").wait_for()
    assert visit.url == f"compare/?c={MEETINGS},{BAY}"

    visit.page.locator(f".ls-picked button[value='{MEETINGS}']").click()
    assert visit.url == f"compare/?c={BAY}"
    visit.page.go_back()
    visit.page.locator(f".ls-picked button[value='{MEETINGS}']").wait_for()
    assert len(titles(visit)) == 2


@pytest.mark.parametrize(
    ("query", "shown", "says"),
    [
        (f"?c={MEETINGS},case-study/nobody", 1, "left out: case-study/nobody"),
        (f"?c={MEETINGS},case-study/sample-withdrawn,{VISITS}", 2, "case-study/sample-withdrawn"),
        (f"?c={MEETINGS},{MEETINGS}", 1, "Add another"),
        (f"?c={MEETINGS}&c={VISITS}", 2, ""),
        (f"?c={MEETINGS},%E0%A4%A,%zz,%", 1, "%zz"),
        (f"?c={MEETINGS.replace('/', '%2F')}%2C{VISITS}", 2, ""),
        ("?c=<img src=x onerror=alert(1)>", 0, "<img src=x"),
        ("?c=../../secret,__proto__,constructor", 0, "__proto__"),
        ("?c=,,,", 0, ""),
        ("?d=1", 0, ""),
        ("?c=" + ",".join(f"case-study/none-{n}" for n in range(11)), 0, "none-10"),
    ],
)
def test_any_address_is_understood_as_far_as_it_goes(open_page, query, shown, says):
    """What is known is shown, and what was left out is said, as text."""
    visit = opened(open_page, f"compare/{query}")
    visit.page.wait_for_load_state("networkidle")

    assert visit.page.locator(".ls-picked li").count() == shown
    assert visit.page.locator(".ls-side:first-child h3").count() == shown
    assert says in state(visit)
    assert visit.complaints == [] and not visit.page.locator("main img").count()


def test_eleven_entries_are_cut_to_four(open_page, prepared):
    """The first four are shown and the others named; nothing more can be added."""
    ids = [str(one.ref) for one in prepared.portal.library.public("case-study", "en")]
    ids += [str(one.ref) for one in prepared.portal.library.public("learning-site", "en")]
    visit = opened(open_page, f"compare/?c={','.join([*ids, *(f'x{n}' for n in range(6))])}")

    assert len(titles(visit)) == 4
    assert "Only four fit side by side" in state(visit)
    assert visit.page.get_by_role("button", name="Add", exact=True).is_disabled()


def test_it_is_copied_as_text(open_page):
    """Row by row, with the marks in words, and the address at the end."""
    visit = opened(open_page)
    titles(visit)
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.page.get_by_role("button", name="Copy as text").click()
    visit.page.get_by_text("Copied").wait_for()
    text = visit.page.evaluate("navigator.clipboard.readText()")

    assert text.startswith("THE PROBLEM (") and text.rstrip().endswith(visit.page.url)
    assert "  - Sample meetings became shorter by half. (Got better, People's accounts," in text


def test_missing_data_is_said(open_page):
    """When an entry cannot be loaded the page says so and stays usable."""
    visit = opened(open_page, "compare/")
    visit.page.route("**/sample-visits.json", lambda route: route.abort())
    visit.page.get_by_label("A case or site").select_option(VISITS)
    visit.page.get_by_role("button", name="Add", exact=True).click()
    visit.page.get_by_text("could not be loaded").wait_for()


def test_paper_has_all_rows(open_page):
    """Folded rows are printed too, and what can only be tapped is not."""
    visit = opened(open_page, width=360)
    titles(visit)
    visit.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    visit.page.emulate_media(media="print")

    assert visit.page.locator(".ls-side[open]").count() == 9
    assert not visit.page.locator(".ls-add").is_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_violation(open_page, dark):
    """axe-core has nothing to mend while two entries are shown."""
    visit = opened(open_page, dark=dark)
    titles(visit)

    assert [one["id"] for one in Axe().run(visit.page).response["violations"]] == []


def test_cases_and_their_list_lead_here(open_page):
    """A case brings itself along; the list of cases leads to the empty page."""
    visit = open_page("case-studies/sample-visits/")
    visit.page.get_by_role("link", name="Compare with another").last.click()
    assert visit.url == f"compare/?c={VISITS}"
    visit.go("case-studies/")
    visit.page.get_by_role("link", name="Choose what to compare").click()
    assert visit.url == "compare/"


def test_without_script_the_curated_comparisons_are_there(plain_reader):
    """The page lists them, and each is a whole page."""
    plain_reader.go(TWO)
    assert not plain_reader.page.locator(".ls-compare").is_visible()
    plain_reader.page.locator(".ls-curated a").first.click()
    assert plain_reader.url == "comparisons/sample-bay-and-meetings/"
