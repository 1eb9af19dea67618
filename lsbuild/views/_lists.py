"""The lists behind `/find/` and the search box: short ones in a file each, long ones in pieces."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from lsbuild.relations.portal import Portal
from lsbuild.views._desk import Desk
from lsbuild.views._find import found_entries, head, rows, summaries, written
from lsbuild.views._quick import quick_rows
from lsbuild.views.page import Plain

VERSION = 3
PIECE = 250
"""Rows of a piece, and the most that are in no need of pieces: about 16 kilobytes over the wire."""
FIRST = 40
"""Rows that a long list gives at once: two screens of cards."""


def list_files(portal: Portal, piece: int = PIECE, first: int = FIRST) -> dict[str, bytes]:
    """`data/find.json` with `told` and `quick` beside it, which go by its order.

    A list of more rows than a piece holds is in `data/find/0.json` and so on. Then `data/find.json`
    has the first rows only, with what would else be counted in all of them, and names the pieces
    by hashes: a reader's browser may still have a piece of yesterday, which would fit no more.
    """
    desk = Desk(portal, portal.library.language)
    entries = found_entries(portal)
    data = {"version": VERSION, **head(entries, desk)}
    found = rows(entries, desk, data["facets"])
    lists: dict[str, list[Any]] = {
        "find": found,
        "told": summaries(entries),
        "quick": quick_rows(portal),
    }
    long = {name: _cut(some, piece) for name, some in lists.items() if len(some) > piece}
    names = {name: [_hash(one) for one in pieces] for name, pieces in long.items()}
    if long:
        data["pieces"] = {"each": piece, **names}
    if "find" in long:
        data |= {"total": len(found), "counts": _counts(found, data["facets"])}
    data["entries"] = found[:first] if "find" in long else found
    files = {"data/find.json": written(data)}
    for name in ("told", "quick"):
        if name not in long:
            files[f"data/{name}.json"] = written({"version": VERSION, "rows": lists[name]})
    for name, pieces in long.items():
        for number, (of, some) in enumerate(zip(names[name], pieces, strict=True)):
            text = written({"version": VERSION, "of": of, "rows": some})
            files[f"data/{name}/{number}.json"] = text
    return files


def _cut(some: Sequence[Any], size: int) -> list[Sequence[Any]]:
    return [some[start : start + size] for start in range(0, len(some), size)]


def _counts(found: Sequence[Plain], facets: Sequence[Plain]) -> list[list[int]]:
    """How many entries have each value of each facet."""
    counts = [[0] * len(one["options"]) for one in facets]
    for row in found:
        for place, values in enumerate(row["in"]):
            for value in values:
                counts[place][value] += 1
    return counts


def _hash(some: Sequence[Any]) -> str:
    return hashlib.sha256(written(some)).hexdigest()[:8]
