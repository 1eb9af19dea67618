from __future__ import annotations

from lsbuild.rules._rule import Rule


class MissingFrontMatter(Rule):
    """A file does not begin with front matter.

    The fields between the two lines `---` at the top say what the page is about and whether it
    may be published; without them there is no title and no page. Begin the very first line
    with `---`, without an empty line before it.
    """

    code = "LS101"
    name = "missing-front-matter"
    allowed = False

    bad = """
    --- pages/about.md (as it is)   # <- LS101
    # About this portal
    """

    good = """
    --- pages/about.md (as it is)
    ---
    title: About this portal
    summary: What this portal is and who keeps it.
    ---

    A group of editors keeps it.
    """
