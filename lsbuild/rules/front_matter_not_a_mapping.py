from __future__ import annotations

from lsbuild.rules._rule import Rule


class FrontMatterNotAMapping(Rule):
    """The front matter is not made of fields.

    Each value needs its name before it, or nobody can tell the title from the summary. Write
    one field a line, the name first, then a colon and a space, then the value:
    `title: About this portal`.
    """

    code = "LS107"
    name = "front-matter-not-a-mapping"
    allowed = False

    bad = """
    --- pages/about.md (as it is)
    ---
    About this portal   # <- LS107
    ---
    """

    good = """
    --- pages/about.md (as it is)
    ---
    title: About this portal
    summary: What this portal is and who keeps it.
    ---
    """
