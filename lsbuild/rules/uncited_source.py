from __future__ import annotations

from collections.abc import Iterator

from lsbuild.relations.portal import Portal
from lsbuild.rules._links import links
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity


class UncitedSource(Rule):
    """No page cites a source or points to it.

    Readers of the list of sources wonder what it was for, and its own page says “cited by
    nobody”. Cite it where it carries a claim, name it in the `pointers` of a page, or delete
    the file.
    """

    code = "LS408"
    name = "uncited-source"
    severity = Severity.ADVICE

    bad = """
    --- sources/a-paper.md
    title: A paper   # <- LS408
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Teams chose their own questions [@a-paper].
    --- sources/a-paper.md
    title: A paper
    """

    def check_portal(self, portal: Portal) -> Iterator[Diagnostic]:
        # What could not be read may well hold the link that seems to be missing.
        if portal.library.unread:
            return
        linked = {ref for entry in portal.library for _, ref, _ in links(entry)}
        for source in portal.library.public("source"):
            if not portal.graph.into(source.ref) and source.ref not in linked:
                yield self.at(
                    source,
                    "title",
                    says="no page cites this source or points to it",
                    hint="cite it where it carries a claim, or delete the file",
                )
