"""Dates are read and said as people write them."""

import pytest
from pydantic import TypeAdapter, ValidationError

from lsbuild.kinds._fields import When
from lsbuild.text.dates import in_words, years

WHEN = TypeAdapter(When)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2016", "2016"),
        ("2016-04-02", "2 April 2016"),
        ("2016-01/2017-09", "January 2016 to September 2017"),
        ("2013/..", "since 2013"),
        ("../2014", "until 2014"),
        ("2010~", "about 2010"),
        (2016, "2016"),
    ],
)
def test_a_period_is_said_in_words(written, said):
    """EDTF from year to day, open and approximate, reads as a sentence would say it."""
    assert in_words(WHEN.validate_python(written)) == said


@pytest.mark.parametrize("written", ["2016-13", "2016-02-31", "2017/2016", "soon", "../..", "201X"])
def test_what_is_no_date_is_refused(written):
    """Days that do not exist, periods that end before they begin, and words are refused."""
    with pytest.raises(ValidationError):
        WHEN.validate_python(written)


def test_open_periods_have_no_last_year():
    """An open period begins in a year and ends in none."""
    assert years("2013/..") == (2013, None)
