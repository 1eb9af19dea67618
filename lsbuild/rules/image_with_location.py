from __future__ import annotations

from collections.abc import Iterator

from lsbuild.relations.portal import Portal
from lsbuild.rules._pictures import SUFFIXES, picture
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.source import Source, Span


class ImageWithLocation(Rule):
    """A photograph tells where it was taken.

    Phones write the place into each picture, to within a few metres. Whoever looks into the
    repository can read it, whatever the text keeps quiet about. Save the picture without its
    details: in most programs “Export for web”, or send it to yourself by a messaging app. Other
    details, such as names and comments, are taken out of what readers get; of an AVIF picture
    they are not, so it may have none.
    """

    code = "LS503"
    name = "image-with-location"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ![Eight people around a table](meeting.jpg)
    --- lessons/meeting.jpg (JPEG, 40 x 30 pixels, with GPS)   # <- LS503
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ![Eight people around a table](meeting.jpg)
    --- lessons/meeting.jpg (JPEG, 40 x 30 pixels)
    """

    def check_portal(self, portal: Portal) -> Iterator[Diagnostic]:
        for path, file in portal.library.assets.items():
            found = picture(file) if path.suffix in SUFFIXES else None
            if found is not None and (found.place or found.sealed):
                yield self.found(
                    Source(path, ""),
                    Span(1),
                    "the picture tells where it was taken"
                    if found.place
                    else "the picture has details that are not taken out of AVIF",
                    "save it again without its details",
                )
