from __future__ import annotations

from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity


class RepeatedTitle(Rule):
    """Two entries of one kind have the same title.

    In lists and search results readers cannot tell them apart. Say in the title what is
    special about each: the place, the year, the group. If both files tell the same thing,
    keep one and give it the other's address as an alias.
    """

    code = "LS601"
    name = "repeated-title"
    severity = Severity.WARNING

    bad = """
    --- lessons/learning.md
    title: Learning loops
    --- lessons/loops.md
    title: Learning loops   # <- LS601
    """

    good = """
    --- lessons/learning.md
    title: Learning loops
    --- lessons/loops.md
    title: Learning loops in one district
    """

    def check_portal(self, portal: Portal) -> Iterator[Diagnostic]:
        seen: dict[tuple[str, str, str], AnyEntry] = {}
        for entry in portal.library.public():
            title = " ".join(entry.data.title.casefold().split())
            other = seen.setdefault((entry.ref.kind, entry.language, title), entry)
            if other is not entry:
                yield self.at(
                    entry,
                    "title",
                    says=f"`{other.source.path}` has the same title",
                    hint="say in each title what is special about it",
                    related=(self.other(other, "title", says="the other one"),),
                )
