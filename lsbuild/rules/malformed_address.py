from __future__ import annotations

from lsbuild.rules._rule import Rule


class MalformedAddress(Rule):
    """The address of a page is not written whole.

    A reader's browser needs `https://` and then the host; without them it would look for the
    page on this portal and find nothing. An address that shows another host than it leads to,
    by an `@` or by letters of two alphabets, is not taken either. Open the page in a browser and
    copy its address from there.
    """

    code = "LS127"
    name = "malformed-address"
    allowed = False

    bad = """
    --- sources/a-book.md
    title: A book
    url: www.example.org/book   # <- LS127
    """

    good = """
    --- sources/a-book.md
    title: A book
    url: https://www.example.org/book
    """
