from __future__ import annotations

from collections.abc import Iterator

from lsbuild.relations.portal import Portal
from lsbuild.rules._links import links
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity


class UnlinkedTerm(Rule):
    """No page links to a term of the glossary.

    Readers look a word up where they meet it; nobody reads a glossary from the beginning. Link
    the word where it is used first, `[[term/learning-loop|learning loops]]`, or name the term
    under `terms` of the lesson that introduces it.
    """

    code = "LS603"
    name = "unlinked-term"
    severity = Severity.ADVICE

    bad = """
    --- glossary/learning-loop.md
    title: Learning loop   # <- LS603
    """

    good = """
    --- glossary/learning-loop.md
    title: Learning loop
    --- lessons/first-lesson.md
    title: A first lesson
    terms: [learning-loop]
    """

    def check_portal(self, portal: Portal) -> Iterator[Diagnostic]:
        # What could not be read may well hold the link that seems to be missing.
        if portal.library.unread:
            return
        linked = {ref for entry in portal.library for _, ref, _ in links(entry)}
        for term in portal.library.public("term"):
            if not portal.graph.into(term.ref) and term.ref not in linked:
                yield self.at(
                    term,
                    "title",
                    says="no page links to this term",
                    hint=f"link it where it is used first: `[[term/{term.ref.slug}|words]]`",
                )
