"""The page that finds: facets, counts, the address, and three ways to look."""

import random

import pytest

from lsbuild.relations.distance import FIELDS, distance
from tests.browser.test_axe import show, violations

pytestmark = pytest.mark.browser
INHERITED = ("constructor", "toString", "__proto__")
"""Names that every object of JavaScript answers to."""
WAYS = ["", "?view=table", "?view=table&table=themes", "?view=near&my-levels=district"]


def titles(visit) -> list[str]:
    visit.page.locator("#find-state:not(:empty)").wait_for()
    return visit.page.locator("#find-out .ls-card-title").all_inner_texts()


def box(visit, facet: str, value: str):
    """The box of a value, its facet opened."""
    group = visit.page.locator("#find-facets details").filter(
        has=visit.page.locator("summary", has_text=facet)
    )
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    return group.locator("label", has_text=value)


def count(visit, facet: str, value: str) -> int:
    return int(box(visit, facet, value).locator(".ls-find-number").inner_text())


def test_all_entries_are_there_at_first(open_page):
    """Everything that can be narrowed is listed and counted; drafts and withdrawn are not."""
    visit = open_page("find/")

    assert len(titles(visit)) == 13 and "canary" not in "".join(titles(visit))
    assert visit.page.locator("#find-state").inner_text() == "13 found"
    assert count(visit, "Kind", "Case") == 6


def test_facets_add_up_and_values_within_one_widen(open_page):
    """Two facets keep what fits both; two values of one keep what fits either."""
    visit = open_page("find/")
    box(visit, "Kind", "Case").click()
    assert len(titles(visit)) == 6

    box(visit, "Theme", "Sample money").click()
    money = titles(visit)
    box(visit, "Theme", "Sample supplies").click()
    assert len(money) < len(titles(visit)) < 6 and {*money} < {*titles(visit)}


def test_a_count_is_what_a_click_would_give(open_page):
    """Each count says how many there are with that value and all other choices."""
    visit = open_page("find/?kind=case-study")
    expected = count(visit, "Country", "Bouvet Island")
    box(visit, "Country", "Bouvet Island").click()

    assert len(titles(visit)) == expected > 0


def test_a_value_that_leads_nowhere_says_so(open_page):
    """Where nothing would be left the value shows 0 and cannot be chosen."""
    visit = open_page("find/?kind=lesson")
    nowhere = box(visit, "Country", "Antarctica")

    assert count(visit, "Country", "Antarctica") == 0
    assert nowhere.locator("input").is_disabled()


def test_back_and_forward_walk_through_choices(open_page):
    """Every choice is a step in the history of the browser."""
    visit = open_page("find/")
    everything = titles(visit)
    box(visit, "Kind", "Lesson").click()
    lessons = titles(visit)
    assert visit.url == "find/?kind=lesson"

    visit.page.go_back()
    assert titles(visit) == everything and visit.url == "find/"
    visit.page.go_forward()
    assert titles(visit) == lessons


@pytest.mark.parametrize("way", WAYS)
def test_a_shared_address_shows_the_same(open_page, way):
    """What one reader sees another sees too, from the address alone."""
    visit = open_page(f"find/{way}")
    titles(visit)
    box(visit, "Kind", "Case").click()
    other = open_page(visit.url)
    titles(other)

    for part in ("#find-out", "#find-state", "#find-chosen"):
        shown = visit.page.locator(part).inner_text()
        assert shown == other.page.locator(part).inner_text()


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("kind=case-study&countries=XX", "countries=XX"),
        ("kind=case-study&nothing=here", "nothing=here"),
        ("kind=case-study&q=&view=%E0%A4%A", "view="),
        ("kind=case-study&q=%E0%A4%A", "q="),
        *((f"kind=case-study&view={name}", name) for name in INHERITED),
        *((f"kind=case-study&{name}=case-study", name) for name in INHERITED),
        ("kind=case-study,poem", "kind=poem"),
        ("kind=case-study&my-levels=moon", "my-levels=moon"),
        ("kind=case-study&actions=role-guide/gone%23away", "actions=role-guide/gone#away"),
    ],
)
def test_what_is_not_understood_is_left_out_and_said(open_page, query, left):
    """Unknown facets, values and broken escapes are named; the rest of the address works."""
    visit = open_page(f"find/?{query}")

    assert len(titles(visit)) == 6
    assert left in visit.page.locator("#find-left").inner_text()
    assert visit.complaints == []


