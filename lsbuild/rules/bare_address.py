from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._prose import in_link, in_prose
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity
from lsbuild.text.words import shorten

_ADDRESS = re.compile(r"https?://[^\s<>\[\]`\"|]+")
_DEFINITION = re.compile(r" {0,3}\[[^\]]+\]:\s*\S*")


class BareAddress(Rule):
    """An address stands in the text and is no link.

    GitHub shows it as a link and this portal does not, so it looks right while you write and
    readers cannot follow it. Best is a link with words: `[the report](https://…)`. To show the
    address itself, put it between `<` and `>`, as `lsbuild check --fix` does.
    """

    code = "LS318"
    name = "bare-address"
    severity = Severity.WARNING

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    The report is at https://example.org/report.   <!-- <- LS318 -->
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    The team wrote [a report](https://example.org/report).
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        if "://" not in entry.source.body:
            return
        body = entry.source.body
        linked = in_link(entry)
        for found, (start, _) in in_prose(entry, _ADDRESS):
            if linked(start) or _DEFINITION.match(body, body.rfind("\n", 0, found.start()) + 1):
                continue
            address = found.group().rstrip(".,;:!?'*_")
            if "(" not in address:
                address = address.rstrip(")")
            yield self.in_body(
                entry,
                start,
                start + len(address.encode()),
                write=f"<{address}>",
                says=f"`{shorten(address, 60)}` is not a link",
                hint="write `[words](address)`, or put it between `<` and `>`",
            )
