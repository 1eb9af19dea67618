from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._prose import in_link, in_prose
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity
from lsbuild.text.words import shorten

# Signs that no address holds, in any script, end it even where no space follows.
_REST = r"[^\s<>\[\]`\"|“”„«»‹›。、，；：！？（）「」『』【】《》]+"
_ADDRESS = re.compile(rf"https?://{_REST}")
_WITHOUT_SCHEME = re.compile(
    rf"(?<![\w/.@:-])(?:www\.(?=[a-z0-9-]+\.[a-z]){_REST}|doi:\s?(?P<doi>10\.\d{{4,9}}/{_REST}))",
    re.IGNORECASE,
)
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]]+\]:\s*\S*")
_AFTER = ".,;:!?'*_’‘…।॥።،؛؟۔"


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
        body = entry.source.body
        linked = in_link(entry)
        yield from self._without_scheme(entry, linked)
        if "://" not in body:
            return
        for found, (start, _) in in_prose(entry, _ADDRESS):
            if linked(start) or _DEFINITION.match(body, body.rfind("\n", 0, found.start()) + 1):
                continue
            address = _without_signs(found.group())
            meant = _meant(body, found.start(), found.start() + len(address))
            yield self.in_body(
                entry,
                start,
                start + len(address.encode()),
                write="" if meant else f"<{address}>",
                says=f"`{shorten(address, 60)}` is not a link",
                hint=meant or "write `[words](address)`, or put it between `<` and `>`",
            )

    def _without_scheme(
        self, entry: AnyEntry, linked: Callable[[int], bool]
    ) -> Iterator[Diagnostic]:
        """What people call an address, and browsers only with something before it."""
        for found, (start, _) in in_prose(entry, _WITHOUT_SCHEME):
            if linked(start):
                continue
            written = _without_signs(found.group())
            whole = _without_signs(found["doi"] or written)
            address = f"https://doi.org/{whole}" if found["doi"] else f"https://{whole}"
            yield self.in_body(
                entry,
                start,
                start + len(written.encode()),
                says=f"`{shorten(written, 60)}` is not a link",
                hint=f"write `[words]({shorten(address, 90)})`",
            )


def _meant(body: str, start: int, end: int) -> str:
    """What to do where signs around it would turn an address into what its author never meant."""
    before = body[max(0, start - 20) : start]
    if re.search(r"\]\s+\(\s*$", before):
        return "take out the blank between `]` and `(`: `[words](address)`"
    if re.search(r"\)\s?\[$", before):
        return "the words stand in the square brackets: `[words](address)`"
    if body[end - 1] in "-/" and re.match(r"[ \t]*\n[ \t>]*\w", body[end : end + 50]):
        return "if it goes on in the next line, write all of it on one line, between `<` and `>`"
    return ""


def _without_signs(address: str) -> str:
    """An address without what closes the sentence or the bracket around it.

    >>> _without_signs("https://example.org/a_(b).)")
    'https://example.org/a_(b)'
    """
    end = len(address)
    closed = address.count(")") - address.count("(")
    while address[end - 1] in _AFTER or (address[end - 1] == ")" and closed > 0):
        closed -= address[end - 1] == ")"
        end -= 1
    return address[:end]
