from __future__ import annotations

from lsbuild.rules._rule import Rule


class ClashingAddress(Rule):
    """Two files want the same address.

    One address can show one page, and guessing which of the two is meant would hide the other
    without a word. Both are left out until one is renamed. A name such as `meetings.en.md` is
    the English version of `meetings.md`, so they clash where English is the portal's own
    language.
    """

    code = "LS007"
    name = "clashing-address"
    allowed = False

    bad = """
    --- lessons/meetings.en.md
    title: Meetings
    --- lessons/meetings.md   # <- LS007
    title: Meetings that learn
    """

    good = """
    --- lessons/meetings.md
    title: Meetings
    --- lessons/meetings-that-learn.md
    title: Meetings that learn
    """
