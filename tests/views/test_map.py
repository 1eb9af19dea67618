"""The map shows every place that may be shown, and none more finely than its entry declares."""

import gzip
import re

import pytest

from lsbuild.views import _svg, _world
from lsbuild.views._desk import Desk
from lsbuild.views._places import STEPS, inset
from lsbuild.views.collection import CollectionPages
from lsbuild.views.map import MOST_MARKS, MapPages
from lsbuild.views.plan import make_plan
from tests.portals import ROOT
from tests.sample import checked, settings_for
from tests.views.shown import main_of

POINT = "{latitude: -3.63, longitude: 39.85, of: A town}"


def case(name: str, *areas: str, title: str = "") -> str:
    rows = "\n".join(f"  - {{{area}}}" for area in areas)
    return f"--- case-studies/{name}.md\ntitle: {title or name}\nareas:\n{rows}\n---\n"


def town(point: str = POINT, country: str = "KE") -> str:
    return f"country: {country}, precision: town, point: {point}"


def portal_of(*cases: str):
    return checked("".join(cases))[0]


def map_of(*cases: str):
    portal = portal_of(*cases)
    return next(MapPages(portal, Desk(portal, "en")).pages())


def inset_of(*areas: str):
    portal = portal_of(case("one", *areas))
    return inset(next(iter(portal.library)), Desk(portal, "en"))


def rendered(page) -> str:
    return main_of(page, settings_for(ROOT))


@pytest.mark.parametrize("precision", ["country", "none"])
def test_no_point_is_drawn_where_the_country_is_enough(precision):
    """A point of an entry that shows its country or nothing is on no drawing and in no word."""
    area = f"country: KE, precision: {precision}, point: {POINT}"
    page = map_of(case("one", area), case("other", "country: BJ, precision: country"))

    assert page.data["drawing"]["marks"] == []
    assert "A town" not in rendered(page)
    assert not inset_of(area).get("points")


def test_a_whole_country_is_shaded():
    """An entry about a country is the country itself, with a way to the list."""
    page = map_of(case("one", "country: KE, precision: country"))
    country = page.data["drawing"]["countries"][0]

    assert (country["id"], country["name"]) == ("ke", "Kenya: 1 page")
    assert country["path"].startswith("M")
    assert 'href="#place-ke"' in rendered(page)


def test_a_county_without_a_name_of_its_own_is_named():
    """A place declared by its code alone has its name, and is no whole country."""
    county = case("one", "country: KE, subdivision: KE-14, precision: subdivision")
    plan = make_plan(portal_of(county))
    page = next(rendered(one) for one in plan.pages if one.url == "case-studies/one/")
    html = rendered(map_of(county))

    assert "Kilifi, Kenya" in page
    assert "Kilifi" in html and "The whole country" not in html


def test_only_a_whole_country_is_called_one():
    """A district without name or point is shaded, and said to be no more than that."""
    assert "The whole country" in rendered(map_of(case("one", "country: KE, precision: country")))
    html = rendered(map_of(case("one", "country: KE, precision: district")))

    assert "The whole country" not in html and "No point; the country is shaded" in html


def test_a_finger_meets_what_it_points_at():
    """A country has 24 pixels on a phone, or none where another is so near that both would meet."""
    countries = [
        case(f"in-{code.lower()}", f"country: {code}, precision: country") for code in ("BJ", "TG")
    ]
    page = map_of(*countries, case("one", town()))
    drawing = page.data["drawing"]
    rows = {row["id"]: row for row in drawing["countries"]}

    assert rows["ke"]["reach"] * 2 * 330 / drawing["width"] >= 24
    assert "reach" not in rows["bj"] and "reach" not in rows["tg"]


def test_an_entry_without_a_place_is_only_listed():
    """It shades no country, and the list says that this is on purpose."""
    page = map_of(case("hidden", "country: KE, precision: none"), case("one", town(country="BJ")))

    assert [one["id"] for one in page.data["drawing"]["countries"]] == ["bj"]
    assert [row["title"] for row in page.data["unplaced"]] == ["hidden"]
    assert "No place is shown, on purpose" in rendered(page)


@pytest.mark.parametrize("precision", STEPS)
def test_a_point_is_never_finer_than_declared(precision):
    """Points that differ by less than the declared precision are drawn at one place."""
    step = STEPS[precision]
    drawn = {
        (point["x"], point["y"])
        for move in (-0.4, 0, 0.4)
        for point in inset_of(
            f"country: KE, precision: {precision}, point: "
            f"{{latitude: {1 + move * step}, longitude: {38 - move * step}, of: A town}}"
        )["points"]
    }

    assert len(drawn) == 1


def test_what_is_declared_less_fine_is_drawn_larger():
    """A province's point covers more of the small map than a town's."""
    sizes = [
        inset_of(f"country: KE, precision: {precision}, point: {POINT}")["points"][0]["r"]
        for precision in ("town", "district", "subdivision")
    ]

    assert sizes == sorted(set(sizes))


def test_entries_at_one_place_do_not_hide_each_other():
    """Twenty cases of one town stand apart, each a link with a name of its own."""
    marks = map_of(*(case(f"case-{n}", town()) for n in range(20))).data["drawing"]["marks"]
    places = [(mark["x"], mark["y"]) for mark in marks]

    assert len({mark["href"] for mark in marks}) == len({mark["name"] for mark in marks}) == 20
    assert all(
        abs(a[0] - b[0]) + abs(a[1] - b[1]) >= 18 for a in places for b in places if a is not b
    )


