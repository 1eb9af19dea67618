from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds._fields import RefTo
from lsbuild.kinds._scales import Status
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._links import links
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
            if state := _state(ref, entry, portal):
                yield self.at(entry, *keys, says=f"`{ref}` is {state}", hint=_HINT)
        for row in entry.outline.citations:
            ref = Ref("source", row.source)
            if state := _state(ref, entry, portal):
                yield self.in_body(
                    entry, row.start, row.end, says=f"`{ref}` is {state}", hint=_HINT
                )
        for link, ref, _ in links(entry):
            if state := _state(ref, entry, portal):
                yield self.in_body(
                    entry, link.start, link.end, says=f"`{ref}` is {state}", hint=_HINT
                )


_HINT = "readers cannot open it: publish it first, or take this out"


def _state(ref: Ref, entry: AnyEntry, portal: Portal) -> str:
    """Why readers cannot open an entry; empty where they can, or where it does not exist."""
    target = portal.library.find(ref, entry.language)
    return _WORDS.get(target.data.status, "") if target else ""
