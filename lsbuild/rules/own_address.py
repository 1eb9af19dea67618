from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._own import Own, is_local, own
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.outline import Link, LinkType
from lsbuild.text.words import shorten

_PLAIN_LINK = re.compile(r"\[([^\[\]|\\*_`<>!~\n]+)\]\([^()\n]*\)")
_HERE = "write the address at which readers find it"
_IN_FIELD = re.compile(r"https?://[^\s\"'<>,\]}]+", re.IGNORECASE)


class OwnAddress(Rule):
    """A link to a page of this portal is written as an address.

    Nobody would see that the two belong together: not the check that protects people by keeping
    some pages apart, not the page it leads to, and not whoever renames it. Write its name:
    `[[learning-site/kilifi]]`, or `[[learning-site/kilifi|words]]`. An address such as
    `http://127.0.0.1:8000/` is your own computer, where readers find nothing.
    """

    code = "LS322"
    name = "own-address"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    See [the guide](https://example.org/portal/roles/teams/).   <!-- <- LS322 -->
    --- roles/teams.md
    title: Teams
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    See [[role-guide/teams|the guide]], and [all that is new](https://example.org/portal/feed.xml).
    --- roles/teams.md
    title: Teams
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        # The same address may stand there many times, and all entries are compared with it.
        look = cache(partial(own, portal=portal))
        for link in entry.outline.links:
            if link.type is not LinkType.EXTERNAL:
                continue
            if meant := look(link.target):
                yield self._one(entry, link, meant)
            elif is_local(link.target):
                yield self.in_body(
                    entry,
                    link.start,
                    link.end,
                    says=f"`{shorten(link.target, 60)}` leads to your own computer",
                    hint=_HERE,
                )
        source = entry.source
        for found in _IN_FIELD.finditer(source.front) if "://" in source.front else ():
            if is_local(found.group()):
                start, end = (source.front_at + place for place in found.span())
                says = f"`{shorten(found.group(), 60)}` leads to your own computer"
                yield self.found(source, source.span(start, end), says, _HERE)

    def _one(self, entry: AnyEntry, link: Link, meant: Own) -> Diagnostic:
        written = shorten(link.target, 60)
        name = f"{meant.ref}{'#' if meant.anchor else ''}{meant.anchor}"
        if not meant.known:
            near = f": did you mean `[[{name}]]`?" if meant.ref.slug else ""
            says = f"this portal has no page at `{written}`"
            hint = f"write a link to an entry by its name{near or f', `[[{meant.ref}a-name]]`'}"
            return self.in_body(entry, link.start, link.end, says=says, hint=hint)
        return self.in_body(
            entry,
            link.start,
            link.end,
            says=f"`{written}` is a page of this portal",
            hint=f"write `[[{name}]]`, or `[[{name}|words]]`",
            write=_by_name(entry, link, name),
        )


def _by_name(entry: AnyEntry, link: Link, name: str) -> str:
    """The link as a name; nothing where its words have signs of their own, or a table's bars."""
    body = entry.source.body.encode()
    written = body[link.start : link.end].decode()
    line = body[body.rfind(b"\n", 0, link.start) + 1 : link.start]
    if written.startswith("<"):
        return f"[[{name}]]"
    found = _PLAIN_LINK.fullmatch(written)
    return f"[[{name}|{found[1]}]]" if found and b"|" not in line else ""
