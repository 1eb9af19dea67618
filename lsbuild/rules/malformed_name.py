from __future__ import annotations

from lsbuild.rules._rule import Rule


class MalformedName(Rule):
    """A name or id has characters that cannot stand in an address.

    Ids and names of files become part of addresses, where spaces, capitals and accents break
    links. Use small letters, digits and single hyphens: `team-meetings`. The title beside it
    may be written in any way.
    """

    code = "LS120"
    name = "malformed-name"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    themes: [Team Meetings]   # <- LS120
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    themes: [team-meetings]
    """
