from __future__ import annotations

from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.outline import LinkType, link_type
from lsbuild.text.words import shorten


class RemoteImage(Rule):
    """A picture comes from another site.

    Each reader's browser would tell that site who reads what, the picture can change or
    vanish at any time, and it is missing offline. Put the file beside the text if its licence
    allows; otherwise link to the page that shows it.
    """

    code = "LS315"
    name = "remote-image"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ![Eight people around a table](https://example.org/meeting.png)   <!-- <- LS315 -->
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ![Eight people around a table](meeting.png)
    --- lessons/meeting.png (PNG, 40 x 30 pixels)
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        for image in entry.outline.images:
            if link_type(image.target) is LinkType.EXTERNAL:
                yield self.in_body(
                    entry,
                    image.start,
                    image.end,
                    says=f"the picture `{shorten(image.target, 60)}` comes from another site",
                    hint="put the file beside this text, or link to the page that shows it",
                )