def test_words_of_an_address_are_never_markup(open_page):
    """What stands in an address is shown as text."""
    visit = open_page("find/?kind=%3Cimg%20src=x%20onerror=alert(1)%3E")
    titles(visit)

    assert "<img" in visit.page.locator("#find-left").inner_text()
    assert visit.page.locator("#find-left img").count() == 0


def test_choices_can_be_taken_away(open_page):
    """Each choice stands above the list and leaves by a click, one by one or all at once."""
    visit = open_page("find/?kind=case-study&themes=money")
    titles(visit)
    visit.page.get_by_role("link", name="Take away: Sample money").click()
    assert visit.url == "find/?kind=case-study"

    visit.page.get_by_role("link", name="Clear all").click()
    assert visit.url == "find/" and len(titles(visit)) == 13


def test_words_narrow_as_well(open_page):
    """Words are searched as in the search box, slips forgiven, and stand in the address."""
    visit = open_page("find/")
    titles(visit)
    visit.page.locator("#find-q").fill("visitz")
    visit.page.locator("#find-state").filter(has_not_text="13 found").wait_for()

    assert "Sample visits" in titles(visit)[0] and visit.url == "find/?q=visitz"


def test_the_name_of_a_choice_finds_what_is_filed_under_it(open_page):
    """Whoever writes a theme or a level instead of choosing it misses nothing."""
    for words, query in (("money", "themes=money"), ("nation", "levels=national")):
        visit = open_page(f"find/?{query}")
        chosen = {*titles(visit)}
        visit.go(f"find/?q={words}")
        assert chosen and chosen <= {*titles(visit)}


def test_words_that_only_texts_have_lead_to_the_search_box(open_page):
    """With words the page says what it looks through, and the box looks for them in the texts."""
    visit = open_page("find/", width=360)
    titles(visit)
    says = visit.page.get_by_text("Only titles, summaries and labels are searched here.")
    assert not says.is_visible()

    visit.page.locator("#find-q").fill("walked")
    visit.page.get_by_text("Nothing here fits. Try another word.").wait_for()
    assert says.is_visible()
    visit.page.get_by_role("button", name="Search in the text of pages").click()
    assert visit.page.locator("#ls-query").input_value() == "walked"
    visit.dialog.locator("#ls-results mark").first.wait_for()
    visit.settle()
    assert visit.complaints == []


def test_the_table_counts_and_says_how_it_was_measured(open_page):
    """A cell has a count, the strongest measure in words, and leads to its cases."""
    visit = open_page("find/?view=table")
    titles(visit)
    cell = visit.page.get_by_role("row", name="Planning an hour").locator("td").first
    assert cell.inner_text().split("\n") == ["1 case", "Measured against other places"]

    cell.locator("a").click()
    assert titles(visit) == ['Sample meetings: “Übung” & "five" < 6']


def test_an_empty_cell_is_honest(open_page):
    """Where no case of ours stands, a stroke says so to the eye, and words to who listens."""
    visit = open_page("find/?view=table")
    titles(visit)
    cells = visit.page.get_by_role("row", name="Resting").locator("td")

    assert {*cells.locator("span:not(.ls-hidden)").all_inner_texts()} == {"–"}
    assert visit.page.get_by_text("A dash stands for none in our collection.").is_visible()
    assert cells.first.aria_snapshot() == '- cell "none in our collection"'


