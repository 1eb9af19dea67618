"""Every word of ours that readers see, from one message catalogue (gettext, by Babel).

English is written where it is used and is the key; other languages stand in
`lsbuild/locale/<language>.po`, read without compiling.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pycountry
from babel import Locale, UnknownLocaleError
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent.parent / "locale"


@cache
def _catalogue(language: str) -> dict[str, str]:
    path = LOCALE / f"{language}.po"
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        messages = read_po(file, locale=language)
    return {str(one.id): str(one.string) for one in messages if one.id and one.string}


@cache
def languages() -> tuple[str, ...]:
    """English, and every language the catalogue has been put into."""
    return ("en", *sorted(path.stem for path in LOCALE.glob("*.po")))


def say(text: str, language: str = "en") -> str:
    """The words in a language; English where nobody has translated them yet."""
    return _catalogue(language).get(text, text)


@cache
def locale_of(language: str) -> Locale:
    """What Babel knows of a language; English where it knows nothing, as of Bislama and Fijian."""
    try:
        return Locale.parse(language)
    except UnknownLocaleError:
        return Locale("en")


@cache
def direction(language: str) -> str:
    """`ltr` or `rtl`, as the language is written."""
    return str(locale_of(language).text_direction)


@cache
def country_name(code: str, language: str = "en") -> str:
    """The name of a country from its ISO 3166 code."""
    return str(locale_of(language).territories.get(code, code))


@cache
def subdivision_name(code: str) -> str:
    """The name of a province, state or county from its ISO 3166-2 code, as those there write it."""
    found = pycountry.subdivisions.get(code=code)
    return str(found.name) if found else code


@cache
def language_name(code: str, language: str = "en") -> str:
    """The name of a language from its ISO 639-1 code."""
    return str(locale_of(language).languages.get(code, code))
