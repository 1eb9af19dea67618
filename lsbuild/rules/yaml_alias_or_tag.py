from __future__ import annotations

from lsbuild.rules._rule import Rule


class YamlAliasOrTag(Rule):
    """The front matter uses an alias, an anchor or a tag of YAML.

    With `&`, `*` and `!` a few lines can stand for millions of values or ask a program to run
    something, so none of them is read. Write the value out where it is needed. A text that
    begins with one of the three signs goes into quotes.
    """

    code = "LS105"
    name = "yaml-alias-or-tag"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: &name A first lesson   # <- LS105
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    """
