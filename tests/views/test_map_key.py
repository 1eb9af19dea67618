"""The key of the map says which shape stands for which kind."""

import re

from lsbuild.views._desk import Desk
from lsbuild.views.map import MOST_MARKS, MapPages
from tests.portals import ROOT
from tests.sample import checked, settings_for
from tests.views.shown import main_of

AREA = "{country: KE, precision: town, point: {latitude: -3.63, longitude: 39.85, of: A town}}"


def test_every_shape_of_the_list_is_in_the_key():
    """Also where there are too many points to draw, the list repeats shapes that are there."""
    areas = ", ".join([AREA.replace("-3.63", f"-{n / 100}") for n in range(MOST_MARKS + 1)])
    portal = checked(
        f"--- case-studies/one.md\ntitle: One\nareas: [{areas}]\n---\n"
        "--- case-studies/other.md\ntitle: Other\nareas: [{country: KE, precision: none}]\n---\n"
    )[0]
    page = next(MapPages(portal, Desk(portal, "en")).pages())
    html = main_of(page, settings_for(ROOT))

    assert page.data["crowded"] and "ls-ring" not in html and "ls-stem" not in html
    assert set(re.findall(r'<use href="#([^"]+)"', html)) <= set(re.findall(r'id="([^"]+)"', html))


def test_rings_and_lines_are_in_the_key():
    """Where the map has any, words say what they mean; where it has none, nothing is said."""
    areas = f"[{{country: BB, precision: country}}, {AREA}]"
    portal = checked(
        f"--- case-studies/one.md\ntitle: One\nareas: {areas}\n---\n"
        f"--- case-studies/other.md\ntitle: Other\nareas: [{AREA}]\n---\n"
    )[0]
    page = next(MapPages(portal, Desk(portal, "en")).pages())
    key = re.search(r'<ul class="ls-legend">.*?</ul>', main_of(page, settings_for(ROOT)), re.S)

    assert key and "Around a country too small to be seen" in key[0]
    assert "From a point to the page that stands beside it" in key[0]
