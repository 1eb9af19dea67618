"""Degrees and years as the short numbers and paths of an SVG. Only numbers are written here."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise

from lsbuild.views._world import Frame, Ring, Spot

Place = tuple[int, int]
"""Where something stands in a drawing: to the right, and down."""

MARKS = {
    "circle": "M-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0z",
    "square": "M-8-8h16v16h-16z",
    "diamond": "M0-11l11 11l-11 11l-11-11z",
    "triangle": "M0-10l10 18h-20z",
    "wedge": "M0 10l-10-18h20z",
    "plus": "M-4-10h8v6h6v8h-6v6h-8v-6h-6v-8h6z",
}
"""Shapes about the point 0 0, all of nearly one size."""


class Canvas:
    """A drawing of a frame, so many units wide; degrees keep their shape in its middle."""

    def __init__(self, frame: Frame, width: int) -> None:
        self.frame, self.width = frame, width
        self.across = width / (frame.east - frame.west)
        # At the poles a degree of longitude is nothing, and would make the drawing endless.
        self.down = self.across / max(math.cos(math.radians(frame.middle)), 0.3)
        self.height = round((frame.north - frame.south) * self.down)

    def place(self, spot: Spot) -> Place:
        x = (spot[0] - self.frame.west) * self.across
        return round(x), round((self.frame.north - spot[1]) * self.down)

    def path(self, rings: Iterable[Ring], least: int = 0) -> str:
        """Closed lines; what is not so many units wide or high is left out."""
        drawn = ([self.place(spot) for spot in ring] for ring in rings)
        return "".join(closed(places) for places in drawn if _size(places) >= least)


def _size(places: list[Place]) -> int:
    columns, rows = [x for x, _ in places], [y for _, y in places]
    return max(max(columns) - min(columns), max(rows) - min(rows))


def closed(places: list[Place]) -> str:
    """
    >>> closed([(1, 1), (1, 1), (5, 1), (5, -3)])
    'M1 1l4 0 0-4z'
    """
    corners = [
        here for before, here in zip(places[-1:] + places, places, strict=False) if here != before
    ]
    if len(corners) < 3:
        return ""
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(corners)]
    return f"M{_pair(corners[0])}l{_row(steps)}z"


def _row(steps: Iterable[Place]) -> str:
    """Numbers as short as SVG lets them be: a minus needs no space before it."""
    return " ".join(_pair(step) for step in steps).replace(" -", "-")


def _pair(place: Place) -> str:
    return f"{place[0]} {place[1]}".replace(" -", "-")


def shaped(frame: Frame, lowest: float, highest: float, least: float) -> Frame:
    """The frame made larger, until its width is `lowest` to `highest` times its height.

    It is `least` degrees wide at least, and no larger than the world.
    """
    lean = max(math.cos(math.radians(frame.middle)), 0.3)
    width = max(frame.east - frame.west, least)
    height = max(frame.north - frame.south, width * lean / highest)
    width = max(width, height * lowest / lean)
    west, east = _about(frame.west, frame.east, width, 180.0)
    south, north = _about(frame.south, frame.north, height, 90.0)
    return Frame(west, south, east, north)


def _about(low: float, high: float, size: float, limit: float) -> tuple[float, float]:
    """So much about the same middle, moved where it would pass the end of the world."""
    size = min(size, 2 * limit)
    start = min(max((low + high - size) / 2, -limit), limit - size)
    return start, start + size
