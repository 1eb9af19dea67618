"""CSL-JSON, as Zotero and others export it, as the fields of a source."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import PurePosixPath
from typing import Any, get_args

import idutils
import nh3
import pycountry
from babel import Locale
from pydantic import ValidationError

from lsbuild.editing import EditingError
from lsbuild.editing.yaml_lines import Todo, plain
from lsbuild.kinds.source import CslType, SourceText
from lsbuild.library.speak import speak
from lsbuild.text.source import Source
from lsbuild.text.words import hyphens, shorten

_TYPES = {
    "article": "document",
    "article-magazine": "article-newspaper",
    "entry-encyclopedia": "chapter",
    "interview": "broadcast",
    "motion_picture": "broadcast",
    "post": "webpage",
    "paper-conference": "speech",
    "song": "broadcast",
}
_PLAIN = {
    "container_title": "container-title",
    "publisher": "publisher",
    "publisher_place": "publisher-place",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "number": "number",
    "doi": "DOI",
    "isbn": "ISBN",
    "pmcid": "PMCID",
}
# What LaTeX calls languages, where it is not their name.
_LATEX = {
    "de": "austrian german naustrian ngerman nswissgerman swissgerman",
    "el": "polutonikogreek",
    "en": "american australian british canadian newzealand ukenglish usenglish",
    "es": "castilian mexican",
    "fa": "farsi",
    "fr": "acadian canadien francais frenchb",
    "hu": "magyar",
    "id": "bahasa bahasai indon",
    "ms": "bahasam melayu",
    "nb": "norsk",
    "nn": "nynorsk",
    "pt": "brazil brazilian portuges",
    "sl": "slovene",
    "sw": "kiswahili",
}
_SPOKEN = ("en", "fr", "es", "pt")
_WANTED = (("author", "author"), ("issued", "date"))
_JOINERS = "\u200c\u200d"
_NOWHERE = PurePosixPath("source.md")


def source_fields(csl: dict[str, Any]) -> dict[str, Any]:
    """The front matter of a source; what does not fit is named in `missing`.

    Raises `EditingError` where not even a title is there.
    """
    title = _clean(csl.get("title"))
    if not title:
        raise EditingError("it has no title")
    fields: dict[str, Any] = {
        "title": title,
        "summary": "TODO: What it tells, in one or two sentences, and what we use it for.",
        "status": "draft",
        "csl": _bibliography(csl),
        "read": Todo("title", "how much of it did you read: title, abstract, part or full"),
        "involvement": Todo("unknown", "did its writers take part: took-part, others or unknown"),
    }
    if url := _clean(csl.get("URL")):
        fields["url"] = url
    language = language_code(_clean(csl.get("language")))
    if language not in ("", "en"):
        fields["language"] = language
    return _with_missing(fields)


def language_code(said: str) -> str:
    """The code of a language, or the words themselves where none is meant by all of them.

    >>> [language_code(one) for one in ("ngerman", "fr-FR", "Swedish", "Greeklish")]
    ['de', 'fr', 'sv', 'Greeklish']
    """
    name = said.casefold()
    tag = re.split("[-_]", name)[0]
    codes = ("alpha_2", "alpha_3", "bibliographic")
    found = (pycountry.languages.get(**{code: tag}) for code in codes)
    code = next(filter(None, (getattr(one, "alpha_2", "") for one in found)), "")
    return code or _names().get(name, said)


@cache
def _names() -> dict[str, str]:
    """The names of languages in a few of them, those of LaTeX, and whose they are."""
    found = {name: code for code, names in _LATEX.items() for name in names.split()}
    known = {one.alpha_2: one for one in pycountry.languages if hasattr(one, "alpha_2")}
    found |= {one.name.casefold(): code for code, one in known.items()}
    for spoken in _SPOKEN:
        for code, name in Locale(spoken).languages.items():
            if (base := code.partition("_")[0]) in known:
                found.setdefault(name.casefold(), base)
    return found


def _bibliography(csl: dict[str, Any]) -> dict[str, Any]:
    type_ = _clean(csl.get("type"))
    type_ = _TYPES.get(type_, type_)
    found: dict[str, Any] = {"type": type_ if type_ in get_args(CslType) else "document"}
    for role in ("author", "editor"):
        names = [_name(one) for one in _list(csl.get(role)) if isinstance(one, dict)]
        if any(one.get("family") == "others" for one in names) and role == "author":
            found["et_al"] = True
        named = [one for one in names if any(one.values()) and one.get("family") != "others"]
        if named:
            found[role] = named
    if issued := _issued(csl.get("issued")):
        found["issued"] = issued
    found |= {ours: text for ours, theirs in _PLAIN.items() if (text := _clean(csl.get(theirs)))}
    if "doi" in found:
        # Exports have the dashes and the full stop of the page they were read from.
        doi = hyphens(found["doi"]).rstrip(" .,;")
        found["doi"] = idutils.normalize_doi(doi) if idutils.is_doi(doi) else doi
    if "isbn" in found:
        # Some list several, for paper and for screens; one finds the book.
        found["isbn"] = re.split(r"[\s,;]+(?=97|\d{9})", found["isbn"])[0]
    return found


def _name(given: dict[str, Any]) -> dict[str, str]:
    literal = _clean(given.get("literal"))
    if literal:
        return {"literal": literal}
    parts = ("dropping-particle", "non-dropping-particle", "family", "suffix")
    family = " ".join(filter(None, (_clean(given.get(part)) for part in parts)))
    first = _clean(given.get("given"))
    return {"family": family, "given": first} if first else {"family": family}


def _issued(issued: Any) -> str:  # noqa: ANN401 - whatever was exported
    if not isinstance(issued, dict):
        return _clean(issued)
    days = []
    for parts in _list(issued.get("date-parts"))[:2]:
        numbers = [_clean(one) for one in _list(parts)[:3]]
        if numbers and all(one.isdecimal() for one in numbers):
            days.append("-".join([numbers[0], *(f"{int(one):02}" for one in numbers[1:])]))
    return "/".join(days) or _clean(issued.get("raw") or issued.get("literal"))


def _list(value: Any) -> list[Any]:  # noqa: ANN401
    return value if isinstance(value, list) else []


def _clean(value: Any) -> str:  # noqa: ANN401
    """Words without markup, line ends or letters nobody sees."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = html.unescape(nh3.clean(str(value), tags=set()))
    text = " ".join(text.split())
    return "".join(c for c in text if c.isprintable() or c in _JOINERS)


