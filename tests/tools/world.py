"""Make `lsbuild/views/data/world.json`, the shapes of countries, from public-domain data.

Not part of any build or check: run it by hand when the shapes should change, and look at the map.

    cd /tmp && npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    .venv/bin/python tests/tools/world.py /tmp/package/countries-50m.json

The 110m file of that package would be smaller, but Barbados is not in it.
"""

import heapq
import json
import math
import sys
from collections import Counter
from pathlib import Path

import pycountry
from date_line import Line, part_rings

TARGET = Path(__file__).parents[2] / "lsbuild" / "views" / "data" / "world.json"
ABOUT = [
    "Shapes of countries, made by tests/tools/world.py; do not edit.",
    "From Natural Earth 4.1.0, Admin 0 countries, 1:50m, public domain (naturalearthdata.com),",
    "by way of countries-50m.json in the npm package world-atlas 2.0.2.",
    "Simplified by Visvalingam's method, small countries less; small islands are left out.",
    "An arc is a line in fiftieths of a degree, longitude and latitude, each point told as its",
    "distance from the one before. A ring is a row of arcs; -1 is arc 0 backwards, and so on.",
    "Borders are those of the source and say nothing of ours.",
]
GRID = 0.02
DETAIL, COARSEST = 0.0024, 0.5
"""The triangle a point must make to stay: a share of its smallest country, or square degrees."""
ISLAND, LARGE = 0.003, 1.9
"""Islands stay from this share of their country on, and from so many square degrees in any."""
ISLET, SPECK = 0.12, 0.12
"""And always from so many square degrees, but where they are so great a share."""
UNNUMBERED = {"Kosovo": "XK", "Somaliland": "SO", "N. Cyprus": "CY"}
"""Parts that the source gives no ISO number."""
APART = {
    "GF": (-55.0, 1.0, -51.0, 6.5),
    "GP": (-62.0, 15.8, -60.9, 16.6),
    "MQ": (-61.3, 14.3, -60.7, 15.0),
    "RE": (55.0, -21.6, 56.0, -20.7),
    "YT": (44.9, -13.1, 45.4, -12.5),
}
"""Codes of their own that the source draws as parts of France: west, south, east, north."""


def lines(topology: dict) -> list[Line]:
    """The arcs in degrees."""
    (kx, ky), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * kx + x0, y * ky + y0))
        found.append(line)
    return found


def countries(topology: dict, arcs: list[Line]) -> dict[str, list[list[int]]]:
    """The rings of each country, by its ISO 3166 code; holes are rings like others."""
    found: dict[str, list[list[int]]] = {}
    for one in topology["objects"]["countries"]["geometries"]:
        code = code_of(one)
        polygons = [one["arcs"]] if one["type"] == "Polygon" else one["arcs"]
        for ring in (ring for polygon in polygons for ring in polygon):
            found.setdefault(apart(code, points(ring, arcs)), []).append(ring)
    found.pop("", None)
    return found


def arc_of(index: int) -> int:
    """The arc that is meant, whichever way it is walked."""
    return index if index >= 0 else ~index


def code_of(one: dict) -> str:
    country = pycountry.countries.get(numeric=one.get("id", ""))
    return country.alpha_2 if country else UNNUMBERED.get(one["properties"]["name"], "")


def apart(code: str, ring: Line) -> str:
    x, y = ring[0]
    for own, (west, south, east, north) in APART.items():
        if code == "FR" and west <= x <= east and south <= y <= north:
            return own
    return code


def points(ring: list[int], arcs: list[Line]) -> Line:
    found: Line = []
    for index in ring:
        found += arcs[index] if index >= 0 else arcs[~index][::-1]
    return found


def area(line: Line) -> float:
    """Square degrees, as they are at the equator."""
    pairs = zip(line, line[1:] + line[:1], strict=True)
    middle = sum(y for _, y in line) / len(line)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2 * math.cos(middle * 0.01745)


def without_islets(shapes: dict[str, list[list[int]]], arcs: list[Line]) -> None:
    """Leave out islands that would only be specks; a country of specks keeps its greatest."""
    uses = Counter(arc_of(index) for rings in shapes.values() for ring in rings for index in ring)
    for code, rings in shapes.items():
        sizes = [area(points(ring, arcs)) for ring in rings]
        total, greatest = sum(sizes), max(sizes)
        shapes[code] = [
            ring
            for ring, size in zip(rings, sizes, strict=True)
            if size == greatest
            or size > min(max(ISLAND * total, ISLET), SPECK * total, LARGE)
            or any(uses[arc_of(index)] > 1 for index in ring)
        ]


def simplified(line: Line, least: float) -> Line:
    """Visvalingam's method: take out the point that matters least, until all matter."""
    keep = 4 if line[0] == line[-1] else 2
    before = {i: i - 1 for i in range(1, len(line))}
    after = {i: i + 1 for i in range(len(line) - 1)}
    weight = {i: triangle(line[i - 1], line[i], line[i + 1]) for i in range(1, len(line) - 1)}
    heap = [(size, i) for i, size in weight.items()]
    heapq.heapify(heap)
    while heap and len(weight) + 2 > keep:
        size, i = heapq.heappop(heap)
        if weight.get(i) != size:
            continue
        if size >= least:
            break
        del weight[i]
        a, b = before[i], after[i]
        after[a], before[b] = b, a
        for j in (a, b):
            if j in weight:
                around = triangle(line[before[j]], line[j], line[after[j]])
                weight[j] = max(size, around)
                heapq.heappush(heap, (weight[j], j))
    return [line[0], *(line[i] for i in sorted(weight)), line[-1]]


def triangle(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    twice = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])
    return abs(twice) / 2 * math.cos(b[1] * 0.01745)


def told(line: Line) -> str:
    """A line on the grid, as distances."""
    steps, here = [], (0, 0)
    for x, y in line:
        point = (round(x / GRID), round(y / GRID))
        if point != here or not steps:
            steps += [point[0] - here[0], point[1] - here[1]]
        here = point
    return " ".join(map(str, steps))


def world(topology: dict) -> dict:
    arcs = lines(topology)
    shapes = countries(topology, arcs)
    part_rings(shapes, arcs)
    without_islets(shapes, arcs)
    detail: dict[int, float] = {}
    for rings in shapes.values():
        size = sum(area(points(ring, arcs)) for ring in rings) * DETAIL
        for index in (arc_of(one) for ring in rings for one in ring):
            detail[index] = min(detail.get(index, COARSEST), size)
    number = {index: place for place, index in enumerate(sorted(detail))}
    return {
        "about": ABOUT,
        "arcs": [told(simplified(arcs[index], detail[index])) for index in sorted(detail)],
        "shapes": {
            code: [[number[i] if i >= 0 else ~number[~i] for i in ring] for ring in rings]
            for code, rings in sorted(shapes.items())
        },
    }


def written(data: dict) -> str:
    """One arc a line and one country a line, so that a change can be read."""
    rows = {name: ",\n".join(json.dumps(one) for one in data[name]) for name in ("about", "arcs")}
    shapes = ",\n".join(
        f'"{code}":{json.dumps(rings, separators=(",", ":"))}'
        for code, rings in data["shapes"].items()
    )
    return (
        f'{{"about":[\n{rows["about"]}],\n"arcs":[\n{rows["arcs"]}],\n"shapes":{{\n{shapes}}}}}\n'
    )


if __name__ == "__main__":
    TARGET.write_text(written(world(json.loads(Path(sys.argv[1]).read_text()))), encoding="utf-8")
    print(f"{TARGET}: {TARGET.stat().st_size / 1000:.0f} kB")
