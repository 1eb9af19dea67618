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


def test_a_season_is_said_in_the_language_of_the_page():
    """Spring to winter are months of EDTF, and are said in words of each language."""
    assert in_words(WHEN.validate_python("2016-21")) == "spring 2016"
    assert in_words(WHEN.validate_python("2016-24/2017-01"), "fr") == "hiver 2016 à janvier 2017"


def test_a_period_within_one_year_may_be_approximate_at_its_end():
    """A sign of doubt is no part of the date that it doubts."""
    assert in_words(WHEN.validate_python("2016-05/2016~")) == "May 2016 to about 2016"


NO_DATES = [
    *("2016-13", "2016-02-31", "2017/2016", "soon", "../..", "201X"),
    *("2015-02-29", "2015-02-29/2016", "2016/2017-02-29"),
    *("2016-25", "2016-41", "2016-21-05", "0000", "0000-05", "2016-05~/2016-04"),
]


@pytest.mark.parametrize("written", NO_DATES)
def test_what_is_no_date_is_refused(written):
    """Days that do not exist, periods that end before they begin, and words are refused."""
    with pytest.raises(ValidationError):
        WHEN.validate_python(written)


def test_open_periods_have_no_last_year():
    """An open period begins in a year and ends in none."""
    assert years("2013/..") == (2013, None)
