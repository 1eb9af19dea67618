from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds._fields import RefTo
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._links import find
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.words import listed, nearest


class UnknownAction(Rule):
    """An entry names an action that its role guide does not have.

    A case and the action it shows are linked both ways; with a wrong name readers of the
    guide never learn that someone has done it. Write the guide, `#`, and the action's `id` as
    the guide has it: `policy-makers-and-planners#make-room`.
    """

    code = "LS206"
    name = "unknown-action"

    bad = """
    --- case-studies/meetings.md
    title: Review meetings
    actions: [teams#learning-in-team]   # <- LS206
    --- roles/teams.md
    title: Teams
    """

    good = """
    --- case-studies/meetings.md
    title: Review meetings
    actions: [teams#learning-in-teams]
    --- roles/teams.md
    title: Teams
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        for keys, value, mark in entry.marked(RefTo):
            if not mark.part:
                continue
            slug, _, part = value.partition("#")
            target = find(Ref(mark.kind, slug), entry, portal.library)
            known = [one.id for one in getattr(target.data, mark.part)] if target else [part]
            if part in known:
                continue
            near = nearest(part, known) if part else ""
            yield self.at(
                entry,
                *keys,
                near=f"{slug}#{near}" if near else "",
                says=f"`{slug}` has no action `{part}`" if part else f"`{value}` names no action",
                hint="" if near else f"write `{slug}#` and one of {listed(known)}",
            )
