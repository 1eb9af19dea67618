"""`lsbuild verify` finds every sort of defect that is planted in a good portal."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests import portals
from tests.proof.defects import collection, plant_all, problems
from tests.proof.table import Row


def prove(few: bool) -> Iterator[Row]:
    """All of them at once, each in a file of its own; it takes no longer than a few."""
    row = Row("defects planted in a good portal, and missed by `lsbuild verify`", least=50)
    with tempfile.TemporaryDirectory(prefix="lsbuild-proof-") as name:
        folder = Path(name)
        portal = portals.copy_golden(folder / "good")
        assert portal.build().returncode == 0
        entries = collection(folder)
        row.expect(problems(portal.site, entries) == set(), "the good portal")
        where = plant_all(portal.site, folder / "bad")
        said = problems(folder / "bad", entries)
        for defect, place in where.items():
            row.expect(place in said, defect)
    yield row
