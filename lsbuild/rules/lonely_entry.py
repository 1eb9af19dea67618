from __future__ import annotations

from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.graph import CITES, POINTS
from lsbuild.relations.portal import Portal
from lsbuild.rules._links import links
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity

_KINDS = ("case-study", "learning-site", "lesson", "role-guide")


class LonelyEntry(Rule):
    """Nothing leads to an entry, and it leads nowhere.

    Readers come upon a page by way of another one, and go on from it: alone it is found by
    search or not at all. Name the lessons that use it, the site it belongs to, the role
    actions it shows, or a page to read next in `related`, with the reason.
    """

    code = "LS204"
    name = "lonely-entry"
    severity = Severity.ADVICE

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson   # <- LS204
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    --- lessons/second-lesson.md
    title: A second lesson
    needs: [first-lesson]
    """

    def check_portal(self, portal: Portal) -> Iterator[Diagnostic]:
        # What could not be read may well hold the link that seems to be missing.
        if portal.library.unread:
            return
        linked = {ref for entry in portal.library for _, ref, _ in links(entry)}
        for entry in portal.library.public():
            if entry.ref.kind in _KINDS and entry.ref not in linked and not _leads(entry, portal):
                yield self.at(
                    entry,
                    "title",
                    says="nothing leads here, and this leads nowhere",
                    hint="name a page to read next in `related`, with the reason",
                )


def _leads(entry: AnyEntry, portal: Portal) -> bool:
    out = [edge for edge in portal.graph.out(entry.ref) if edge.relation not in (CITES, POINTS)]
    return bool(out or portal.graph.into(entry.ref) or any(links(entry)))
