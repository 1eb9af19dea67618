"""How sure we are is told in words, then by a shape; never by colour alone."""

import pytest

from lsbuild.kinds._scales import Direction, HowMeasured, Involvement, Read, WhoSays

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("name", "scale"),
    [
        ("who", WhoSays),
        ("read", Read),
        ("wrote", Involvement),
        ("how", HowMeasured),
        ("result", Direction),
    ],
)
def test_each_value_of_a_scale_has_a_shape_of_its_own(open_page, name, scale):
    """Two values that look alike would be told apart by their words only."""
    shapes = open_page("about/").page.evaluate(
        """(classes) => classes.map((one) => {
            const mark = document.createElement("span");
            mark.className = `ls-sure ${one}`;
            document.querySelector("article").append(mark);
            return getComputedStyle(mark, "::before").content;
        })""",
        [f"ls-{name}--{one.value}" for one in scale],
    )

    assert len(set(shapes)) == len(scale)
