"""Dates and periods in words, from the EDTF that authors write."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from functools import cache

from babel.dates import format_date, format_skeleton

from lsbuild.text.messages import locale_of, say

SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
"""What EDTF counts as months after the twelfth, and what they are called."""


def today() -> date:
    """Today, or the day a reproducible build is told to take for it."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else date.today()


@cache
def in_words(when: str, language: str = "en") -> str:
    """
    >>> in_words("2016-01/2017-09"), in_words("2013/.."), in_words("2010~")
    ('January 2016 to September 2017', 'since 2013', 'about 2010')
    """
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
        return format_date(day, "long", locale=locale)
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
