"""What was published, by a catalogue or by the content as it was: which addresses vanished?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from lsbuild.editing import EditingError
from lsbuild.relations.portal import Portal
from lsbuild.rules.vanished_address import VanishedAddress
from lsbuild.text.diagnostic import Report

# The catalogue of ten thousand entries has a tenth of this.
_LIMIT = 100 * 2**20


def with_vanished(report: Report, portal: Portal, catalogue: Path) -> Report:
    """A report, and what of a published `catalog.json` has vanished since."""
    found = VanishedAddress().against(portal, _rows(catalogue))
    return report + Report.of(found)


def vanished_since(before: Portal, now: Portal) -> Report:
    """What readers can open of the content as it was, and could no more of what is proposed."""
    rows = ((str(entry.ref), entry.url) for entry in before.library.public())
    return Report.of(VanishedAddress().against(now, rows))


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    try:
        with path.open("rb") as file:
            raw = file.read(_LIMIT + 1)
    except OSError as error:
        raise EditingError(f"{path}: {error.strerror}") from error
    if len(raw) > _LIMIT:
        raise EditingError(f"{path}: more than 100 MiB are no catalogue")
    try:
        data = json.loads(raw)
        rows = [(row["id"], row["url"]) for row in data["entries"]]
    except (ValueError, RecursionError, TypeError, KeyError, AttributeError) as error:
        raise EditingError(
            f"{path}: this is not the catalogue of a portal; take `data/catalog.json` of the site"
        ) from error
    return (row for row in rows if all(isinstance(one, str) for one in row))
