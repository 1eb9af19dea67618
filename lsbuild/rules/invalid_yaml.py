from __future__ import annotations

from lsbuild.rules._rule import Rule


class InvalidYaml(Rule):
    """The fields are not written as YAML.

    YAML is strict about colons, quotes and spaces, and where it fails nothing of the file can
    be read. A value that holds a colon goes into quotes; lines that belong together begin
    with the same number of spaces; tabs are not allowed.
    """

    code = "LS103"
    name = "invalid-yaml"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: Learning: a first lesson   # <- LS103
    """

    good = """
    --- lessons/first-lesson.md
    title: "Learning: a first lesson"
    """
