"""Where entries are, no finer than they declare; and the small map on the page of each."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from lsbuild.kinds._scales import Precision
from lsbuild.kinds._setting import Area
from lsbuild.library.library import AnyEntry
from lsbuild.text.messages import country_name
from lsbuild.views._desk import Desk, href, place_name
from lsbuild.views._svg import Canvas, Place, shaped
from lsbuild.views._world import Frame, Spot, around, countries, land, main_frame, parts
from lsbuild.views.page import Plain

STEPS = {Precision.SUBDIVISION: 0.5, Precision.DISTRICT: 0.1, Precision.TOWN: 0.01}
"""How many degrees a drawn point is exact to; a precision that is not here has no point."""
RADIUS = {Precision.SUBDIVISION: 16, Precision.DISTRICT: 11, Precision.TOWN: 8}
"""The less exact a point, the larger it is on the small map."""
WIDTH = 324
FINE, WIDE, COARSE = 2, 60, 3
"""Land about a place is drawn in steps of so many units, and of so many where it has more degrees
than this: every reader of the page pays for each corner."""


class Shown(NamedTuple):
    """A place that may be shown: its country, and a point where there is one."""

    country: str
    name: str
    precision: Precision
    spot: Spot | None
    of: str
    """What the point is; empty without one."""


def areas_of(entry: AnyEntry) -> tuple[Area, ...]:
    """All places of an entry, shown or not."""
    return tuple(getattr(entry.data, "areas", ()))


def shown(entry: AnyEntry, language: str) -> list[Shown]:
    """The places of an entry that may be shown."""
    return [
        _shown(area, language) for area in areas_of(entry) if area.precision is not Precision.NONE
    ]


def _shown(area: Area, language: str) -> Shown:
    step = STEPS.get(area.precision)
    name = place_name(area)
    if area.point is None or step is None:
        return Shown(area.country, name, area.precision, None, "")
    spot = _stepped(area.point.longitude, step), _stepped(area.point.latitude, step)
    return Shown(area.country, name, area.precision, spot, area.point.of)


def _stepped(degrees: float, step: float) -> float:
    return round(round(degrees / step) * step, 2)


def map_url(desk: Desk) -> str:
    """The address of the map, or nothing where no entry of this language has a place."""
    there = any(areas_of(entry) for entry in desk.library.public(language=desk.language))
    return f"{desk.prefix()}map/" if there else ""


def frame_of(places: Iterable[Shown]) -> Frame | None:
    """The frame that holds the countries of the places, and their points."""
    corners: list[Spot] = []
    for one in places:
        frame = main_frame(one.country)
        corners += [(frame.west, frame.south), (frame.east, frame.north)] if frame else []
        corners += [one.spot] if one.spot else []
    return around(corners) if corners else None


def inset(entry: AnyEntry, desk: Desk) -> Plain:
    """The small map of an entry; nothing where no place is shown."""
    places = shown(entry, desk.language)
    frame = frame_of(places)
    if frame is None:
        return {}
    room = shaped(frame.grown((frame.east - frame.west) / 12), 1.3, 1.4, 2.0)
    codes = tuple(sorted({one.country for one in places}))
    ground, shapes, height = _ground(room, codes)
    canvas = Canvas(room, WIDTH)
    points = {
        canvas.place(one.spot): {**_xy(canvas.place(one.spot)), "r": RADIUS[one.precision]}
        for one in places
        if one.spot
    }
    where = href(entry.url, f"{map_url(desk)}#place-{places[0].country.lower()}")
    return {
        "width": WIDTH,
        "height": height,
        "name": _sentence(places, desk),
        "land": ground,
        "coarse": _coarse(room),
        "shapes": shapes,
        "points": list(points.values()),
        "href": where,
    }


@cache
def _ground(frame: Frame, codes: tuple[str, ...]) -> tuple[str, str, int]:
    """What entries of the same countries share: the land, the countries, the height."""
    canvas = Canvas(frame, WIDTH)
    known = [code for code in codes if code in countries()]
    rings = [ring for code in known for ring in parts(code, frame)]
    ground = Canvas(frame, WIDTH // _coarse(frame)).path(land(frame), 4)
    return ground, canvas.path(rings), canvas.height


def _coarse(frame: Frame) -> int:
    return COARSE if frame.east - frame.west > WIDE else FINE


def _xy(place: Place) -> Plain:
    return {"x": place[0], "y": place[1]}


def _sentence(places: list[Shown], desk: Desk) -> str:
    """What the small map shows, for those who do not see it."""
    names = dict.fromkeys(country_name(one.country, desk.language) for one in places)
    points = dict.fromkeys(one.of for one in places if one.of)
    country = ", ".join(names)
    if not points:
        return desk.say("A map with {country} shaded.").format(country=country)
    words = desk.say("A map of {country} with a point: {place}.")
    return words.format(country=country, place="; ".join(points))
