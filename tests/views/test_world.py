"""Countries that the date line runs through are drawn where they are, and nowhere else."""

import pytest

from lsbuild.views import _world
from lsbuild.views._svg import shaped

POLE = -90


def frame_about(code: str) -> _world.Frame:
    return shaped(_world.main_frame(code), 1.3, 1.4, 2.0)


def test_no_line_runs_across_the_whole_world():
    """A ring ends at the date line and never jumps over it, but along the pole."""
    jumps = {
        code
        for code, rings in _world.countries().items()
        for ring in rings
        for a, b in zip(ring, ring[1:] + ring[:1], strict=True)
        if abs(a[0] - b[0]) > 180 and not a[1] == b[1] == POLE
    }

    assert jumps == set()


@pytest.mark.parametrize(("code", "west"), [("FJ", 177), ("RU", 19)])
def test_a_country_on_both_sides_of_the_line_is_shown_where_most_of_it_is(code, west):
    """Its map is not the whole world with nothing in the middle."""
    assert west <= _world.main_frame(code).west
    assert all(ring for ring in _world.parts(code, frame_about(code)))


@pytest.mark.parametrize("far", ["FJ", "RU"])
@pytest.mark.parametrize("code", ["MZ", "ZW", "BO", "AO", "IS", "KE", "VU", "BR"])
def test_what_lies_at_the_date_line_is_in_no_other_map(far, code):
    """Neither a line from Fiji in Mozambique nor a band of Russia across Iceland."""
    assert _world.parts(far, frame_about(code)) == ()


def test_antarctica_reaches_the_pole():
    """Its shape closes along the pole and not by a line across its ice."""
    frame = _world.Frame(-180, -90, 180, -60)

    assert min(y for ring in _world.parts("AQ", frame) for _, y in ring) == POLE