def _with_missing(fields: dict[str, Any]) -> dict[str, Any]:
    """Take out what does not fit, and say so where readers of the source look for it."""
    lost: list[str] = []
    while True:
        try:
            data = SourceText.model_validate(plain(fields))
            break
        except ValidationError as error:
            keys = error.errors()[0]["loc"]
            if keys[0] not in ("csl", "url", "language") or keys == ("csl", "type"):
                said = speak(error, SourceText, Source(_NOWHERE, ""))[0].says
                raise EditingError(said) from error
            lost.append(_taken(fields, keys))
    notes = [f"The {word} is not known." for name, word in _WANTED if not getattr(data.csl, name)]
    notes += [f"This was not taken over: {one}." for one in lost]
    if not notes:
        return fields
    more = {"complete": False, "missing": shorten(" ".join(notes), 1_000)}
    at = list(fields).index("read")
    items = list(fields.items())
    return dict([*items[:at], *more.items(), *items[at:]])


def _taken(fields: dict[str, Any], keys: tuple[int | str, ...]) -> str:
    """Remove a value, or the name it belongs to; says what it was."""
    node: Any = fields
    for key in keys[:-1]:
        if isinstance(node, list):
            break
        node = node[key]
    key = next(one for one in reversed(keys) if not isinstance(node, list) or isinstance(one, int))
    value = node.pop(key)
    words = " ".join(map(str, value.values())) if isinstance(value, dict) else value
    field = keys[1] if keys[0] == "csl" else keys[0]
    return f"{'date' if field == 'issued' else field} “{shorten(str(words), 80)}”"
