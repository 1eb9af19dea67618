from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds._fields import RefTo
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._links import led_to
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic


class SelfReference(Rule):
    """An entry points to itself.

    A reader who follows the link arrives where they already are, and a lesson that needs
    itself can never be begun. Name the entry that was meant, or delete the line. A link to a
    heading of the same page is written `[words](#the-heading)`.
    """

    code = "LS202"
    name = "self-reference"

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    needs: [first-lesson]   # <- LS202
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ## One step

    See [the first step](#one-step).
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        hint = "name the entry that was meant, or delete this"
        for keys, value, mark in entry.marked(RefTo):
            slug = value.partition("#")[0]
            if entry.ref == (Ref(mark.kind, slug) if mark.kind else Ref.parse(slug)):
                yield self.at(entry, *keys, says=f"`{value}` is this very entry", hint=hint)
        for link, target, anchor in led_to(entry, portal.library):
            if target is entry and not anchor:
                yield self.in_body(
                    entry, link.start, link.end, says="the link leads to this very page", hint=hint
                )
