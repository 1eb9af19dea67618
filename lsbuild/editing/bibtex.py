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
from bibtexparser.model import Block, DuplicateBlockKeyBlock, Entry, ParsingFailedBlock

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
_KEY = re.compile(r"@\w+\s*[{(]\s*([^,\s{}()]+)")
_MONTHS = [name.casefold() for name in calendar.month_abbr]


class _Decoded(middlewares.LatexDecodingMiddleware):
    """Decodes names too, which come as lists; a name in braces keeps them: it is a group's."""

    def transform_entry(self, entry: Entry, library: Library) -> Block:
        for field in entry.fields:
            for name in field.value if isinstance(field.value, list) else ():
                for part in ("first", "von", "last", "jr"):
                    setattr(name, part, [self._word(word) for word in getattr(name, part)])
        return super().transform_entry(entry, library)

    def _word(self, word: str) -> str:
        plain = self._transform_python_value_string(word)[0]
        return f"{{{plain}}}" if word.startswith("{") and word.endswith("}") else plain


class Item(NamedTuple):
    """One reference as it was read."""

    key: str
    place: str
    """Where it stands, as in `line 12` or `entry 3`."""
    csl: dict[str, Any]


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
            yield Item(block.key, place, _as_csl(block))
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


def _as_csl(entry: Entry) -> dict[str, Any]:
    given = {field.key: field.value for field in entry.fields}
    csl: dict[str, Any] = {"type": _TYPES.get(entry.entry_type.casefold(), "document")}
    for name, keys in _FIELDS.items():
        value = next((given[key] for key in keys if given.get(key)), "")
        if isinstance(value, str) and value:
            csl[name] = value
    for role in ("author", "editor"):
        if isinstance(given.get(role), list):
            csl[role] = [_name(one) for one in given[role]]
    if number := given.get("number"):
        csl["issue" if csl["type"] == "article-journal" else "number"] = number
    if issue := given.get("issue"):
        csl["issue"] = issue
    if issued := _issued(given):
        csl["issued"] = {"literal": issued}
    return csl


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
