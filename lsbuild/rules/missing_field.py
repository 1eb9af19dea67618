from __future__ import annotations

from lsbuild.rules._rule import Rule


class MissingField(Rule):
    """A field that every page of this kind needs is not there.

    Pages of one kind are compared and listed by these fields, and a page without one would
    leave a hole that looks like an answer. The handbook says in a sentence what each field
    holds. Where nobody knows the value, say that in the text, not by leaving it out.
    """

    code = "LS111"
    name = "missing-field"
    allowed = False

    bad = """
    --- pages/about.md (as it is)
    ---
    title: About this portal   # <- LS111
    ---
    """

    good = """
    --- pages/about.md (as it is)
    ---
    title: About this portal
    summary: What this portal is and who keeps it.
    ---
    """
