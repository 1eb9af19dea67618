from __future__ import annotations

from lsbuild.rules._rule import Rule


class MarkupInPlainText(Rule):
    """A field of plain text holds something that looks like HTML.

    Fields are shown as they are, so readers would see the signs, and a tag in a field is one
    of the ways by which harmful code enters a page. Write it without `<` and `>`; emphasis and
    links belong in the text below the fields.
    """

    code = "LS118"
    name = "markup-in-plain-text"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A <b>first</b> lesson   # <- LS118
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    """
