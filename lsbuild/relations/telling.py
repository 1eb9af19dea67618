"""Where in a lesson the reader is asked to decide: before the telling gives the answer away."""

from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds.lesson import Lesson
from lsbuild.library.library import AnyEntry
from lsbuild.text.outline import Heading


def places(entry: AnyEntry) -> Iterator[Heading]:
    """The headings at which a body can be parted: `##`, and not within a quote or a list."""
    body = entry.source.body.encode()
    for heading in entry.outline.headings:
        if heading.level == 2 and body[max(0, heading.start - 1) : heading.start] in (b"", b"\n"):
            yield heading


def asked_before(entry: AnyEntry) -> str:
    """The anchor of the heading before which a lesson asks; empty for before the whole body."""
    data = entry.data
    if not isinstance(data, Lesson) or data.decision is None:
        return ""
    known = (heading.id for heading in places(entry))
    return next((anchor for anchor in known if anchor == data.decision.before), "")
