from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds._marks import parts
from lsbuild.kinds._parts import Pointer
from lsbuild.kinds._scales import Read
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._cited import citations, source_named
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic


class PointerAsEvidence(Rule):
    """A text that we did not read is cited as evidence.

    A title proves nothing, and a page we point to because we could not open it proves nothing
    either. Where we read it after all, say so in the source's `read`, and take it out of
    `pointers`. Otherwise cite what we did read.
    """

    code = "LS407"
    name = "pointer-as-evidence"

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Teams chose their own questions [@a-report, p. 3].   <!-- <- LS407 -->
    --- sources/a-report.md
    title: A report
    read: title
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Teams chose their own questions [@a-report, p. 3].
    --- sources/a-report.md
    title: A report
    read: part
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        pointers = [pointer for _, pointer in parts(entry.data, Pointer)]
        for cited in citations(entry):
            source = source_named(cited.source, entry, portal)
            if source is not None and source.read is Read.TITLE:
                yield cited.found(
                    self,
                    f"`{cited.source}` is cited, and we read only its title",
                    "cite a source that we read, or move this one to `pointers`",
                )
            elif any(
                cited.source == one.source and one.locator in ("", cited.locator)
                for one in pointers
            ):
                yield cited.found(
                    self,
                    f"`{cited.source}` is cited here, and `pointers` says we did not read it",
                    "take it out of `pointers`, or cite what we did read",
                )