def test_names_stay_while_a_table_is_pushed_along(open_page):
    """On a phone the names of rows and groups stay in sight, and no head goes by above them."""
    visit = open_page("find/?view=table", width=360)
    titles(visit)
    table = visit.page.locator(".ls-find-table")
    names = table.locator("tbody th[scope=row], .ls-find-group span")
    before = names.evaluate_all("(all) => all.map((it) => it.getBoundingClientRect().left)")
    table.locator("thead").scroll_into_view_if_needed()
    table.evaluate("(it) => (it.scrollLeft = 60)")
    after = names.evaluate_all("(all) => all.map((it) => it.getBoundingClientRect().left)")

    assert after == pytest.approx(before, abs=6)
    corner = table.locator("thead td").bounding_box()
    assert corner["x"] == pytest.approx(before[0], abs=6)
    at = [corner["x"] + corner["width"] - 4, corner["y"] + corner["height"] / 2]
    assert visit.page.evaluate("(at) => document.elementFromPoint(...at).tagName", at) == "TD"
    assert visit.page.evaluate("document.documentElement.scrollWidth") == 360


def test_cases_are_ranked_by_likeness_with_reasons(open_page):
    """The case most like the reader's setting comes first, and says in words why."""
    visit = open_page("find/?view=near")
    titles(visit)
    visit.page.locator("#find-mine").get_by_label("Far away from everything").check()
    visit.page.locator("#find-mine").get_by_label("Devolved").check()
    first = visit.page.locator("#find-out .ls-card").first
    first.locator(".ls-find-why").wait_for()

    assert titles(visit)[0].startswith("Sample meetings")
    assert first.locator(".ls-find-why").inner_text().split("\n") == [
        "Same: Devolved, Far away from everything",
        "Only there: Too little time",
    ]
    assert visit.url == "find/?view=near&my-governance=devolved&my-constraints=far-away"


@pytest.mark.parametrize("way", WAYS[1:])
def test_what_shows_cases_counts_cases(open_page, way):
    """The table and the reader's setting count, in boxes and in words, only what they show."""
    visit = open_page(f"find/{way}")
    titles(visit)
    assert visit.page.locator("#find-state").inner_text().startswith("6 cases")
    assert count(visit, "Kind", "Case") == 6 and count(visit, "Kind", "Lesson") == 0


@pytest.mark.parametrize("way", ["table", "near", "near&my-levels=district"])
def test_where_no_case_fits_this_is_said(open_page, way):
    """Lessons have no place in a view of cases, and the page says what to do."""
    visit = open_page(f"find/?kind=lesson&view={way}")

    assert titles(visit) == []
    assert visit.page.locator("#find-state").inner_text().startswith("Nothing here fits")


def test_an_unanswered_setting_counts_what_it_lists(open_page):
    """Before the first answer, the number above the cases is theirs."""
    visit = open_page("find/?view=near")

    assert len(titles(visit)) == 6
    assert visit.page.locator("#find-state").inner_text() == "6 found"


def test_python_and_the_page_agree_on_distance(reader):
    """Both compute the same distance for the same settings."""
    dice = random.Random(7)

    def some() -> dict[str, list[int]]:
        return {field: dice.sample(range(5), dice.randrange(5)) for field in FIELDS}

    pairs = [(some(), some()) for _ in range(300)]
    reader.go("find/")
    found = reader.page.evaluate(
        """async ([root, pairs, fields]) => {
          const { distance } = await import(new URL("assets/find-views.js", root));
          return pairs.map(([one, other]) => distance(one, other, fields));
        }""",
        [reader.address, pairs, list(FIELDS)],
    )
    sets = [[{key: {*one[key]} for key in one} for one in pair] for pair in pairs]

    assert found == pytest.approx([float(distance(one, other)) for one, other in sets])


def test_the_keyboard_is_enough(open_page):
    """Tab reaches the facets and Space chooses; the focus stays where it was."""
    visit = open_page("find/")
    titles(visit)
    visit.page.locator("#find-q").focus()
    for _ in range(12):
        visit.page.keyboard.press("Tab")
        if visit.page.evaluate("document.activeElement.type") == "checkbox":
            break
    visit.page.keyboard.press("Space")
    visit.page.wait_for_url("**/find/?kind=case-study")

    assert visit.page.evaluate("document.activeElement.checked")


