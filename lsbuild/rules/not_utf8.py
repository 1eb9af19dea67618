from __future__ import annotations

from lsbuild.rules._rule import Rule


class NotUtf8(Rule):
    """A file is not UTF-8 text.

    In another encoding the accents of Ouagadougou's French or of a person's name turn into
    wrong letters for readers, or the file cannot be read at all. Open it in an editor, choose
    “Save with encoding” and take UTF-8; then compare the accented letters.
    """

    code = "LS001"
    name = "not-utf8"
    allowed = False

    bad = r"""
    --- lessons/first-lesson.md
    title: Une premi\xE8re le\xE7on   # <- LS001
    """

    good = """
    --- lessons/first-lesson.md
    title: Une première leçon
    """
