"""The dated layers of a learning site on a line of years, as plain data."""

from __future__ import annotations

import math
from typing import NamedTuple

from lsbuild.kinds._scales import LayerKind
from lsbuild.kinds.learning_site import Layer, LearningSite
from lsbuild.text.words import shorten
from lsbuild.views._desk import Desk
from lsbuild.views._svg import MARKS
from lsbuild.views.page import Plain

SHAPES = {
    LayerKind.STUDY: "circle",
    LayerKind.WORKSHOP: "diamond",
    LayerKind.COACHING: "triangle",
    LayerKind.MEETING: "square",
    LayerKind.COURSE: "wedge",
    LayerKind.POLICY_WORK: "plus",
}
LEAST = 2
"""One date alone makes no line."""
WIDTH, LEFT, RIGHT = 400, 14, 386
"""Narrow enough for the words to be read on a phone."""
TOP, ROW = 22, 40
LONGEST = 54
"""Letters of a title that fit on a line."""
STEPS = (1, 2, 5, 10, 20, 50, 100)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}


class Span(NamedTuple):
    """From when to when, in years; None where it is open."""

    start: float | None
    end: float | None


def span(when: str) -> Span | None:
    """
    >>> span("2012-07/2014"), span("2013/..")
    (Span(start=2012.5, end=2015.0), Span(start=2013.0, end=None))
    """
    first, slash, last = when.partition("/")
    start, end = _bounds(first), _bounds(last if slash else first)
    if not start and not end:
        return None
    return Span(start[0] if start else None, end[1] if end else None)


def _bounds(when: str) -> tuple[float, float] | None:
    """The beginning and the end of a year, a season or a month; days are too small to be seen."""
    parts = when.strip("~?%").split("-")
    if not all(part.isdigit() for part in parts):
        return None
    year = int(parts[0])
    if len(parts) == 1:
        return float(year), year + 1.0
    month = int(parts[1])
    if month in _SEASONS:
        return year + (_SEASONS[month] - 1) / 12, year + min(_SEASONS[month] + 2, 12) / 12
    return year + (month - 1) / 12, year + month / 12


class Axis:
    """The years of all spans, on the width of the drawing."""

    def __init__(self, spans: list[Span]) -> None:
        known = [year for one in spans for year in one if year is not None]
        self.first = math.floor(min(known))
        self.last = max(math.ceil(max(known)), self.first + 1)

    def x(self, year: float) -> int:
        return round(LEFT + (year - self.first) / (self.last - self.first) * (RIGHT - LEFT))

    def ticks(self) -> list[Plain]:
        length = self.last - self.first
        step = next((one for one in STEPS if length / one <= 8), length)
        first = math.ceil(self.first / step) * step
        return [{"x": self.x(year), "label": str(year)} for year in range(first, self.last, step)]


def timeline(site: LearningSite, desk: Desk) -> Plain:
    """The drawing, and the layers that are not on it; nothing where too few are dated."""
    layers = sorted(site.layers, key=lambda layer: layer.order)
    dated = [(found, layer) for layer in layers if (found := span(layer.when))]
    if len(dated) < LEAST:
        return {}
    axis = Axis([found for found, _ in dated])
    dated.sort(key=lambda pair: pair[0].start if pair[0].start is not None else axis.first)
    on = {layer.id for _, layer in dated}
    kinds = dict.fromkeys(layer.kind for _, layer in dated)
    return {
        "width": WIDTH,
        "height": TOP + ROW * len(dated),
        "top": TOP,
        "ticks": axis.ticks(),
        "rows": [
            _row(layer, found, axis, TOP + ROW * index, desk)
            for index, (found, layer) in enumerate(dated)
        ],
        "legend": [
            {"kind": kind.value, "label": desk.say(kind.label), "mark": MARKS[SHAPES[kind]]}
            for kind in kinds
        ],
        "undated": [
            {"title": layer.title, "href": f"#layer-{layer.id}"}
            for layer in layers
            if layer.id not in on
        ],
    }


def _row(layer: Layer, found: Span, axis: Axis, y: int, desk: Desk) -> Plain:
    """A layer: its title, and below it a line from its beginning to its end."""
    start = axis.x(found.start if found.start is not None else axis.first)
    end = axis.x(found.end if found.end is not None else axis.last)
    kind, when = desk.say(layer.kind.label), desk.period(layer.when)
    return {
        "href": f"#layer-{layer.id}",
        "name": f"{layer.title}. {kind}, {when}",
        "title": shorten(layer.title, LONGEST),
        "kind": layer.kind.value,
        "mark": MARKS[SHAPES[layer.kind]],
        "about": any(sign in layer.when for sign in "~?%"),
        "open": found.end is None,
        "start": start,
        "end": end,
        "y": y + 16,
    }
