from __future__ import annotations

from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic


class ImageWithoutAlt(Rule):
    """A picture has no words that stand for it.

    People who cannot see the picture, or whose connection did not load it, get only these
    words. Say between the brackets what the picture shows and why it is here:
    `![Waiting time fell from four hours to two](chart.png)`.
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
            if not image.alt:
                yield self.in_body(
                    entry,
                    image.start,
                    image.end,
                    says="this picture has no words that stand for it",
                    hint="say between the brackets what it shows: `![Eight people at a table](…)`",
                )
