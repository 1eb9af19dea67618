from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.library.tree import repaired
from lsbuild.relations.portal import Portal
from lsbuild.rules._own import own
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.hosts import disguise, other_host
from lsbuild.text.outline import LinkType, link_type
from lsbuild.text.words import shorten

_WAY = "write `https://…`, or the way to a file from this one: `../lessons/a.md`"


class ForbiddenLink(Rule):
    """A link or picture has an address of a kind that is not published.

    Addresses such as `javascript:` can run a program in the reader's browser, and those that
    begin with `/` break as soon as the portal stands below another address. Links may be
    `https:`, `http:` or `mailto:`, or lead to a file beside this one: `../lessons/a.md`. Their
    host must be what readers see: no `@` before it, no letters of two alphabets in it, and no
    other host in the words of the link.
    """

    code = "LS302"
    name = "forbidden-link"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    See [our roles](/roles/).   <!-- <- LS302 -->
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    See [the guide for teams](../roles/teams.md).
    --- roles/teams.md
    title: Teams
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        for link in entry.outline.links:
            if link.type is LinkType.FORBIDDEN:
                yield self._one(entry, portal, "link", link.target, link.start, link.end)
            elif link.type is LinkType.EXTERNAL and (named := other_host(link.text, link.target)):
                yield self.in_body(
                    entry,
                    link.start,
                    link.end,
                    says=f"the words of this link name `{shorten(named, 60)}`, and it leads to "
                    f"`{shorten(link.target, 60)}`",
                    hint="lead to that host, or say in words what is found there",
                )
        for image in entry.outline.images:
            if link_type(image.target) is LinkType.FORBIDDEN:
                yield self._one(entry, portal, "picture", image.target, image.start, image.end)

    def _one(
        self, entry: AnyEntry, portal: Portal, what: str, target: str, start: int, end: int
    ) -> Diagnostic:
        says = f"a {what} cannot have the address `{shorten(target, 60)}`"
        hidden = disguise(target)
        return self.in_body(
            entry,
            start,
            end,
            says=f"{says}: {hidden}"
            if hidden
            else says
            if target
            else f"this {what} has no address",
            hint=_beside(target) if what == "picture" else _hint(target, portal),
        )


def _beside(target: str) -> str:
    """What to do with a picture, which is shown only from a file of the portal."""
    name = repaired(re.split(r"[/\\]", target)[-1]) or "meeting.png"
    return f"put the file beside this text, and write its name: `![What it shows]({name})`"


def _hint(target: str, portal: Portal) -> str:
    # Of a place in the portal no address is advised: a link by name is checked.
    meant = own(target, portal) if target.startswith("/") else None
    if meant and meant.ref.slug:
        return f"write `[[{meant.ref}]]`"
    return _WAY
