from __future__ import annotations

from lsbuild.rules._rule import Rule


class OversizedFrontMatter(Rule):
    """The front matter is too large or nested too deep.

    Fields hold what can be compared between pages; 64 KiB is several times the largest
    learning site. Beyond that a text has usually slipped into a field. Move long text below
    the second `---`, or split the page in two.
    """

    code = "LS106"
    name = "oversized-front-matter"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson   # <- LS106
    try_this: Read this. [... 70,000 more letters ...]
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    try_this: Ask your team what it learned last month.
    """
