from __future__ import annotations

from lsbuild.rules._rule import Rule


class UnsafeFileName(Rule):
    """A file or folder has a name that cannot stand in an address.

    Names become addresses. Capitals, spaces and accents are written differently by every
    system, so links to them break, and some names cannot exist on Windows at all. Use small
    letters, digits and single hyphens, such as `team-meetings.md`. The title may be anything.
    """

    code = "LS008"
    name = "unsafe-file-name"
    allowed = False

    bad = """
    --- lessons/Team_Meetings.md   # <- LS008
    title: Team meetings
    """

    good = """
    --- lessons/team-meetings.md
    title: Team meetings
    """
