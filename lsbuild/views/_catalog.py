"""The public data: every published entry, and what the search narrows by."""

from __future__ import annotations

import json

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.views._desk import Desk
from lsbuild.views._facets import facets_of, labels_for
from lsbuild.views.page import Plain

VERSION = 1


def catalog(portal: Portal) -> bytes:
    """`data/catalog.json`; its schema is `data/catalog.schema.json`."""
    entries = portal.library.public()
    desk = Desk(portal, portal.library.language)
    data: Plain = {
        "version": VERSION,
        "site": portal.settings.site_name,
        "entries": [_row(entry) for entry in entries],
        "facets": labels_for(entries, desk),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _row(entry: AnyEntry) -> Plain:
    data = entry.data
    return {
        "kind": data.kind,
        "id": str(entry.ref),
        "url": entry.url,
        "title": data.title,
        "summary": data.summary,
        "language": entry.language,
        "facets": {"kind": [data.kind], **facets_of(entry)},
    }


def catalog_schema() -> bytes:
    """JSON Schema of the catalogue, with a sentence for each field."""
    text = {"type": "string"}
    entry = {
        "type": "object",
        "required": ["kind", "id", "url", "title", "summary", "language", "facets"],
        "properties": {
            "kind": {**text, "description": "The kind, as references write it: `case-study`."},
            "id": {**text, "description": "`kind/slug`; stays the same in every language."},
            "url": {**text, "description": "The address below the site, ending in `/`."},
            "title": {**text, "description": "The title."},
            "summary": {**text, "description": "One or two sentences."},
            "language": {**text, "description": "ISO 639-1 code of the entry's language."},
            "facets": {
                "type": "object",
                "description": "Ids by facet; facets without a value are absent.",
                "additionalProperties": {"type": "array", "items": text},
            },
        },
    }
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Catalogue of the portal",
        "type": "object",
        "required": ["version", "site", "entries", "facets"],
        "properties": {
            "version": {"const": VERSION, "description": "Changes when a field changes meaning."},
            "site": {**text, "description": "The portal's name."},
            "entries": {"type": "array", "items": entry},
            "facets": {"type": "array", "description": "What can be narrowed by, with labels."},
        },
    }
    return json.dumps(schema, indent=1).encode()
