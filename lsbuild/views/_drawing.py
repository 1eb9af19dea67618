"""The large map as plain data: land, countries, marks that do not hide each other, names."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from lsbuild.text.messages import country_name
from lsbuild.views._desk import Desk
from lsbuild.views._svg import MARKS, Canvas, Place, shaped
from lsbuild.views._world import Frame, Spot, around, countries, heart, land, main_frame, parts
from lsbuild.views.page import Plain

WIDTH = 1000
APART = 21
"""How far marks stand from each other, so that each can be seen and met."""
FINGER = 37
"""Half of 24 pixels where the drawing is as wide as a phone."""
COARSE, SPECK = 2, 2
"""Land without entries is drawn in steps of so many units, and left out where it has as few."""
SMALL = 12
"""A country narrower than this gets a ring about it."""
LETTER, LINE = 9, 17
"""About how wide a letter of a name is, and how high a line."""


class Mark(NamedTuple):
    """An entry at a point."""

    kind: str
    shape: str
    name: str
    href: str
    spot: Spot


class Box(NamedTuple):
    """A part of the drawing that something stands in."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def draw(counts: dict[str, int], marks: list[Mark], desk: Desk) -> Plain:
    """The drawing for so many entries in each country; nothing where nothing can be drawn."""
    frame = _frame(list(counts), [mark.spot for mark in marks])
    if frame is None:
        return {}
    canvas = Canvas(frame, WIDTH)
    room: list[Box] = []
    placed = list(_placed(marks, canvas, room))
    hearts = [canvas.place(heart(code)) for code in counts if code in countries()]
    shaded = [_country(code, counts[code], canvas, desk, hearts) for code in counts]
    return {
        "width": WIDTH,
        "height": canvas.height,
        "land": Canvas(frame, WIDTH // COARSE).path(land(frame), SPECK),
        "coarse": COARSE,
        "countries": shaded,
        "rings": any(one.get("ring") for one in shaded),
        "names": list(_names([one for one in counts if one in countries()], canvas, room, desk)),
        "stems": "".join(_stem(canvas.place(mark.spot), place) for mark, place in placed),
        "marks": [
            {
                "name": mark.name,
                "href": mark.href,
                "kind": mark.kind,
                "x": place[0],
                "y": place[1],
                "mark": MARKS[mark.shape],
            }
            for mark, place in placed
        ],
    }


def _frame(codes: list[str], spots: list[Spot]) -> Frame | None:
    frames = [frame for code in codes if (frame := main_frame(code))]
    corners = [(one.west, one.south) for one in frames] + [(one.east, one.north) for one in frames]
    if not corners and not spots:
        return None
    return shaped(around([*corners, *spots]).grown(6), 1.2, 2.1, 30)


def _placed(marks: list[Mark], canvas: Canvas, room: list[Box]) -> Iterator[tuple[Mark, Place]]:
    """Each mark at its point, or as near to it as is free."""
    taken: dict[Place, list[Place]] = {}
    for mark in marks:
        own = canvas.place(mark.spot)
        place = next(one for one in _spiral(own) if _is_free(one, taken))
        taken.setdefault(_cell(place), []).append(place)
        x, y = place
        room.append(Box(x - APART / 2, y - APART / 2, x + APART / 2, y + APART / 2))
        yield mark, place


def _spiral(own: Place) -> Iterator[Place]:
    """The point itself, then rings about it, wider and wider."""
    yield own
    for ring in range(1, 1000):
        for step in range(6 * ring):
            angle = math.tau * step / (6 * ring)
            x, y = math.cos(angle) * ring * APART, math.sin(angle) * ring * APART
            yield round(own[0] + x), round(own[1] + y)


def _is_free(place: Place, taken: dict[Place, list[Place]]) -> bool:
    column, row = _cell(place)
    near = (
        other
        for x in (column - 1, column, column + 1)
        for y in (row - 1, row, row + 1)
        for other in taken.get((x, y), ())
    )
    # One unit less, since places are rounded.
    return all(math.dist(place, other) >= APART - 1 for other in near)


def _cell(place: Place) -> Place:
    return place[0] // APART, place[1] // APART


def _stem(own: Place, place: Place) -> str:
    if own == place:
        return ""
    return f"M{own[0]} {own[1]}L{place[0]} {place[1]}"


def _country(code: str, count: int, canvas: Canvas, desk: Desk, hearts: list[Place]) -> Plain:
    """A shaded country, with a ring where it is too small to be seen.

    It has room for a finger where no other country's middle is so near that a finger meets both.
    """
    label = country_name(code, desk.language)
    words = desk.say("1 page") if count == 1 else desk.say("{number} pages").format(number=count)
    found: Plain = {"id": code.lower(), "name": label + desk.say(": ") + words}
    if code in countries():
        found["path"] = canvas.path(parts(code, canvas.frame))
        middle = canvas.place(heart(code))
        found["middle"] = {"x": middle[0], "y": middle[1]}
        if sum(math.dist(middle, one) < 2 * FINGER for one in hearts) == 1:
            found["reach"] = FINGER
        found["ring"] = _is_small(code, canvas)
    return found


def _extent(code: str, canvas: Canvas) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of a country's main parts."""
    frame = main_frame(code) or canvas.frame
    left, top = canvas.place((frame.west, frame.north))
    right, bottom = canvas.place((frame.east, frame.south))
    return left, top, right, bottom


def _is_small(code: str, canvas: Canvas) -> bool:
    left, top, right, bottom = _extent(code, canvas)
    return max(right - left, bottom - top) < SMALL


def _names(codes: list[str], canvas: Canvas, room: list[Box], desk: Desk) -> Iterator[Plain]:
    """The names of countries that find a place free of marks and of other names."""
    for code in codes:
        label = country_name(code, desk.language)
        half, extent = len(label) * LETTER / 2, _extent(code, canvas)
        # The ring about a small country is larger than the country.
        for x, y in _beside(extent, half, SMALL if _is_small(code, canvas) else 0):
            box = Box(x - half, y - LINE / 2, x + half, y + LINE / 2)
            inside = box.left > 0 and box.right < canvas.width
            if inside and not any(box.meets(other) for other in room):
                room.append(box)
                yield {"label": label, "x": round(x), "y": round(y + LINE / 3)}
                break


def _beside(
    extent: tuple[int, int, int, int], half: float, small: int
) -> Iterator[tuple[float, float]]:
    """In the middle of a country where the name fits, else about it, first of all below."""
    left, top, right, bottom = extent
    x, y = (left + right) / 2, (top + bottom) / 2
    if right - left > 2 * half:
        yield x, y
    for away in (LINE + small, 2 * LINE + small):
        yield from ((x, bottom + away - 4), (x, top - away + 4))
        yield from ((right + half + away / 2, y), (left - half - away / 2, y))
    yield x, y
