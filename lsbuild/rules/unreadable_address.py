from __future__ import annotations

from collections.abc import Iterator

import nh3

from lsbuild.kinds._keeping import Media
from lsbuild.kinds._marks import parts
from lsbuild.kinds.source import SourceText
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.outline import LinkType
from lsbuild.text.words import shorten
from lsbuild.text.writer import attribute

_CLEANER = nh3.Cleaner(tags={"a"}, attributes={"a": {"href"}}, link_rel=None)


class UnreadableAddress(Rule):
    """The address of a link cannot be read by any browser.

    The link would be shown as bare words, and nobody could follow it. Most often a character
    was lost or doubled while copying: brackets in the host, a space, two colons. Open the page
    in a browser and copy its address from there.
    """

    code = "LS317"
    name = "unreadable-address"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    See [the report](http://[example.org/report).   <!-- <- LS317 -->
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    See [the report](https://example.org/report).
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        outside = [link for link in entry.outline.links if link.type is LinkType.EXTERNAL]
        if outside and not _readable(*(link.target for link in outside)):
            for link in outside:
                if not _readable(link.target):
                    yield self.in_body(
                        entry, link.start, link.end, says=_says(link.target), hint=_HINT
                    )
        if isinstance(entry.data, SourceText) and not _readable(entry.data.url):
            yield self.at(entry, "url", says=_says(entry.data.url), hint=_HINT)
        for keys, media in parts(entry.data, Media):
            if not _readable(media.url):
                yield self.at(entry, *keys, "url", says=_says(media.url), hint=_HINT)


_HINT = "copy it again from the browser"


def _says(target: str) -> str:
    return f"no browser can read the address `{shorten(target, 60)}`"


def _readable(*targets: str) -> bool:
    """Whether all addresses survive the sanitizer, which reads them as browsers do."""
    wanted = [one for one in targets if one]
    html = "".join(f'<a href="{attribute(one)}">.</a>' for one in wanted)
    return not wanted or _CLEANER.clean(html).count(" href=") == len(wanted)
