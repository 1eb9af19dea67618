from __future__ import annotations

from lsbuild.rules._rule import Rule


class UnclosedFrontMatter(Rule):
    """The front matter is opened and never closed.

    Without the second line `---` nobody can tell where the fields end and the text for
    readers begins. Write `---` on a line of its own below the last field, at the very
    beginning of the line.
    """

    code = "LS102"
    name = "unclosed-front-matter"
    allowed = False

    bad = """
    --- pages/about.md (as it is)
    ---   # <- LS102
    title: About this portal

    A group of editors keeps it.
    """

    good = """
    --- pages/about.md (as it is)
    ---
    title: About this portal
    summary: What this portal is and who keeps it.
    ---

    A group of editors keeps it.
    """
