from __future__ import annotations

from lsbuild.rules._rule import Rule


class OversizedFile(Rule):
    """A text file is larger than 128 KiB.

    That is a thick book, and a page made of it would take minutes to load on a phone. Most
    often a picture was pasted into the text as letters: save it as a file of its own beside
    the text. A long text becomes several pages.
    """

    code = "LS004"
    name = "oversized-file"
    allowed = False

    bad = """
    --- lessons/first-lesson.md   # <- LS004
    title: A first lesson
    ---
    A picture as text: [... 300,000 more letters ...]
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ![Eight people around a table](meeting.png)
    --- lessons/meeting.png (PNG, 40 x 30 pixels)
    """
