from __future__ import annotations

from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._links import anchors, led_to
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.outline import Link, LinkType
from lsbuild.text.words import listed, nearest


class MissingAnchor(Rule):
    """A link leads to a part of a page that is not there.

    The reader lands at the top of the page and has to search for what was promised. An anchor
    is made from the words of a heading: “How it began” becomes `#how-it-began`. When a heading
    changes, the links to it change too.
    """

    code = "LS305"
    name = "missing-anchor"
    asks_fields = True

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ## How it began

    See [the beginning](#how-it-begann).   <!-- <- LS305 -->
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ## How it began

    See [the beginning](#how-it-began).
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        for link in entry.outline.links:
            if link.type is LinkType.ANCHOR:
                yield from self._look(entry, link, link.target.removeprefix("#"), entry)
        for link, target, anchor in led_to(entry, portal.library):
            if anchor:
                yield from self._look(entry, link, anchor, target)

    def _look(
        self, entry: AnyEntry, link: Link, anchor: str, target: AnyEntry
    ) -> Iterator[Diagnostic]:
        known = anchors(target)
        if anchor in known:
            return
        near = nearest(anchor, sorted(known)) if anchor else ""
        hash_ = entry.source.body.encode().find(b"#" + anchor.encode(), link.start, link.end)
        start, end = (hash_ + 1, hash_ + 1 + len(anchor.encode()))
        if hash_ == -1:
            start, end = link.start, link.end
        there = [heading.id for heading in target.outline.headings]
        yield self.in_body(
            entry,
            start,
            end,
            near=near,
            write=near if hash_ != -1 else "",
            says=f"the page has no part `#{anchor}`",
            hint=""
            if near
            else f"its headings are {listed(there, 'and')}"
            if there
            else "that page has no headings: leave the `#` and what follows out",
        )
