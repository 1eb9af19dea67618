from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.outline import Image
from lsbuild.text.words import shorten

# What editors and cameras put there unasked.
_UNASKED = re.compile(
    r"(?:images?|pictures?|photos?|photographs?|figures?|graphics?|screen ?shots?|alt(?: text)?)"
    r"[ _-]*\d*|(?:img|dsc[nf]?|pxl|screenshot|whatsapp image)[ _-]?\d[\w .-]*",
    re.IGNORECASE,
)


class ImageWithoutAlt(Rule):
    """A picture has no words that stand for it.

    People who cannot see the picture, or whose connection did not load it, get only these
    words. Say between the brackets what the picture shows and why it is here:
    `![Waiting time fell from four hours to two](chart.png)`. `image`, or what the file is
    called, says nothing.
    """

    code = "LS306"
    name = "image-without-alt"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ![](meeting.png)   <!-- <- LS306 -->
    --- lessons/meeting.png (PNG, 40 x 30 pixels)
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ![Eight people around a table, one of them writing](meeting.png)
    --- lessons/meeting.png (PNG, 40 x 30 pixels)
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        for image in entry.outline.images:
            if not image.alt or _is_empty(image):
                shown = f"`{shorten(image.alt, 60)}` does not say what this picture shows"
                yield self.in_body(
                    entry,
                    image.start,
                    image.end,
                    says=shown if image.alt else "this picture has no words that stand for it",
                    hint="say between the brackets what it shows: `![Eight people at a table](…)`",
                )


def _is_empty(image: Image) -> bool:
    """Whether the words say no more than that there is a picture, or what its file is called."""
    words, path = image.alt.strip().casefold(), PurePosixPath(image.target.casefold())
    return _UNASKED.fullmatch(words) is not None or words in (path.name, path.stem)
