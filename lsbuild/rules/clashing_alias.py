from __future__ import annotations

from collections.abc import Iterator

from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic


class ClashingAlias(Rule):
    """A former address is in use, or two entries claim it.

    A former address leads readers on to one page. If another page stands there now, or two
    entries claim it, some readers end up on a page they did not look for. Delete the alias
    from all entries but the one that really stood there.
    """

    code = "LS011"
    name = "clashing-alias"
    allowed = False

    bad = """
    --- lessons/meetings.md
    title: Meetings
    --- lessons/coaching.md
    title: Coaching
    aliases: [lessons/meetings/]   # <- LS011
    """

    good = """
    --- lessons/meetings.md
    title: Meetings
    --- lessons/coaching.md
    title: Coaching
    aliases: [lessons/coaches/]
    """

    def check_portal(self, portal: Portal) -> Iterator[Diagnostic]:
        taken = {entry.url: entry for entry in portal.library}
        for entry in portal.library:
            for index, alias in enumerate(entry.data.aliases):
                other = taken.setdefault(alias, entry)
                if other is entry and alias != entry.url:
                    continue
                keys = ("title",) if other.url == alias else ("aliases",)
                yield self.at(
                    entry,
                    "aliases",
                    index,
                    says=f"the address `{alias}` belongs to `{other.source.path}`",
                    hint="delete it here, or there if it never was that page's address",
                    related=(self.other(other, *keys, says="it belongs to this page"),),
                )
