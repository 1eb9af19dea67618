from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds._scales import ConsentScope
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._consent import has_consent
from lsbuild.rules._links import beside
from lsbuild.rules._pictures import is_colourful
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.outline import Image, Link, LinkType, link_type

_COLOURS = 4_096
"""Drawings have few colours, also where their edges are smooth."""
_SUFFIXES = (".jpg", ".jpeg", ".webp", ".avif")


class PhotographWithoutConsent(Rule):
    """A photograph is shown or linked to, and no consent is named.

    People who are seen in a picture of a clinic can be found, now or years later. Ask them, keep
    their answer where only editors see it, and name its number here under `consents`. A PNG
    with many colours counts as a photograph. A picture without people may be `allow`ed, with
    these words as the reason.
    """

    code = "LS417"
    name = "photograph-without-consent"

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ![Eight people around a table](meeting.jpg)   <!-- <- LS417 -->
    --- lessons/meeting.jpg (JPEG, 40 x 30 pixels)
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    consents:
      - {record: book-2026-014, scope: [photograph], until: 2090-01-01}
    ---
    ![Eight people around a table](meeting.jpg)
    --- lessons/meeting.jpg (JPEG, 40 x 30 pixels)
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        if has_consent(entry, ConsentScope.PHOTOGRAPH):
            return
        rows: list[Image | Link] = [*entry.outline.images, *entry.outline.links]
        for row in rows:
            if link_type(row.target) is not LinkType.FILE:
                continue
            path, _ = beside(entry, row.target)
            file = portal.library.assets.get(path)
            if path.suffix.lower() in _SUFFIXES or (file and is_colourful(file, _COLOURS)):
                yield self.in_body(
                    entry,
                    row.start,
                    row.end,
                    says="no consent is named for this photograph",
                    hint="ask the people in it and name the record under `consents`, or `allow` "
                    "this where nobody is seen",
                )
