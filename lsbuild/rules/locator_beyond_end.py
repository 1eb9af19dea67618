from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.kinds.source import SourceText
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._cited import citations, source_named
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic

_FROM_TO = re.compile(r"(\d+)[-–](\d+)")
_PAGES = re.compile(r"\bpp?\.\s*(\d+(?:\s*[-–,]\s*\d+)*)")


class LocatorBeyondEnd(Rule):
    """A citation names a page that the source does not have.

    Somebody who looks there finds nothing, and doubts everything else. Most often two figures
    changed places, or the page of the PDF was taken for the printed one. Compare with the
    source; if its own `length`, or the `page` under its `csl`, is wrong, correct it there.
    """

    code = "LS403"
    name = "locator-beyond-end"

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Learning has three means [@lhs-report, p. 220].   <!-- <- LS403 -->
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
        for cited in citations(entry, pointers=True):
            source = source_named(cited.source, entry, portal)
            printed = _printed(source) if source is not None else None
            if printed is None:
                continue
            for pages in _PAGES.findall(cited.locator):
                beyond = [page for page in re.findall(r"\d+", pages) if int(page) not in printed]
                if beyond:
                    first, last = printed[0], printed[-1]
                    has = (
                        f"has {last} pages" if first == 1 else f"stands on pages {first} to {last}"
                    )
                    yield cited.found(
                        self,
                        f"`{cited.source}` {has}, and page {beyond[0]} is cited",
                        "compare with the source, or correct its "
                        f"`{'length' if source and source.length else 'csl'}`",
                    )


def _printed(source: SourceText) -> range | None:
    """The numbers on its pages, where its record tells them in plain figures."""
    if source.length:
        return range(1, source.length + 1)
    found = _FROM_TO.fullmatch(source.csl.page)
    first, last = map(int, found.groups()) if found else (1, 0)
    return range(first, last + 1) if first <= last else None
