from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from lsbuild.kinds._keeping import Media
from lsbuild.kinds._marks import parts
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._links import beside
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity
from lsbuild.text.outline import LinkType
from lsbuild.text.source import Source, Span


class UnusedAsset(Rule):
    """No page shows a file or links to it.

    What nobody needs is still published, found by search engines and kept for years, and
    sometimes it was never meant for readers. Show it with `![words](file.png)`, link to it
    with `[words](file.pdf)`, or delete it.
    """

    code = "LS501"
    name = "unused-asset"
    severity = Severity.WARNING

    bad = """
    --- lessons/meeting.png (PNG, 40 x 30 pixels)   # <- LS501
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ![Eight people around a table](meeting.png)
    --- lessons/meeting.png (PNG, 40 x 30 pixels)
    """

    def check_portal(self, portal: Portal) -> Iterator[Diagnostic]:
        # What could not be read may well be the page that uses it.
        if not portal.library.assets or portal.library.unread:
            return
        used = {path for entry in portal.library for path in _used(entry)}
        for path in sorted(set(portal.library.assets) - used):
            yield self.found(
                Source(path, ""),
                Span(1),
                "no page shows this file or links to it",
                "show it, link to it, or delete it",
            )


def _used(entry: AnyEntry) -> Iterator[PurePosixPath]:
    outline = entry.outline
    targets = [image.target for image in outline.images]
    targets += [link.target for link in outline.links if link.type is LinkType.FILE]
    for _, media in parts(entry.data, Media):
        targets += [media.transcript, media.captions]
    yield from (beside(entry, target)[0] for target in targets if target)
