"""The shapes of countries, from `data/world.json`, whose head says where they come from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data" / "world.json"
GRID = 50
"""Steps of the data in one degree."""
MAIN = 0.2
"""A ring is a main part of its country from this share of the greatest one on."""

Spot = tuple[float, float]
"""Degrees east and north."""
Ring = tuple[Spot, ...]


class Frame(NamedTuple):
    """A part of the world: all of it lies between these degrees."""

    west: float
    south: float
    east: float
    north: float

    @property
    def middle(self) -> float:
        return (self.south + self.north) / 2

    def meets(self, other: Frame) -> bool:
        across = self.west <= other.east and other.west <= self.east
        return across and self.south <= other.north and other.south <= self.north

    def grown(self, by: float) -> Frame:
        """With a margin of so many degrees on each side, as far as the world goes."""
        west, east = max(self.west - by, -180.0), min(self.east + by, 180.0)
        return Frame(west, max(self.south - by, -90.0), east, min(self.north + by, 90.0))


@cache
def countries() -> dict[str, tuple[Ring, ...]]:
    """The rings of each country, by its ISO 3166 code."""
    data = json.loads(DATA.read_text(encoding="utf-8"))
    arcs = [_line(row) for row in data["arcs"]]
    found: dict[str, tuple[Ring, ...]] = {}
    for code, numbers in data["shapes"].items():
        rings = (_ring(one, arcs) for one in numbers)
        # The least countries are less than a step of the data, and have no shape.
        if shape := tuple(ring for ring in rings if len(ring) > 2):
            found[code] = shape
    return found


def _line(row: str) -> list[Spot]:
    steps = [int(step) for step in row.split()]
    x = y = 0
    line = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        line.append((x / GRID, y / GRID))
    return line


def _ring(numbers: Iterable[int], arcs: list[list[Spot]]) -> Ring:
    ring: list[Spot] = []
    for number in numbers:
        ring += arcs[number][:-1] if number >= 0 else arcs[~number][:0:-1]
    return tuple(ring)


def around(spots: Iterable[Spot]) -> Frame:
    """The least frame that holds them all."""
    x, y = zip(*spots, strict=True)
    return Frame(min(x), min(y), max(x), max(y))


@cache
def main_frame(code: str) -> Frame | None:
    """The frame of a country's main parts, so that far islands do not make it small."""
    rings = countries().get(code, ())
    sizes = [_size(ring) for ring in rings]
    main = [ring for ring, size in zip(rings, sizes, strict=True) if size >= MAIN * max(sizes)]
    return around(spot for ring in main for spot in ring) if main else None


@cache
def heart(code: str) -> Spot:
    """Where the greatest part of a country would balance on a finger."""
    ring = max(countries()[code], key=_size)
    steps = [
        (a[0] + b[0], a[1] + b[1], a[0] * b[1] - b[0] * a[1])
        for a, b in zip(ring, ring[1:] + ring[:1], strict=True)
    ]
    whole = 3 * sum(turn for _, _, turn in steps)
    return sum(x * turn for x, _, turn in steps) / whole, sum(
        y * turn for _, y, turn in steps
    ) / whole


def _size(ring: Ring) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


@cache
def _box(code: str) -> Frame:
    """What holds all of a country, islands too."""
    return around(spot for ring in countries()[code] for spot in ring)


@cache
def parts(code: str, frame: Frame) -> tuple[Ring, ...]:
    """What lies in the frame of a country; cut a little outside, so that no cut is seen."""
    edge = frame.grown((frame.east - frame.west) / 50)
    if not _box(code).meets(edge):
        return ()
    found = (ring if _inside(ring, edge) else cut(ring, edge) for ring in countries()[code])
    return tuple(ring for ring in found if ring)


@cache
def land(frame: Frame) -> tuple[Ring, ...]:
    """Everything in the frame that is not water."""
    return tuple(ring for code in countries() for ring in parts(code, frame))


@cache
def _bounds(ring: Ring) -> Frame:
    return around(ring)


def _inside(ring: Ring, frame: Frame) -> bool:
    box = _bounds(ring)
    across = frame.west <= box.west and box.east <= frame.east
    return across and frame.south <= box.south and box.north <= frame.north


def cut(ring: Ring, frame: Frame) -> Ring:
    """The part of a ring inside a frame, one side of the frame after the other.

    >>> cut(((0.0, 0.0), (4.0, 0.0), (4.0, 4.0)), Frame(0.0, 0.0, 2.0, 9.0))
    ((2.0, 2.0), (0.0, 0.0), (2.0, 0.0))
    """
    if not _bounds(ring).meets(frame):
        return ()
    for axis, sign, limit in (
        (0, 1, frame.west),
        (1, 1, frame.south),
        (0, -1, frame.east),
        (1, -1, frame.north),
    ):
        kept: list[Spot] = []
        for a, b in zip(ring[-1:] + ring[:-1], ring, strict=True):
            inside = (b[axis] - limit) * sign >= 0
            if inside != ((a[axis] - limit) * sign >= 0):
                share = (limit - a[axis]) / (b[axis] - a[axis])
                kept.append((a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share))
            if inside:
                kept.append(b)
        ring = tuple(kept)
        if not ring:
            return ()
    return ring
