from __future__ import annotations

from collections.abc import Iterator

from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._cited import sources_like
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.words import listed, nearest


class UnknownCitation(Rule):
    """A text cites a source that the collection does not have.

    A claim without its source is only a claim: readers could not look where it comes from. In
    `[@scott-2014, p. 3]` the first word is the name of a file in `content/sources/` without
    `.md`. Correct it, or add the source first.
    """

    code = "LS303"
    name = "unknown-citation"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Roles were unclear [@scot-2014, p. 3].   <!-- <- LS303 -->
    --- sources/scott-2014.md
    title: Roles in a sub-district
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Roles were unclear [@scott-2014, p. 3].
    --- sources/scott-2014.md
    title: Roles in a sub-district
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        library = portal.library
        for row in entry.outline.citations:
            ref = Ref("source", row.source)
            if ref in library or ref in library.unread:
                continue
            alike = sources_like(row.source, portal)
            near = alike[0] if len(alike) == 1 else ""
            if not alike:
                near = nearest(row.source, (other.ref.slug for other in library.of("source")))
            some = (
                f"write {listed(alike)}"
                if alike
                else "add it to `sources/`, or name one that is there"
            )
            start = row.start + entry.source.body.encode()[row.start :].index(b"@") + 1
            yield self.in_body(
                entry,
                start,
                start + len(row.source),
                near=near,
                write=near,
                says=f"no source is called `{row.source}`",
                hint="" if near else some,
            )