def test_every_entry_with_an_area_is_on_the_page():
    """The list has each entry under each of its countries, or among those without a place."""
    page = map_of(
        case("two", "country: BJ, precision: country", "country: GN, precision: country"),
        case("both", town(), "country: KE, precision: none"),
        case("nowhere", "country: KE, precision: none"),
        case("unknown", "country: TV, precision: country"),
    )
    listed = {
        (place["title"], row["title"]) for place in page.data["places"] for row in place["rows"]
    }

    assert listed == {
        ("Benin", "two"),
        ("Guinea", "two"),
        ("Kenya", "both"),
        ("Tuvalu", "unknown"),
    }
    assert [row["title"] for row in page.data["unplaced"]] == ["nowhere"]


@pytest.mark.parametrize("code", ["AQ", "FJ", "RU", "TV", "BB", "UM"])
def test_every_country_can_be_drawn(code):
    """Poles, the other side of the date line, and countries too small for a shape of their own."""
    page = map_of(case("one", f"country: {code}, precision: country"))

    assert page.data["places"][0]["rows"]
    assert rendered(page)


def test_a_small_country_has_a_ring():
    """Barbados beside Kenya would be less than a dot."""
    page = map_of(case("one", "country: BB, precision: country"), case("two", town()))
    rings = {one["id"]: one["ring"] for one in page.data["drawing"]["countries"]}

    assert rings == {"bb": True, "ke": False}


def test_names_are_escaped():
    """What authors write can neither end an attribute nor begin an element."""
    point = '{latitude: -3.63, longitude: 39.85, of: "A \\"town\\" < a city & more"}'
    html = rendered(map_of(case("one", town(point), title="'Us < them & \"others\"'")))

    assert "Us &lt; them &amp; &#34;others&#34;" in html
    assert "A &#34;town&#34; &lt; a city &amp; more" in html
    assert not re.search(r"< (them|a city)|&amp;amp;", html)


def test_the_small_map_says_what_it_shows():
    """Its name is a sentence, for those who do not see it."""
    assert inset_of(town())["name"] == "A map of Kenya with a point: A town."
    assert (
        inset_of("country: BJ, precision: country", "country: GN, precision: country")["name"]
        == "A map with Benin, Guinea shaded."
    )
    assert inset_of("country: BJ, precision: none") == {}


@pytest.mark.parametrize("countries", ["KE", "BB", "GR", "RU US BR", "GT IN ZA NO", "ID CL"])
def test_a_small_map_weighs_little(countries):
    """However far apart the countries are, it stays under 3 kB on the way to the reader."""
    areas = [f"country: {code}, precision: country" for code in countries.split()]
    drawn = inset_of(*areas)

    assert drawn["shapes"]
    assert len(gzip.compress(repr(drawn).encode())) < 3000


def test_the_map_weighs_little():
    """With countries on every continent it stays under 25 kB on the way to the reader."""
    areas = [
        f"country: {code}, precision: country"
        for code in ("US", "BR", "NO", "ZA", "RU", "IN", "ID")
    ]
    page = map_of(case("one", *areas), *(case(f"case-{n}", town()) for n in range(30)))

    assert len(gzip.compress(repr(page.data["drawing"]).encode())) < 25_000


def test_lists_lead_to_the_map():
    """The list of cases and that of learning sites each have a way to it."""
    portal = portal_of(case("one", town()), "--- learning-sites/site.md\ntitle: A site\n---\n")
    pages = CollectionPages(portal, Desk(portal, "en")).pages()
    ways = {
        page.data["kind"]: [one["href"] for row in page.data["ways"] for one in row["links"]]
        for page in pages
    }

    assert "../map/" in ways["case-study"]
    assert "../map/" in ways["learning-site"]


def test_a_portal_without_places_has_no_map():
    """Nothing with an area, no page and no way to one."""
    portal = portal_of("--- pages/about.md\ntitle: About\n---\n")

    assert not any(page.template == "map.html" for page in make_plan(portal).pages)


def test_the_same_input_gives_the_same_bytes():
    """Two readings of one content make one and the same page."""
    cases = [case(f"case-{n}", town(), "country: BJ, precision: country") for n in range(9)]

    assert rendered(map_of(*cases)) == rendered(map_of(*cases))


def test_drawings_carry_no_style():
    """The policy allows no `style`, and links of the drawing can be named."""
    html = rendered(map_of(case("one", town())))

    assert "style=" not in html
    assert re.search(
        r'<a href="\.\./case-studies/one/"[^>]*><title>one\. Case, Kenya</title>', html
    )


def test_every_shape_is_a_closed_line_of_the_world():
    """The data holds no place off the world, and no country without a shape."""
    for code, rings in _world.countries().items():
        assert rings, code
        assert all(len(ring) >= 3 for ring in rings), code
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for ring in rings for x, y in ring), code


def test_a_frame_is_never_larger_than_the_world():
    """Neither the whole world nor a corner of it is asked for more."""
    for frame in (_world.Frame(-180, -90, 180, 90), _world.Frame(179, 80, 180, 90)):
        west, south, east, north = _svg.shaped(frame, 1.2, 2.1, 30)
        assert -180 <= west < east <= 180
        assert -90 <= south < north <= 90


def test_too_many_points_leave_the_countries():
    """Where marks would hide the map, countries are shaded and the page says why."""
    page = map_of(*(case(f"case-{n}", town()) for n in range(MOST_MARKS + 1)))
    drawing = page.data["drawing"]

    assert not drawing["marks"] and [one["id"] for one in drawing["countries"]] == ["ke"]
    assert "too many places" in rendered(page)
