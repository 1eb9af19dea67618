"""Dates are read and said as people write them."""

import pytest
from pydantic import TypeAdapter, ValidationError

from lsbuild.kinds._fields import When
from lsbuild.pipeline import examine
from lsbuild.rules._fix import repair
from lsbuild.text.dates import as_day, as_period, in_words, years
from tests.sample import checked, settings_for, write_sample

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
    assert in_words(WHEN.validate_python("2016-24/2017-01"), "fr") == "hiver 2016 – janvier 2017"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2016-04-02/..", "début\u00a0: 2 avril 2016"),
        ("2016-04/..", "début\u00a0: avril 2016"),
        ("2016-21/..", "début\u00a0: printemps 2016"),
        ("2016~/..", "début\u00a0: 2016 environ"),
        ("../2017-05-03", "fin\u00a0: 3 mai 2017"),
        ("../2017-05", "fin\u00a0: mai 2017"),
        ("../2016-24", "fin\u00a0: hiver 2016"),
        ("../2017", "fin\u00a0: 2017"),
        ("2016-04-02/2017-05-03", "2 avril 2016 – 3 mai 2017"),
        ("2016-22~", "été 2016 environ"),
        ("2016-04-01", "1er avril 2016"),
    ],
)
def test_a_period_is_french_at_every_precision(written, said):
    """Day, month, season and year take other articles, so the words around them take none."""
    assert in_words(WHEN.validate_python(written), "fr") == said


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


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *[(one, "2026-11-22") for one in ("22-11-2026", "22/11/2026", "22.11.2026", "11/22/2026")],
        *[(one, "2027-01-05") for one in ("5 January 2027", "January 5, 2027", "5th Jan. 2027")],
        *[(one, "2026-01-05") for one in ("2026-1-5", "2026/01/05", "5-Jan-2026")],
        *[(one, "") for one in ("4/5/2026", "30 February 2026", "soon", "22-11-26", "2026-13-1")],
        ("5/5/2026", "2026-05-05"),
    ],
)
def test_a_day_in_another_order_is_understood(written, meant):
    """A month in words, a day over twelve and missing zeros leave no doubt; `4/5/2026` does."""
    assert as_day(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("March 2018 to May 2019", "2018-03/2019-05"),
        ("2016-2018", "2016/2018"),
        ("2016 – 2018", "2016/2018"),
        ("2016-05 to 2018-06", "2016-05/2018-06"),
        ("May 2016", "2016-05"),
        ("5 May 2016 - 6 June 2016", "2016-05-05/2016-06-06"),
        ("2016-5", "2016-05"),
        ("sometime in 2016", ""),
        ("2016 to 2017 to 2018", ""),
    ],
)
def test_a_period_in_words_is_understood(written, meant):
    """Periods as people write them in a sentence are told as they are written here."""
    assert as_period(written) == meant


def test_a_day_in_another_order_is_mended(tmp_path):
    """A day that leaves no doubt is written year first by a fix that nobody has to look at."""
    write_sample(
        "--- lessons/a.md\nreview_due: 22-11-2026\npublished: 5 January 2026\n"
        "updated: '2026-1-5'\ncorrections:\n  - on: 5\n      May 2026\n    says: Words.\n",
        tmp_path / "content",
    )
    settings = settings_for(tmp_path)
    found = [one for one in examine(settings)[1] if one.code == "LS115"]
    assert found[0].hint == "write it as `2026-11-22`"
    assert "is not written year-month-day" in found[0].says

    repair(tmp_path / "content", found)
    text = (tmp_path / "content/lessons/a.md").read_text(encoding="utf-8")
    assert "review_due: 2026-11-22\npublished: 2026-01-05\nupdated: 2026-01-05\n" in text
    # A day on two lines is left to its author.
    assert "on: 5\n      May 2026\n" in text


@pytest.mark.parametrize(
    ("line", "says", "hint"),
    [
        ("published: ''", "`published` is empty", "write year-month-day"),
        ("period: ''", "`period` is empty", "write `2016`"),
        ("period: 2019/2018", "`2019/2018` ends before it begins", "did you mean `2018/2019`?"),
        (
            "period: March 2018 to May 2019",
            "not a date or period",
            "did you mean `2018-03/2019-05`",
        ),
        ("published: 4/5/2026", "is not written year-month-day", "write year-month-day"),
        ("published: 2026-02-30", "is not a day of the calendar", "write year-month-day"),
    ],
)
def test_what_is_wrong_with_a_date_is_said(line, says, hint):
    """Empty, backwards, in another order or not in the calendar: each has its own words."""
    _, report, _ = checked(f"--- case-studies/a.md\n{line}")
    [found] = [one for one in report if one.code == "LS115"]

    assert says in found.says
    assert hint in found.hint
