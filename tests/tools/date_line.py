"""Rings that run over the date line, parted there.

A step from one end of the world to the other would be drawn as an edge across all of it.
"""

import math
from collections.abc import Iterator
from itertools import pairwise

POLE = -90
"""What lies about a pole lies about this one."""

Spot = tuple[float, float]
Line = list[Spot]
Ring = list[int]
"""Numbers of arcs; `~n` is arc `n` backwards."""


def part_rings(shapes: dict[str, list[Ring]], arcs: list[Line]) -> None:
    """Put two rings where one has two sides; new arcs are added behind the others."""
    pieces: dict[int, Ring] = {}
    for index, line in enumerate(list(arcs)):
        if any(is_over(a, b) for a, b in pairwise(line)):
            found = sides(line)
            pieces[index] = list(range(len(arcs), len(arcs) + len(found)))
            arcs += found
    for code, rings in shapes.items():
        whole = (list(steps(ring, pieces)) for ring in rings)
        shapes[code] = [part for ring in whole for part in parted(ring, arcs)]


def is_over(a: Spot, b: Spot) -> bool:
    return abs(a[0] - b[0]) > 180


def sides(line: Line) -> list[Line]:
    """A line as the lines it makes on each side, all of them up to the date line."""
    found = [line[:1]]
    for a, b in pairwise(line):
        if is_over(a, b):
            side = math.copysign(180, a[0])
            across = b[0] + 2 * side - a[0]
            y = a[1] + (b[1] - a[1]) * ((side - a[0]) / across if across else 0)
            found[-1].append((side, y))
            found.append([(-side, y)])
        found[-1].append(b)
    return found


def steps(ring: Ring, pieces: dict[int, Ring]) -> Iterator[int]:
    """The arcs of a ring, with the pieces of those that were taken apart."""
    for index in ring:
        if index >= 0:
            yield from pieces.get(index, [index])
        else:
            yield from (~one for one in pieces.get(~index, [~index])[::-1])


def parted(ring: Ring, arcs: list[Line]) -> list[Ring]:
    """A ring as the rings it makes on each side; one about the pole goes along the pole."""
    rows: list[Ring] = [[]]
    for index in ring:
        if rows[-1] and is_over(end(rows[-1][-1], arcs), end(~index, arcs)):
            rows.append([])
        rows[-1].append(index)
    last, first = end(rows[-1][-1], arcs), end(~rows[0][0], arcs)
    if len(rows) > 1 and not is_over(last, first):
        rows[0] = rows.pop() + rows[0]
    if len(rows) == 1:
        rows[0] += by_the_pole(end(rows[0][-1], arcs), end(~rows[0][0], arcs), arcs)
    return rows


def by_the_pole(last: Spot, first: Spot, arcs: list[Line]) -> Iterator[int]:
    """What closes a ring about the pole; nothing where it is closed."""
    if is_over(last, first):
        # Each an arc of its own, since what has no height does not outlive simplifying.
        for leg in pairwise([last, (last[0], POLE), (first[0], POLE), first]):
            yield len(arcs)
            arcs.append(list(leg))


def end(index: int, arcs: list[Line]) -> Spot:
    return arcs[index][-1] if index >= 0 else arcs[~index][0]
