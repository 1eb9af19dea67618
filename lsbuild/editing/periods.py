"""A time that someone told in words of their own, in years as EDTF writes them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from babel import Locale

from lsbuild.text.country_names import LANGUAGES
from lsbuild.text.dates import today
from lsbuild.text.words import plain_words

_YEAR = r"(?<!\d)(?:1[89]|20)\d\d(?!\d)"
_MONTH = r"(?:0?[1-9]|1[0-2])"
# What each word does to a time, the longer ones first where one begins as another does.
_WORDS = {
    "N": r"\.\.|now|today|to date|ongoing|(?:the )?present|currently|en cours|(?:a )?ce jour"
    r"|aujourd'?hui|maintenant|(?:a |de )?nos jours|hoy|hoje",
    "S": r"since|depuis|from|desde|a partir de",
    "U": r"until|till|up to|jusqu'?(?:en|aux?|a)?|hasta|ate",
    "B": r"before|avant",
    "E": r"between|entre",
    "A": r"and|et|y|e",
    "T": r"to|aux?|al?|[-/]",
    "none": r"in|en|the|of|de|du|del|les?|la|l|years?|annees?|an",
}
# What the letters of a text mean together; M is a month, Y a year.
_FORMS = {
    "M?YM?|S?M[TU]MY": "{0}",
    "S?M?Y[TU]M?Y|EM?YAM?Y": "{0}/{1}",
    "N?SM?Y|S?M?Y[TU]?N": "{0}/..",
    "[UB]M?Y|NTY": "../{0}",
}


class Period(NamedTuple):
    """What a time was read as."""

    value: str
    """Empty where it can be read in no way."""
    sure: bool
    """Whether every word was understood."""
    finer: bool
    """Whether months or days were told, which the value leaves out."""


def period_of(text: str) -> Period:
    """
    >>> period_of("from 2016 to 2018").value, period_of("depuis 2013").value
    ('2016/2018', '2013/..')
    >>> period_of("jusqu'en mars 2018"), period_of("early 2016")
    (Period(value='../2018', sure=True, finer=True), Period(value='2016', sure=False, finer=False))
    """
    years: list[str] = []
    letters, finer = "", False
    for found in _token().finditer(_folded(text)):
        name = found.lastgroup or ""
        if name in ("Y", "date", "short"):
            year = re.search(_YEAR, found.group())
            years.append(year.group() if year else _whole(found["short"]))
        finer = finer or name in ("M", "D", "date", "short")
        letters += {"date": "Y", "short": "Y", "none": "", "strange": "?"}.get(name, name)
    # A day belongs to its month; what any other number means is not certain.
    letters = re.sub("D*MDY|D*M", lambda day: day.group().replace("D", ""), letters)
    told = _as_told(letters, years)
    value = told or _as_told(re.sub("[D?]", "", letters), years) or _guess(years)
    return Period(value, bool(told), finer)


def _as_told(letters: str, years: list[str]) -> str:
    form = next((made for one, made in _FORMS.items() if re.fullmatch(one, letters)), "")
    value = form.format(*years) if all(years) else ""
    start, _, end = value.partition("/")
    if start == end:
        return start
    return value if ".." in value or not end or start < end else ""


def _guess(years: list[str]) -> str:
    known = list(dict.fromkeys(filter(None, years)))
    if len(known) == 2 and known[0] < known[1]:
        return "/".join(known)
    return known[0] if len(known) == 1 else ""


def _whole(short: str) -> str:
    """All of a year of which two digits were written; nothing where it is still to come."""
    year = 2000 + int(short)
    return str(year) if year <= today().year else ""


def _folded(text: str) -> str:
    """Small letters without accents, and one form of each dash and apostrophe."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    letters = (one for one in plain if not unicodedata.combining(one))
    return "".join("-" if unicodedata.category(one) == "Pd" else one for one in letters)


@cache
def _token() -> re.Pattern[str]:
    """All that a time is told with; what is not understood is a question mark in `letters`."""
    months = [Locale(code).months["format"] for code in LANGUAGES]
    names = {
        plain_words(name)
        for every in months
        for width in ("wide", "abbreviated")
        for name in every[width].values()
    }
    month = rf"(?:{'|'.join(sorted(names, key=len, reverse=True))})(?!\w)\.?"
    words = "|".join(rf"(?P<{name}>(?:{one})(?!(?<=\w)\w))" for name, one in _WORDS.items())
    return re.compile(
        rf"\d{{1,2}}[ .-]*{month}[ .-]*'?(?P<short>\d\d)(?!\d)"
        rf"|(?P<date>{_YEAR}-{_MONTH}(?:-\d\d)?(?!\d)|(?:\d{{1,2}}[./-])?{_MONTH}[./-]{_YEAR}"
        rf"|{_MONTH}[./-]\d{{1,2}}[./-]{_YEAR})"
        rf"|(?P<Y>{_YEAR})|(?P<M>{month})|(?P<D>\d{{1,2}}(?:st|nd|rd|th|er)?(?!\w))|{words}"
        r"|(?:[\s,;:.()'])|(?P<strange>\w+|.)"
    )
