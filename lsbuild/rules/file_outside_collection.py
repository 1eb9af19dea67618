from __future__ import annotations

from lsbuild.rules._rule import Rule


class FileOutsideCollection(Rule):
    """A file stands in no collection, or in one of another kind.

    The folder says what kind of page a file is, so a file elsewhere would be lost without a
    word. Move it into the folder of its kind, for example `lessons/`; running text that is
    none of the kinds goes into `pages/`. Only `pages/` may have folders inside; lists of terms
    stand side by side in `_vocabularies/`.
    """

    code = "LS009"
    name = "file-outside-collection"
    allowed = False

    bad = """
    --- notes/first-lesson.md   # <- LS009
    A first lesson
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    """
