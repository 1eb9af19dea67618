"""What was aimed at, beside what was measured: ratios of one run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from rich.table import Table

from tests.bench.measure import Cost
from tests.bench.readers import Readers
from tests.bench.turns import (
    AGAIN,
    CHECK,
    COLD,
    FIELD,
    HUGO,
    LARGE,
    MATERIAL,
    PEER,
    WARM,
    WORDS,
    Costs,
)


class Measured(NamedTuple):
    """What one size gave."""

    costs: Costs
    page: float
    """Bytes of the HTML of a case."""
    readers: Readers | None = None


class Row(NamedTuple):
    """A target, and what came near it or did not."""

    what: str
    most: float
    found: list[float]


RATIOS: tuple[tuple[str, str, Callable[[int], float]], ...] = (
    (COLD, PEER, lambda size: 0.75 if size >= 10_000 else 0.8),
    (COLD, MATERIAL, lambda size: 1 / 15),
    (WARM, COLD, lambda size: 0.08),
    (FIELD, COLD, lambda size: 0.06),
    (WORDS, COLD, lambda size: 0.7),
    (CHECK, HUGO, lambda size: 0.25),
    (AGAIN, HUGO, lambda size: 0.08),
)
MEMORY = 700


def table_of(measured: dict[int, Measured]) -> Table:
    """The table of issue and note: what, the target, the median with its range, met or not."""
    table = Table(title="Targets", title_justify="left")
    for heading in ("", "at most", "median", "min", "max", "met"):
        table.add_column(heading, justify="right" if heading else "left")
    for row in [*_ratios(measured), *_growth(measured), *_memory(measured), *_read(measured)]:
        middle = median(row.found)
        values = (row.most, middle, min(row.found), max(row.found))
        shown = (f"{value:.0f}" if row.most > 99 else f"{value:.2f}" for value in values)
        table.add_row(row.what, *shown, "yes" if middle <= row.most else "no")
    return table


def _ratios(measured: dict[int, Measured]) -> Iterator[Row]:
    for size, (costs, *_) in measured.items():
        for name, base, most in RATIOS:
            if name in costs and base in costs:
                pairs = zip(costs[name], costs[base], strict=False)
                found = [one.wall / other.wall for one, other in pairs]
                yield Row(f"{size:,}: {name} / {base}", most(size), found)


def _growth(measured: dict[int, Measured]) -> Iterator[Row]:
    sizes = sorted(size for size in measured if COLD in measured[size].costs)
    for small, large in pairwise(sizes):
        pairs = zip(_walls(measured[large]), _walls(measured[small]), strict=True)
        found = [(one / large) / (other / small) for one, other in pairs]
        yield Row(f"time per entry, {large:,} / {small:,}", 1.15, found)
        pages = measured[large].page / (measured[small].page or 1)
        yield Row(f"HTML of a case, {large:,} / {small:,}", 1.05, [pages])


def _memory(measured: dict[int, Measured]) -> Iterator[Row]:
    for size, (costs, *_) in measured.items():
        if COLD in costs:
            found = [one.memory / 1e6 for one in costs[COLD]]
            yield Row(f"{size:,}: MB of our processes", MEMORY, found)


def _read(measured: dict[int, Measured]) -> Iterator[Row]:
    for size, (_, _, found) in measured.items():
        if found is not None:
            yield Row(f"{size:,}: kB before the first list of /find/", 120, found.browse)
            most = 350 if size >= LARGE else 210
            yield Row(f"{size:,}: kB until five results stand", most, found.search)
            if found.saved:
                yield Row(f"{size:,}: seconds from a save to its page", 1, found.saved)


def _walls(one: Measured) -> list[float]:
    costs: list[Cost] = one.costs[COLD]
    return [cost.wall for cost in costs]
