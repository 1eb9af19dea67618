"""Dated layers of a learning site are drawn on a line of years; the list has all of them."""

import re

import pytest

from lsbuild.kinds._scales import LayerKind
from lsbuild.views._timeline import LONGEST, SHAPES, span
from lsbuild.views.plan import make_plan
from tests.sample import checked
from tests.views.shown import main_of


def site(*layers: str) -> str:
    rows = "\n".join(
        f"  - {{id: layer-{n}, order: {n}, done: Something., {layer}}}"
        for n, layer in enumerate(layers, start=1)
    )
    return f"--- learning-sites/site.md\ntitle: A site\nlayers:\n{rows}\n---\n"


def page_of(*layers: str):
    portal, _, _ = checked(site(*layers))
    return portal, next(
        page for page in make_plan(portal).pages if page.url == "learning-sites/site/"
    )


def rendered(*layers: str) -> str:
    portal, page = page_of(*layers)
    return main_of(page, portal.settings)


STUDY = "title: A study, kind: study, when: 2012-07/2014"
COURSE = "title: A course, kind: course, when: 2016~"
TALK = "title: Talks, kind: meeting"


def test_dated_layers_stand_in_the_order_of_their_dates():
    """What began first is above, whatever its number."""
    drawn = page_of(COURSE, STUDY)[1].data["timeline"]

    assert [row["title"] for row in drawn["rows"]] == ["A study", "A course"]
    assert [row["href"] for row in drawn["rows"]] == ["#layer-layer-2", "#layer-layer-1"]
    assert drawn["rows"][0]["start"] < drawn["rows"][0]["end"] < drawn["rows"][1]["start"]


def test_undated_layers_are_said_in_words():
    """They have no place on the line, and the picture names them."""
    drawn = page_of(STUDY, TALK, COURSE)[1].data["timeline"]

    assert [one["title"] for one in drawn["undated"]] == ["Talks"]
    assert "Talks" not in [row["title"] for row in drawn["rows"]]


@pytest.mark.parametrize("layers", [(STUDY, COURSE, TALK), (STUDY, TALK), (TALK,)])
def test_every_layer_is_in_the_list(layers):
    """With a picture or without one, the list has each layer with its anchor."""
    html = rendered(*layers)

    anchors = set(re.findall(r'<li [^>]*id="(layer-layer-\d)"', html))
    assert anchors == {f"layer-layer-{n}" for n in range(1, len(layers) + 1)}
    assert set(re.findall(r'href="#(layer-layer-\d)"', html)) <= anchors


def test_one_date_makes_no_line():
    """With fewer than two dated layers there is no picture."""
    assert page_of(STUDY, TALK)[1].data["timeline"] == {}
    assert "ls-timeline" not in rendered(STUDY, TALK)


def test_each_kind_has_a_shape_of_its_own():
    """Colour is never needed to tell kinds apart."""
    assert set(SHAPES) == set(LayerKind)
    assert len(set(SHAPES.values())) == len(SHAPES)


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("2012", (2012.0, 2013.0)),
        ("2012-03-05", (2012 + 2 / 12, 2012.25)),
        ("2012-21", (2012 + 2 / 12, 2012 + 5 / 12)),
        ("2012~/2014?", (2012.0, 2015.0)),
        ("2013/..", (2013.0, None)),
        ("../2013", (None, 2014.0)),
        ("", None),
        ("201X", None),
    ],
)
def test_dates_are_read_as_spans_of_years(when, found):
    """Years, months, seasons, open ends; what is not readable has no place on the line."""
    assert span(when) == found


def test_open_and_uncertain_dates_look_different():
    """An open end is an arrow, an uncertain date a broken line."""
    html = rendered("title: Still on, kind: study, when: 2010/..", COURSE)

    assert re.search(r'd="M\d+ \d+H\d+m-6-5l6 5-6 5"', html)
    assert "ls-span--about" in html


def test_titles_are_escaped_and_shortened():
    """No title can end an attribute or run out of the drawing; its whole stands in its name."""
    long = '\'A < b & "c" ' + "word " * 13 + "'"
    html = rendered(f"title: {long}, kind: study, when: 2012", COURSE)
    drawn = re.search(r"<text>([^<]*)</text>", html)[1]

    assert drawn.startswith("A &lt; b &amp; &#34;c&#34; word")
    assert drawn.count("word") < 13
    assert len(drawn) < LONGEST + 30
    assert "< b" not in html


def test_the_same_input_gives_the_same_bytes():
    """Two readings of one content draw one and the same line."""
    assert rendered(STUDY, COURSE, TALK) == rendered(STUDY, COURSE, TALK)
