from __future__ import annotations

from lsbuild.rules._rule import Rule


class UnknownLanguage(Rule):
    """The name of a file ends in a language that there is not.

    Two letters before `.md` say in which language a page is written: `a-lesson.fr.md` is in
    French. Browsers, search engines and programs that read aloud are told, and go by it. Write
    the code that ISO 639-1 has for the language, or no dot if none is meant.
    """

    code = "LS013"
    name = "unknown-language"
    allowed = False

    bad = """
    --- lessons/first-lesson.zz.md   # <- LS013
    title: A first lesson
    """

    good = """
    --- lessons/first-lesson.fr.md
    title: Une première leçon
    """
