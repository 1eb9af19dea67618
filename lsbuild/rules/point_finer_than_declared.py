from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.kinds._marks import parts
from lsbuild.kinds._scales import Precision
from lsbuild.kinds._setting import Area, Point
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._cited import names_part
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.words import shorten

# What stands for a whole country, in the languages that many portals are written in.
_WHOLE = re.compile(
    r"\b(?:capitale?|Hauptstadt|stands? for|represent\w*|représent\w*|steht für)\b", re.IGNORECASE
)
DECIMALS = 2
"""Two decimals of a degree are about a kilometre: a town, and never a building."""


class PointFinerThanDeclared(Rule):
    """A place is named or drawn more finely than the page declares.

    `precision` says how much may be shown without harm to the people there. A point with many
    decimals finds a building; a name says more than the country. Shorten the point to two
    decimals and take finer names out; change `precision` only if the source itself names the
    place.
    """

    code = "LS410"
    name = "point-finer-than-declared"
    allowed = False

    bad = """
    --- case-studies/meetings.md
    title: Review meetings
    areas:
      - country: KE
        precision: subdivision
        point:
          latitude: -3.63045   # <- LS410
          longitude: 39.85
          of: Kilifi town
    """

    good = """
    --- case-studies/meetings.md
    title: Review meetings
    areas:
      - country: KE
        precision: subdivision
        point: {latitude: -3.63, longitude: 39.85, of: Kilifi town}
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        for keys, area in parts(entry.data, Area):
            for field in _too_fine(area):
                yield self.at(
                    entry,
                    *keys,
                    field,
                    name=True,
                    says=f"`{field}` is finer than the precision `{area.precision}`",
                    hint="take it out; change `precision` only if the source names the place",
                )
            if area.point is None or area.precision is Precision.NONE:
                continue
            yield from self._decimals(entry, (*keys, "point"), area.point)
            if area.precision is Precision.COUNTRY and not _WHOLE.search(area.point.of):
                called = shorten(area.point.of, 60)
                yield self.at(
                    entry,
                    *keys,
                    "point",
                    "of",
                    says=f"`{called}` is finer than the precision `country`",
                    hint=f"take the point out; only if it is so, write `{called}, the capital` or "
                    f"`{called}, which stands for the whole country`",
                )

    def _decimals(
        self, entry: AnyEntry, keys: tuple[str | int, ...], point: Point
    ) -> Iterator[Diagnostic]:
        for field in ("latitude", "longitude"):
            value = getattr(point, field)
            if len(str(value).partition(".")[2]) > DECIMALS:
                yield self.at(
                    entry,
                    *keys,
                    field,
                    near=f"{value:.{DECIMALS}f}",
                    safe=True,
                    says=f"`{value}` finds a building",
                    hint="two decimals are enough for a map",
                )


def _too_fine(area: Area) -> Iterator[str]:
    """The fields that say more than the precision allows."""
    if area.precision not in (Precision.NONE, Precision.COUNTRY):
        return
    if area.subdivision:
        yield "subdivision"
    if names_part(area):
        yield "name"
    if area.point is not None and area.precision is Precision.NONE:
        yield "point"
