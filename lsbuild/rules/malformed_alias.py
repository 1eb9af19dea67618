from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic

_ALIAS = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)+")


class MalformedAlias(Rule):
    """A former address is not one of this portal's addresses.

    A small page is written at each former address, so that old links and bookmarks lead on.
    Anything but a plain path could write it somewhere else. Copy the address from the old
    link, without the name of the site: `case-studies/old-name/`.
    """

    code = "LS012"
    name = "malformed-alias"
    allowed = False

    bad = """
    --- lessons/meetings.md
    title: Meetings that learn
    aliases: [/lessons/Meetings]   # <- LS012
    """

    good = """
    --- lessons/meetings.md
    title: Meetings that learn
    aliases: [lessons/team-meetings/]
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        for index, alias in enumerate(entry.data.aliases):
            if not _ALIAS.fullmatch(alias):
                near = f"{alias.strip().strip('/')}/"
                near = near if _ALIAS.fullmatch(near) else ""
                hint = "write it like `lessons/old-name/`: small letters, a slash at the end"
                yield self.at(
                    entry,
                    "aliases",
                    index,
                    says=f"`{alias}` is not a former address",
                    hint="" if near else hint,
                    near=near,
                    safe=True,
                )
