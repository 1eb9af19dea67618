from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds import all_kinds
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.settings import EDITOR
from lsbuild.text.diagnostic import Diagnostic

OWN = {
    *("assets", "compare", "contribute", "contributors", "countries", "data", "evidence", "find"),
    *("handbook", "map", "media", "offline", "pagefind", "paths", "themes"),
}
"""The first parts of addresses at which the portal itself shows pages or keeps files."""
SHEET = "team-sheet"
"""The last part of addresses below entries: there lies the sheet for a team meeting."""


class ReservedAddress(Rule):
    """A page, or a former address, would stand where the portal has something of its own.

    `/find/`, `/map/` or `/lessons/` are made by lsbuild in every portal, and the search keeps its
    files at `/pagefind/`. One address can show one thing, so the other would be gone without a
    word. Give the file another name, or delete the former address.
    """

    code = "LS014"
    name = "reserved-address"
    allowed = False

    bad = """
    --- pages/find.md
    title: How to find us   # <- LS014
    --- pages/about.md
    title: About
    aliases: [contribute/]   # <- LS014
    """

    good = """
    --- pages/find-us.md
    title: How to find us
    --- pages/about.md
    title: About
    aliases: [how-to-contribute/]
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        kinds = {kind.base() for kind in all_kinds()}
        if entry.ref.kind == "page" and _is_taken(entry.url, portal, kinds, below=True):
            yield self.at(
                entry,
                "title",
                says=f"the portal has something of its own at `/{entry.url}`",
                hint=f"give `{entry.source.path.name}` another name",
            )
        for index, alias in enumerate(entry.data.aliases):
            if _is_taken(alias, portal, kinds):
                yield self.at(
                    entry,
                    "aliases",
                    index,
                    says=f"the portal has something of its own at `/{alias}`",
                    hint="delete it here: a former address shows nothing but the way to this page",
                )


def _is_taken(url: str, portal: Portal, kinds: set[str], *, below: bool = False) -> bool:
    """Whether an address is the portal's; one `below` a kind's list would be taken for an entry."""
    parts = url.strip("/").split("/")
    if len(parts) > 1 and parts[0] in portal.library.languages:
        parts = parts[1:]
    editor = {EDITOR.strip("/")} if portal.settings.has_editor else set()
    first, alone = parts[0], len(parts) == 1
    is_sheet = len(parts) > 2 and parts[-1] == SHEET
    return first in OWN | editor or (first in kinds and (below or alone or is_sheet))
