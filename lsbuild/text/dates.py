"""Dates and periods in words, from the EDTF that authors write."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime
from functools import cache

from babel.dates import format_date, format_skeleton

from lsbuild.text.messages import locale_of, say
from lsbuild.text.words import hyphens

SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
"""What EDTF counts as months after the twelfth, and what they are called."""

UNKNOWN = "unknown"
"""What stands for a period that no source tells."""


def today() -> date:
    """Today, or the day a reproducible build is told to take for it."""
    try:
        return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date()
    except (KeyError, ValueError, OverflowError, OSError):
        return date.today()


@cache
def in_words(when: str, language: str = "en") -> str:
    """
    >>> in_words("2016-01/2017-09"), in_words("2013/.."), in_words("2010~")
    ('January 2016 to September 2017', 'since 2013', 'about 2010')
    """
    if when == UNKNOWN:
        return say("not known to us", language)
    start, slash, end = when.partition("/")
    if not slash or start == end:
        return _one(start, language)
    if end in ("..", ""):
        return say("since {when}", language).format(when=_one(start, language))
    if start in ("..", ""):
        return say("until {when}", language).format(when=_one(end, language))
    words = say("{start} to {end}", language)
    return words.format(start=_one(start, language), end=_one(end, language))


def _one(when: str, language: str) -> str:
    bare = when.strip("~?%")
    said = _exactly(bare, language)
    return said if when == bare else say("about {when}", language).format(when=said)


def _exactly(when: str, language: str) -> str:
    # The day before the month, as most of the world writes it.
    locale = "en_GB" if language == "en" else locale_of(language)
    parts = when.split("-")
    if len(parts) == 3:
        day = date(int(parts[0]), int(parts[1]), int(parts[2]))
        # What Babel knows of French has no "1er".
        first = language == "fr" and day.day == 1
        return format_date(day, "d'er' MMMM y" if first else "long", locale=locale)
    if len(parts) == 2 and parts[1] in SEASONS:
        return f"{say(SEASONS[parts[1]], language)} {parts[0]}"
    if len(parts) == 2:
        month = date(int(parts[0]), int(parts[1]), 1)
        return format_skeleton("yMMMM", month, locale=locale)
    return when


def years(when: str) -> tuple[int | None, int | None]:
    """The first and last year of a period; None where it is open or unreadable.

    >>> years("2016-01/2017-09"), years("2013/..")
    ((2016, 2017), (2013, None))
    """
    start, slash, end = when.partition("/")
    return _year(start), _year(end if slash else start)


def _year(when: str) -> int | None:
    digits = when.strip("~?%")[:4]
    return int(digits) if digits.isdigit() else None


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENDS = "uary|ruary|ch|il|e|y|ust|t|tember|ober|ember"
_NAME = rf"({'|'.join(_MONTHS)})(?:{_ENDS})?\.?"
_FIGURES = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ]+(\d{1,2})[-/. ]+(\d{1,2})")
_IN_WORDS = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?[-/. ]+(?:of )?{_NAME}[-/., ]+(\d{{4}})")
_MONTH_FIRST = re.compile(rf"{_NAME}[-/. ]+(\d{{1,2}})(?:st|nd|rd|th)?[, ]+(\d{{4}})")
_MONTH = re.compile(rf"{_NAME}[-/., ]+(\d{{4}})")
_MONTH_IN_FIGURES = re.compile(r"(\d{1,2})[-/.](\d{4})|(\d{4})[-/.](\d{1,2})")
_TO = re.compile(r" (?:to|until|till) | ?[–—] ?| - |(?<=\d{4})-(?=\d{4})")


def as_day(text: str) -> str:
    """A day written in another way, year first; nothing where it may be one of two.

    >>> as_day("22-11-2026"), as_day("5 January 2027"), as_day("2026-1-5"), as_day("4/5/2026")
    ('2026-11-22', '2027-01-05', '2026-01-05', '')
    """
    said = " ".join(hyphens(text).casefold().split())
    if found := _YEAR_FIRST.fullmatch(said):
        return _day(found[1], found[2], found[3])
    if found := _IN_WORDS.fullmatch(said):
        return _day(found[3], _number(found[2]), found[1])
    if found := _MONTH_FIRST.fullmatch(said):
        return _day(found[3], _number(found[1]), found[2])
    if found := _FIGURES.fullmatch(said):
        one, two, year = found.groups()
        # The fourth of May is the fifth of April elsewhere.
        possible = {_day(year, two, one), _day(year, one, two)} - {""}
        return possible.pop() if len(possible) == 1 else ""
    return ""


def as_period(text: str) -> str:
    """A date or period written as in a sentence, as EDTF writes it; nothing where it is unclear.

    >>> as_period("March 2018 to May 2019"), as_period("2016-2018"), as_period("5/2016")
    ('2018-03/2019-05', '2016/2018', '2016-05')
    """
    parts = [_part(one) for one in _TO.split(" ".join(text.casefold().split()))]
    return "/".join(parts) if all(parts) and len(parts) < 3 else ""


def _part(said: str) -> str:
    if re.fullmatch(r"\d{4}(?:-\d{2})?", said):
        return said
    if found := _MONTH.fullmatch(said):
        return f"{found[2]}-{int(_number(found[1])):02}"
    if found := _MONTH_IN_FIGURES.fullmatch(said):
        year, month = found[2] or found[3], int(found[1] or found[4])
        return f"{year}-{month:02}" if 0 < month < 13 else ""
    return as_day(said)


def _number(month: str) -> str:
    return str(_MONTHS.index(month) + 1)


def _day(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
