from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds._fields import RefTo
from lsbuild.kinds._scales import Status
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._links import find, led_to
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic

_WORDS = {Status.DRAFT: "still a draft", Status.WITHDRAWN: "withdrawn"}


class LinkToUnpublished(Rule):
    """A published page points to one that readers cannot open.

    Drafts are not shown, and a withdrawn page was taken down for a reason: to go on pointing
    to it, or citing it, would bring it back. Publish the other page first, take this
    reference out, or set this page back to `draft`.
    """

    code = "LS205"
    name = "link-to-unpublished"

    bad = """
    --- lessons/second-lesson.md
    title: A second lesson
    needs: [first-lesson]   # <- LS205
    --- lessons/first-lesson.md
    title: A first lesson
    status: draft
    """

    good = """
    --- lessons/second-lesson.md
    title: A second lesson
    needs: [first-lesson]
    --- lessons/first-lesson.md
    title: A first lesson
    status: published
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        if not entry.is_public:
            return
        for keys, value, mark in entry.marked(RefTo):
            slug = value.partition("#")[0]
            ref = Ref(mark.kind, slug) if mark.kind else Ref.parse(slug)
            if says := _says(find(ref, entry, portal.library)):
                yield self.at(entry, *keys, says=says, hint=_HINT)
        for row in entry.outline.citations:
            if says := _says(find(Ref("source", row.source), entry, portal.library)):
                yield self.in_body(entry, row.start, row.end, says=says, hint=_HINT)
        for link, target, _ in led_to(entry, portal.library):
            if says := _says(target):
                yield self.in_body(entry, link.start, link.end, says=says, hint=_HINT)


_HINT = "readers cannot open it: publish it first, or take this out"


def _says(target: AnyEntry | None) -> str:
    """Why readers cannot open an entry; empty where they can, or where it does not exist."""
    state = _WORDS.get(target.data.status, "") if target else ""
    return f"`{target.ref}` is {state}" if target and state else ""
