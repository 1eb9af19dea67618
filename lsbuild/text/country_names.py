"""The countries that words name: in a few languages, by official, turned round or short names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import pycountry
from babel import Locale

from lsbuild.text.words import plain_words

LANGUAGES = ("en", "fr", "es", "pt")
"""Those that people write to us in."""

# What people say and neither ISO nor Unicode lists; and places with a country's name in their own.
_ALSO = {
    "CD": "drc, d r c, dr congo, d r congo, rdc, r d c, rd congo, r d congo, congo kinshasa,"
    " democratic republic of congo, republique democratique du congo, congo democratique, zaire",
    "CG": "republic of congo, republique du congo",
    "KR": "republique de coree",
    "KP": "republique populaire democratique de coree",
    "US": "usa, u s a, u s, etats unis d amerique, new mexico, new jersey",
    "GB": "uk, u k, great britain, northern ireland, grande bretagne, irlande du nord",
    "IE": "republic of ireland, republique d irlande",
    "TT": "port of spain",
    "PG": "new ireland",
    "CI": "ivory coast",
    "MM": "burma, birmanie",
    "PS": "palestine",
    "SZ": "swaziland",
    "CF": "rca, r c a, centrafrique",
    "CV": "cabo verde",
    "TL": "east timor",
    "TR": "turkey",
    "AE": "uae, u a e",
    "NL": "holland",
    "MK": "macedonia, macedoine",
}
_OTHERS = ("common_name", "official_name")
_UNCLEAR = {"congo": ("CD", "CG"), "korea": ("KP", "KR")}
"""What is said of two countries."""
_SMALL = re.compile(
    "a|al|and|at|aux?|d|d[aeo]|del|des|du|en?|et|in|l|las?|les?|los|of|the|y|republi(?:c|ca|que)"
)
"""Words that change no country's name and say nothing finer."""


class Named(NamedTuple):
    """A country that was named."""

    code: str
    sure: bool
    """Whether the words beside it can be no part of another name, such as `Niger State`."""


def country_of(name: str) -> str:
    """The code of the country with this name; nothing where it is none.

    >>> country_of("Sénégal"), country_of("Democratic Republic of the Congo"), country_of("Kenia")
    ('SN', 'CD', 'KE')
    """
    plain = _without_article(name)
    return "" if plain in _UNCLEAR else _names().get(plain, "")


def sharing(name: str) -> dict[str, str]:
    """The codes of the countries that share this name, each with what tells it from the others.

    >>> sharing("Congo")
    {'CD': 'Congo - Kinshasa', 'CG': 'Congo - Brazzaville'}
    """
    codes = _UNCLEAR.get(_without_article(name), ())
    return {code: Locale("en").territories[code] for code in codes}


def parts_called(name: str, country: str) -> list[str]:
    """The codes of the parts of a country that are called so; a word of the name is enough.

    >>> [parts_called(one, "KE") for one in ("Nairobi", "Kilifi County", "KE14")]
    [['KE-30'], ['KE-14'], ['KE-14']]
    """
    known = pycountry.subdivisions.get(country_code=country) or ()
    word = plain_words(name)
    for fits in (_is_code, _is_name, _is_in_name):
        if found := sorted({one.code for one in known if fits(word, one)}):
            return found
    return []


def countries_in(text: str) -> tuple[list[Named], bool]:
    """The countries that are named, in the order of the text; and whether it says more.

    >>> countries_in("Kenya and DR Congo")
    ([Named(code='KE', sure=True), Named(code='CD', sure=True)], False)
    >>> countries_in("Niger State, Nigeria")
    ([Named(code='NE', sure=False), Named(code='NG', sure=True)], True)
    """
    words = list(re.finditer(r"\w+", text))
    plain = [plain_words(one.group()).replace(" ", "") for one in words]
    spans = list(_spans(plain))
    codes = [code for _, _, code in spans]
    taken = {at for start, end, _ in spans for at in range(start, end)}
    sure: dict[str, bool] = {}
    for start, end, code in spans:
        name = " ".join(plain[start:end])
        alone = name not in _UNCLEAR.keys() | _parts_of(frozenset(codes) - {code})
        beside = (*_beside(text, words, start, -1), *_beside(text, words, end - 1, 1))
        alone = alone and taken.issuperset(beside)
        sure[code] = sure.get(code, False) or alone
    rest = any(at not in taken and not _SMALL.fullmatch(one) for at, one in enumerate(plain))
    return [Named(*one) for one in sure.items()], rest


def _spans(words: list[str]) -> Iterator[tuple[int, int, str]]:
    """Where a name begins and ends; of two that begin together it is the longer one."""
    at = 0
    while at < len(words):
        ends = range(min(len(words), at + _longest()), at, -1)
        found = next((end for end in ends if " ".join(words[at:end]) in _names()), 0)
        if found:
            yield at, found, _names()[" ".join(words[at:found])]
        at = found or at + 1


def _beside(text: str, words: list[re.Match[str]], at: int, step: int) -> Iterator[int]:
    """The next word that a name could go on with; a comma or a small letter ends it."""
    small = words[at].group()[0].islower()
    while 0 <= at + step < len(words):
        first, second = sorted((at, at + step))
        if not re.fullmatch(r"[ \t'’-]+", text[words[first].end() : words[second].start()]):
            return
        at += step
        word = words[at].group()
        if _SMALL.fullmatch(plain_words(word)):
            continue
        if small or not word[0].islower():
            yield at
        return


def _without_article(name: str) -> str:
    return plain_words(name).removeprefix("the ")


def _is_code(word: str, part: Any) -> bool:  # noqa: ANN401 - one of pycountry
    return word.replace(" ", "") == plain_words(part.code).replace(" ", "")


def _is_name(word: str, part: Any) -> bool:  # noqa: ANN401
    name, type_ = plain_words(part.name), plain_words(part.type)
    return word in (name, f"{name} {type_}", f"{type_} {name}", f"{type_} of {name}")


def _is_in_name(word: str, part: Any) -> bool:  # noqa: ANN401
    return f" {word} " in f" {plain_words(part.name)} "


def _parts_of(codes: frozenset[str]) -> set[str]:
    """The names of the provinces of these countries: Georgia is a state as well."""
    every = (pycountry.subdivisions.get(country_code=code) or () for code in codes)
    return {plain_words(one.name) for some in every for one in some}


@cache
def _longest() -> int:
    return max(name.count(" ") for name in _names()) + 1


@cache
def _names() -> dict[str, str]:
    """Every name of every country, without accents and capitals."""
    found = {}
    known = {country.alpha_2 for country in pycountry.countries}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if code in known:
                found[plain_words(name)] = code
    for country in pycountry.countries:
        for name in (country.name, *(getattr(country, one, "") for one in _OTHERS)):
            # `Congo, The Democratic Republic of the` is turned round where people write it.
            turned = " ".join(reversed(name.split(", ")))
            for one in map(plain_words, (name, turned)):
                found[one.removeprefix("the ")] = country.alpha_2
    for code, names in _ALSO.items():
        found |= dict.fromkeys(names.split(", "), code)
    found.pop("", None)
    return found
