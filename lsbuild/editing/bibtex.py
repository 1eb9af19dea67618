"""BibTeX as CSL-JSON has it; an entry that cannot be read is named and the others go on."""

from __future__ import annotations

import calendar
import logging
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from bibtexparser import middlewares
from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.model import Block, DuplicateBlockKeyBlock, Entry, Field, ParsingFailedBlock

_TYPES = {
    "article": "article-journal",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "book": "book",
    "booklet": "book",
    "proceedings": "book",
    "manual": "report",
    "techreport": "report",
    "report": "report",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "dataset": "dataset",
    "software": "software",
}
_FIELDS = {
    "title": ("title",),
    "container-title": ("journal", "journaltitle", "booktitle"),
    "publisher": ("publisher", "institution", "school", "organization"),
    "publisher-place": ("address", "location"),
    "volume": ("volume",),
    "page": ("pages", "eid"),
    "DOI": ("doi",),
    "ISBN": ("isbn",),
    "PMCID": ("pmcid",),
    "URL": ("url",),
    "language": ("language", "langid"),
}
_PLACES = ("url", "howpublished", "note")
_ADDRESS = re.compile(r"https?://[^\s{}<>\"\\^`|]+")
_ESCAPED = re.compile(r"\\([_%&#$~])(?:\{\})?|\\textasciitilde\b(?:\{\})?")
_ONE = re.compile(r"\{([_%&#$~])\}")
_KEY = re.compile(r"@\w+\s*[{(]\s*([^,\s{}()]+)")
_DATE = ("year", "month")
_ELSEWHERE = {"doi", "isbn", "eprint", "journal", "booktitle"}
_MONTHS = [name.casefold() for name in calendar.month_abbr]


class _Decoded(middlewares.LatexDecodingMiddleware):
    """Decodes names too, which come as lists; a name in braces keeps them: it is a group's."""

    def transform_entry(self, entry: Entry, library: Library) -> Block:
        for field in entry.fields:
            for name in field.value if isinstance(field.value, list) else ():
                for part in ("first", "von", "last", "jr"):
                    setattr(name, part, [self._word(word) for word in getattr(name, part)])
        address = _take_address(entry)
        made = super().transform_entry(entry, library)
        if address:
            entry.set_field(Field("url", address))
        return made

    def _transform_python_value_string(self, python_string: str) -> tuple[str, str]:
        # In LaTeX a comment would begin here; BibTeX knows none within a value.
        text = re.sub(r"(?<!\\)%", r"\\%", python_string)
        # The decoder stumbles over links; their words stay.
        text = re.sub(r"\\href\s*\{[^{}]*\}", "", text)
        decoded: tuple[str, str] = super()._transform_python_value_string(text)
        return decoded

    def _word(self, word: str) -> str:
        plain = self._transform_python_value_string(word)[0]
        return f"{{{plain}}}" if word.startswith("{") and word.endswith("}") else plain


def _take_address(entry: Entry) -> str:
    """The address of an entry as it was typed; a field that held nothing else is taken away."""
    given = {field.key: field.value for field in entry.fields if isinstance(field.value, str)}
    for key in _PLACES:
        text = _ESCAPED.sub(lambda one: one[1] or "~", given.get(key, ""))
        text = _ONE.sub(r"\1", text)
        if found := _ADDRESS.search(text):
            address = found[0].rstrip(".,;:")
            if not re.sub(r"\\(?:url|href)|[{}<>\s.]", "", text.replace(address, "")):
                entry.pop(key)
            return address if "(" in address else address.rstrip(")")
    return ""


class Item(NamedTuple):
    """One reference as it was read."""

    key: str
    place: str
    """Where it stands, as in `line 12` or `entry 3`."""
    csl: dict[str, Any]
    left: tuple[str, ...] = ()
    """The fields that were not taken over."""


class Unread(NamedTuple):
    """One reference that could not be taken, and why."""

    key: str
    place: str
    says: str


def read_bibtex(text: str) -> Iterator[Item | Unread]:
    """Every entry of a BibTeX file, in its order."""
    for block in _parsed(text).blocks:
        place = f"line {(block.start_line or 0) + 1}"
        if isinstance(block, Entry):
            csl, left = _as_csl(block)
            yield Item(block.key, place, csl, left)
        elif isinstance(block, ParsingFailedBlock):
            key = _KEY.match(block.raw or "")
            yield Unread(key[1] if key else "?", place, _why(block))


def _parsed(text: str) -> Library:
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)
    stack = [
        middlewares.ResolveStringReferencesMiddleware(),
        middlewares.RemoveEnclosingMiddleware(),
        middlewares.NormalizeFieldKeys(),
        middlewares.SeparateCoAuthors(),
        middlewares.SplitNameParts(),
        _Decoded(),
    ]
    return parse_string(text, parse_stack=stack)


def _why(block: Block) -> str:
    if isinstance(block, DuplicateBlockKeyBlock):
        return "another entry has the same key; give this one a key of its own"
    said = str(getattr(block, "error", ""))
    if "Cannot split" in said:
        return "a name in it has too many commas; write `Family, Given and Family, Given`"
    if "Duplicate field" in said or "uplicate" in said:
        return "a field stands twice in it; keep one of the two"
    return "a brace or a quotation mark in it is opened and never closed"


def _as_csl(entry: Entry) -> tuple[dict[str, Any], tuple[str, ...]]:
    """What CSL has a place for, and the names of the other fields."""
    given = {field.key: field.value for field in entry.fields}
    csl: dict[str, Any] = {"type": _type(entry.entry_type.casefold(), given)}
    used = {"author", "editor", "number", "issue", *(("date",) if given.get("date") else _DATE)}
    for name, keys in _FIELDS.items():
        key = next((key for key in keys if given.get(key)), "")
        if isinstance(given.get(key), str):
            csl[name] = given[key]
            used.add(key)
    for role in ("author", "editor"):
        if isinstance(given.get(role), list):
            csl[role] = [_name(one) for one in given[role]]
    if number := given.get("number"):
        csl["issue" if csl["type"] == "article-journal" else "number"] = number
    if issue := given.get("issue"):
        csl["issue"] = issue
    if issued := _issued(given):
        csl["issued"] = {"literal": issued}
    return csl, tuple(sorted(key for key in given if key not in used and given[key]))


def _type(told: str, given: dict[str, Any]) -> str:
    """What is of no kind of its own and has only an address is a page of the web."""
    bare = told == "misc" and given.get("url") and not (_ELSEWHERE & set(given))
    return "webpage" if bare else _TYPES.get(told, "document")


def _name(name: middlewares.NameParts) -> dict[str, str]:
    family = " ".join([*name.von, *name.last, *name.jr])
    if not name.first and (family.startswith("{") or " " in family):
        return {"literal": family.strip("{}")}
    return {"family": family.strip("{}"), "given": " ".join(name.first)}


def _issued(given: dict[str, Any]) -> str:
    if given.get("date"):
        return str(given["date"])
    year, month = str(given.get("year", "")).strip(), str(given.get("month", "")).strip()
    short = month[:3].casefold()
    if month.isdecimal() and 1 <= int(month) <= 12:
        return f"{year}-{int(month):02}"
    return f"{year}-{_MONTHS.index(short):02}" if short and short in _MONTHS else year
