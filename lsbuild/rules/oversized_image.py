from __future__ import annotations

from collections.abc import Iterator

from lsbuild.relations.portal import Portal
from lsbuild.rules._pictures import SUFFIXES, picture
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.source import Source, Span

MEGABYTES = 2
MEGAPIXELS = 25


class OversizedImage(Rule):
    """A picture is larger than a reader's phone should have to load.

    Two megabytes cost real money where data is sold by the megabyte, and no screen shows more
    than a few million points. Scale the picture to 1,600 points in width, or save it as WebP.
    A drawing or table is often better as text.
    """

    code = "LS502"
    name = "oversized-image"

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ![The map of the district](map.png)
    --- lessons/map.png (PNG, 8,000 x 4,000 pixels)   # <- LS502
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ![The map of the district](map.png)
    --- lessons/map.png (PNG, 1,600 x 800 pixels)
    """

    def check_portal(self, portal: Portal) -> Iterator[Diagnostic]:
        for path, file in portal.library.assets.items():
            found = picture(file) if path.suffix in SUFFIXES else None
            if found is None:
                continue
            says = ""
            if file.stat().st_size > MEGABYTES * 1_000_000:
                size = file.stat().st_size / 1_000_000
                says = f"the picture has {size:.1f} MB; the limit is {MEGABYTES}"
            elif found.width * found.height > MEGAPIXELS * 1_000_000:
                says = f"the picture has {found.width:,} × {found.height:,} points"
            if says:
                yield self.found(
                    Source(path, ""),
                    Span(1),
                    says,
                    "scale it to 1,600 points in width",
                )
