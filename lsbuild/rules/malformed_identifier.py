from __future__ import annotations

from lsbuild.rules._rule import Rule


class MalformedIdentifier(Rule):
    """A DOI, ISBN, ORCID or PMC id is not one.

    These identifiers have a fixed form, and most carry a check digit: one wrong figure leads
    readers to another book or person, or to nothing. Copy the identifier from the source
    again. A DOI begins with `10.` and is written without `https://doi.org/`.
    """

    code = "LS119"
    name = "malformed-identifier"
    allowed = False

    bad = """
    --- sources/a-book.md
    title: A book
    csl:
      type: book
      isbn: 978-92-4-151553-6   # <- LS119
    """

    good = """
    --- sources/a-book.md
    title: A book
    csl:
      type: book
      isbn: 978-92-4-151553-5
    """
