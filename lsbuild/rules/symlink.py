from __future__ import annotations

from lsbuild.rules._rule import Rule


class Symlink(Rule):
    """A file is only a link to another place.

    A link can lead out of `content/`, to a file that was never meant to be published, and on
    another computer it leads nowhere. Nothing is read through it. Put the file itself here, or
    delete the link.
    """

    code = "LS005"
    name = "symlink"
    allowed = False

    bad = """
    --- lessons/first-lesson.md -> /etc/hostname   # <- LS005
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    """
