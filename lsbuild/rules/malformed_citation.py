from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._prose import in_prose
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.words import shorten

# What the parser takes for text, and what redefines a citation or destroys a link around it.
# The engine finds the first bracket quickly; what stands before it is looked at after.
_AS_TEXT = re.compile(
    r"\[(?<!\\.)(?:[^\[\]@\n]{0,60}\s|-)@[a-z0-9][\w.-]*[^\[\]\n]*\](?!\()"
    r"|\[(?<![\\!].)[^\[\]\n]*\[@[^\[\]\n]*\][^\[\]\n]*\]\([^()\n]*\)"
)
_DEFINED = re.compile(r"^ {0,3}\[@[^\]\n]+\]:.*$", re.MULTILINE)
_CLEAN = re.compile(r"@[a-z0-9][a-z0-9.-]*(?:, [^;@\[\]\n]+)?")


class MalformedCitation(Rule):
    """A citation is not written so that it can be understood.

    It would be shown as bare text or vanish, and with it the source of a claim. One pair of
    brackets holds one source, and the locator after a comma: `[@scott-2014, p. 3]`. Two sources
    stand side by side: `[@scott-2014] [@gilson-2017]`. Words of yours stand outside.
    """

    code = "LS314"
    name = "malformed-citation"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Roles were unclear [see @scott-2014, p. 3].   <!-- <- LS314 -->

    Nobody had told them [@scott-2014; @gilson-2017].   <!-- <- LS314 -->
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Roles were unclear (see [@scott-2014, p. 3]).

    Nobody had told them [@scott-2014] [@gilson-2017].
    --- sources/scott-2014.md
    title: Roles in a sub-district
    --- sources/gilson-2017.md
    title: Everyday resilience
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        if "@" not in entry.source.body:
            return
        body = entry.source.body.encode()
        for row in entry.outline.oddities:
            if row.name == self.name:
                written = body[row.start : row.end].decode()
                yield self._one(entry, row.start, row.end, written)
        for link in entry.outline.links:
            if link.text.startswith("@") and _CLEAN.fullmatch(link.text):
                yield self._one(entry, link.start, link.end, f"[{link.text}]")
        for pattern in (_AS_TEXT, _DEFINED):
            for found, (start, end) in in_prose(entry, pattern):
                yield self._one(entry, start, end, found.group())

    def _one(self, entry: AnyEntry, start: int, end: int, written: str) -> Diagnostic:
        cited = [found.group().strip(" ,") for found in _CLEAN.finditer(written)]
        clear = re.fullmatch(r"\[?(?:\[?@[^;@\[\]\n]+[;\]]*\s*)+\]", written) and len(cited) > 1
        return self.in_body(
            entry,
            start,
            end,
            says=f"`{shorten(written, 60)}` is not a citation we can read",
            hint="write each source as `[@its-name, p. 3]`, other words outside the brackets",
            write=" ".join(f"[{one}]" for one in cited) if clear else "",
        )