@pytest.mark.parametrize("way", WAYS)
def test_it_fits_a_small_phone(open_page, way):
    """Nothing is wider than 360 pixels, and results come before the facets are opened."""
    visit = open_page(f"find/{way}", width=360)
    titles(visit)

    assert visit.page.evaluate("document.documentElement.scrollWidth") == 360
    assert visit.page.locator("#find-narrow").get_attribute("open") is None


def test_a_choice_on_a_phone_leads_to_what_it_finds(open_page):
    """Folds are closed at first; beside the boxes stands how many there are, and leads to them."""
    visit = open_page("find/", width=360)
    titles(visit)
    visit.page.locator("#find-narrow > summary").click()
    assert visit.page.locator("#find-facets details[open]").count() == 0

    box(visit, "Theme", "Sample money").click()
    found = visit.page.locator("#find-state").inner_text().removesuffix(" found")
    show_them = visit.page.get_by_role("button", name=f"Show {found}")
    assert show_them.evaluate(SEEN)
    show_them.click()
    assert visit.page.locator("#find-narrow").get_attribute("open") is None
    assert visit.page.locator("#find-out .ls-card-title").first.evaluate(SEEN)


SEEN = """(it) => it.getBoundingClientRect().top >= 0
  && it.getBoundingClientRect().bottom <= innerHeight"""


def test_results_and_measures_come_early(open_page):
    """What came of it and how that is known stand right below the themes."""
    visit = open_page("find/")
    titles(visit)
    names = visit.page.locator("#find-facets summary").all_inner_texts()

    assert [name.strip() for name in names[:4]] == [
        "Kind",
        "Theme",
        "Result",
        "How it was measured",
    ]


def test_the_map_is_another_page(open_page):
    """It does not look like a way to see what was chosen, which it would not keep."""
    visit = open_page("find/?themes=money")
    titles(visit)

    assert visit.page.get_by_role("link", name="Map of everything").is_visible()
    ways = visit.page.locator(".ls-find-ways [data-view]").all_inner_texts()
    assert ways == ["List", "Table of evidence", "Like my setting"]


@pytest.mark.parametrize("way", WAYS)
def test_it_is_quiet_and_stays_at_home(open_page, way):
    """No complaint in the console, and no request leaves the site."""
    visit = open_page(f"find/{way}&q=sample" if way else "find/?q=sample")
    titles(visit)

    assert visit.complaints == [] and visit.outside == []


@pytest.mark.parametrize("way", WAYS)
def test_axe_has_nothing_to_mend(open_page, way):
    """Light and dark, with all facets open, in each way to look."""
    visit = open_page(f"find/{way}")
    titles(visit)
    visit.page.evaluate("for (const it of document.querySelectorAll('details')) it.open = true")
    for scheme in ("default", "slate"):
        show(visit, scheme)
        assert violations(visit) == [], scheme


def test_without_a_script_the_lists_serve(plain_reader):
    """A plain sentence, and links to every kind, theme and country."""
    plain_reader.go("find/")
    page = plain_reader.page

    assert page.get_by_text("Choosing and counting needs JavaScript.").is_visible()
    assert not page.locator("#find-app").is_visible()
    for link in ("Cases (5)", "Lessons (2)"):
        assert page.get_by_role("link", name=link).is_visible()


def test_says_so_where_the_list_cannot_be_loaded(open_page):
    """Without its data the page shows the plain lists, and says why."""
    visit = open_page()
    visit.page.route("**/data/find.json", lambda route: route.abort())
    visit.page.goto(f"{visit.address}find/")

    visit.page.get_by_text("The list could not be loaded.").wait_for()
    assert visit.page.get_by_role("link", name="Cases (5)").is_visible()


def test_other_pages_lead_here(open_page):
    """The cases, the home page and the search dialog each have a way to it."""
    for url in ("case-studies/", ""):
        visit = open_page(url)
        visit.page.get_by_role("link", name="Narrow by place").first.click()
        assert visit.url == "find/"
    visit.search("visits").first.wait_for()
    visit.page.get_by_role("link", name="More ways to look").click()
    assert visit.url == "find/?q=visits"
