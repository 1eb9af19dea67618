from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._prose import in_code
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity
from lsbuild.text.words import shorten

_HOST = re.compile(r"https?://([^\s/?#<>()\"']*\bxn--[^\s/?#<>()\"']*)", re.IGNORECASE)


class CodedHost(Rule):
    """The host of an address stands in the code that computers use for other letters.

    Nobody can read which letters `xn--` stands for: it may be the name of a known host with one
    letter of another alphabet. Write the host in its own letters, so that all can see it; where
    there is a good reason for the code, `allow` it.
    """

    code = "LS321"
    name = "coded-host"
    severity = Severity.WARNING

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    The team wrote [a report](https://xn--e1afmkfd.example/).   <!-- <- LS321 -->
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    The team wrote [a report](https://пример.испытание/).
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        text, code = entry.source.text, in_code(entry)
        if "xn--" not in text.lower():
            return
        for found in _HOST.finditer(text):
            if not code(found.start()):
                yield self.found(
                    entry.source,
                    entry.source.span(*found.span(1)),
                    f"nobody can read what `{shorten(found[1], 60)}` stands for",
                    "write the host in its own letters",
                )
