from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds.source import SourceText
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._cited import citations, source_named
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity


class MissingLocator(Rule):
    """A citation does not say where in the source.

    In a report of two hundred pages nobody can check a sentence without the page. Where a
    source says what it is `located_by`, or how many pages it has, every citation names the
    place: `[@lhs-report, p. 104]`, or `locator: Table 2` in a field.
    """

    code = "LS402"
    name = "missing-locator"
    severity = Severity.WARNING

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Learning has three means [@lhs-report].   <!-- <- LS402 -->
    --- sources/lhs-report.md
    title: A report
    length: 144
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Learning has three means [@lhs-report, p. 22].
    --- sources/lhs-report.md
    title: A report
    length: 144
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        for cited in citations(entry):
            source = source_named(cited.source, entry, portal)
            if source is not None and not cited.locator and (source.located_by or source.length):
                yield cited.found(
                    self,
                    f"`{cited.source}` is cited without a place in it",
                    f"say where: {_example(source)}",
                )


def _example(source: SourceText) -> str:
    what = source.located_by
    return f"its places are called {what}" if what and what != "page" else "`p. 3`"
