from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from lsbuild.kinds._fields import RefTo
from lsbuild.kinds._scales import Status
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._links import find, led_to
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity


class LinkToUnpublished(Rule):
    """A published page points to one that readers cannot open.

    A draft was never shown, so readers would miss it: publish it first, take this reference
    out, or set this page back to `draft`. A page that was taken down is missed too, but whoever
    takes one down must not wait: then the finding is advice, the portal is built, and no link
    leads there. Look at each such place afterwards, and take out what should not be told.
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
        library = portal.library
        for keys, value, mark in entry.marked(RefTo):
            slug = value.partition("#")[0]
            ref = Ref(mark.kind, slug) if mark.kind else Ref.parse(slug)
            if hidden := _hidden(find(ref, entry, library)):
                yield _told(partial(self.at, entry, *keys), hidden)
        places = [
            (row.start, row.end, find(Ref("source", row.source), entry, library))
            for row in entry.outline.citations
        ]
        places += [(link.start, link.end, to) for link, to, _ in led_to(entry, library)]
        for start, end, target in places:
            if hidden := _hidden(target):
                yield _told(partial(self.in_body, entry, start, end), hidden)


def _hidden(target: AnyEntry | None) -> AnyEntry | None:
    """What is there and cannot be opened by readers."""
    return target if target is not None and not target.is_public else None


def _told(place: Callable[..., Diagnostic], target: AnyEntry) -> Diagnostic:
    if not target.is_taken_down:
        hint = "readers cannot open it: publish it first, or take this out"
        return place(says=f"`{target.ref}` is still a draft", hint=hint)
    state = "withdrawn" if target.data.status is Status.WITHDRAWN else "a draft again"
    hint = "no link is shown: read what is told here, and take it out if it must go too"
    # Somebody may be in danger, and what other pages say must not keep this one online.
    return replace(place(says=f"`{target.ref}` is {state}", hint=hint), severity=Severity.ADVICE)
