from __future__ import annotations

from lsbuild.rules._rule import Rule


class UnreadableFile(Rule):
    """A file cannot be opened.

    What cannot be opened cannot be published, and a page would go missing without a word.
    Most often the file belongs to another user or is no ordinary file at all, such as a pipe.
    Make it readable for the user who builds the portal, or delete it.
    """

    code = "LS010"
    name = "unreadable-file"
    allowed = False

    bad = """
    --- lessons/first-lesson.md (a pipe)   # <- LS010
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    """
