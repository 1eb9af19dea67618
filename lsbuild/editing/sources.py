"""`lsbuild sources`: references from elsewhere become sources, each once; and which are unused."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import idutils

from lsbuild.editing import EditingError
from lsbuild.editing.bibtex import Item, Unread, read_bibtex
from lsbuild.editing.csl import source_fields
from lsbuild.editing.new import free_path, write_new
from lsbuild.editing.yaml_lines import front_matter
from lsbuild.kinds.source import SourceText
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._links import links
from lsbuild.text.words import slug

_LIMIT = 20 * 2**20
_AGAIN = "bcdefghijklmnopqrstuvwxyz"


class Written(NamedTuple):
    """A source that is new."""

    path: PurePosixPath
    title: str
    left: tuple[str, ...] = ()
    """The fields that were not taken over."""


class Known(NamedTuple):
    """A reference that was left out, for the collection has it."""

    item: Item
    path: PurePosixPath
    by: str
    """What both have: `DOI`, `ISBN` or `title`."""


def import_sources(portal: Portal, file: Path) -> Iterator[Written | Known | Unread]:
    """Write one source for each new reference of a `.bib` or CSL-JSON file, one after another."""
    shelf = _Shelf(portal)
    for item in read_references(file):
        if isinstance(item, Unread):
            yield item
            continue
        try:
            fields = source_fields(item.csl)
            known = shelf.find(fields)
            yield Known(item, *known) if known else _write(portal, fields, shelf, item.left)
        except EditingError as error:
            yield Unread(item.key, item.place, str(error))


def read_references(file: Path) -> list[Item | Unread]:
    """Every reference of a file; raises `EditingError` where it is neither form."""
    try:
        with file.open("rb") as opened:
            raw = opened.read(_LIMIT + 1)
    except OSError as error:
        raise EditingError(f"{file}: {error.strerror}") from error
    if len(raw) > _LIMIT:
        raise EditingError(f"{file}: more than 20 MiB; export the references in smaller parts")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EditingError(f"{file}: this is not UTF-8 text; export it again as UTF-8") from error
    try:
        found = list(_csl(text) if text.lstrip()[:1] in ("[", "{") else read_bibtex(text))
    except json.JSONDecodeError as error:
        raise EditingError(
            f"{file}:{error.lineno}: this is no longer JSON here ({error.msg}); export it again"
        ) from error
    except RecursionError as error:
        raise EditingError(f"{file}: too many braces within braces") from error
    if not found:
        raise EditingError(f"{file}: there is no reference in it; BibTeX and CSL-JSON are read")
    return found


def _csl(text: str) -> Iterator[Item | Unread]:
    data = json.loads(text)
    rows = data.get("items", [data]) if isinstance(data, dict) else data
    for number, row in enumerate(rows if isinstance(rows, list) else [], start=1):
        place = f"entry {number}"
        if isinstance(row, dict):
            yield Item(str(row.get("citation-key") or row.get("id") or "?"), place, row)
        else:
            yield Unread("?", place, "it is not a reference")


class _Shelf:
    """What the collection has, by what makes a text the same text."""

    def __init__(self, portal: Portal) -> None:
        self.known: dict[tuple[str, str], tuple[PurePosixPath, str]] = {}
        for entry in portal.library.of("source"):
            if isinstance(entry.data, SourceText):
                csl = entry.data.csl
                self.add(entry.source.path, entry.data.title, csl.model_dump())

    def add(self, path: PurePosixPath, title: str, csl: dict[str, Any]) -> None:
        doi = _doi(csl)
        for by, key in _marks(title, csl):
            self.known.setdefault((by, key), (path, doi))

    def find(self, fields: dict[str, Any]) -> tuple[PurePosixPath, str] | None:
        """The file that has the same text, and what both have."""
        doi = _doi(fields["csl"])
        for by, key in _marks(fields["title"], fields["csl"]):
            path, other = self.known.get((by, key), (None, ""))
            # Editorials share a title; two DOIs are two texts.
            if path and not (by == "title" and doi and other and doi != other):
                return path, by
        return None


def _marks(title: str, csl: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if doi := _doi(csl):
        yield "DOI", doi
    # The chapters of a book all have its ISBN.
    if csl.get("isbn") and csl.get("type") != "chapter":
        yield "ISBN", str(idutils.normalize_isbn(csl["isbn"]))
    yield "title", normalised(title)


def _doi(csl: dict[str, Any]) -> str:
    return str(idutils.normalize_doi(csl["doi"]) or "").casefold() if csl.get("doi") else ""


def normalised(title: str) -> str:
    """A title without capitals, accents, signs and blanks.

    >>> normalised("Réunions – à Dédougou!")
    'reunionsadedougou'
    """
    letters = unicodedata.normalize("NFKD", title.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def _write(portal: Portal, fields: dict[str, Any], shelf: _Shelf, left: tuple[str, ...]) -> Written:
    path = _free(portal, _name(fields))
    write_new(portal.library.root / path, front_matter(fields))
    shelf.add(path, fields["title"], fields["csl"])
    return Written(path, fields["title"], left)


def _name(fields: dict[str, Any]) -> str:
    """Who and when, as sources are called here: `scott-2014`."""
    csl = fields["csl"]
    first: dict[str, str] = next(iter(csl.get("author") or csl.get("editor") or ()), {})
    words = first.get("family") or first.get("literal") or " ".join(fields["title"].split()[:4])
    return slug(f"{words[:60]} {csl.get('issued', '')[:4]}") or "source"


def _free(portal: Portal, name: str) -> PurePosixPath:
    endings = ["", *_AGAIN] if name[-1].isdigit() else ["", *(f"-{n}" for n in range(2, 100))]
    for ending in endings:
        try:
            path = free_path(portal, SourceText, name + ending)
        except EditingError:
            continue
        if not (portal.library.root / path).exists():
            return path
    raise EditingError(f"there are too many sources called `{name}`")


def unused(portal: Portal) -> list[AnyEntry]:
    """Sources that no page cites or points to, drafts included."""
    linked = {ref for entry in portal.library for _, ref, _ in links(entry)}
    return [
        entry
        for entry in portal.library.of("source")
        if entry.data.status != "withdrawn"
        and entry.ref not in linked
        and not portal.graph.into(entry.ref)
    ]
