from __future__ import annotations

from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._attached import attached
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.secrets import secrets_in
from lsbuild.text.signs import as_seen
from lsbuild.text.source import Source


class SecretInText(Rule):
    """A key or a token stands in a text.

    Whoever reads it can use it, and what was once public in a repository stays so. End it where
    it was made first; only then take it out here.
    """

    code = "LS422"
    name = "secret-in-text"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    The key is AKIAABCDEFGHIEXAMPLE.   <!-- <- LS422 -->
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    The key hangs beside the door.
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        return self._in(entry.source)

    def check_portal(self, portal: Portal) -> Iterator[Diagnostic]:
        for source in attached(portal.library):
            yield from self._in(source)

    def _in(self, source: Source) -> Iterator[Diagnostic]:
        text, places = as_seen(source.text)
        for what, found in secrets_in(text):
            yield self.found(
                source,
                source.span(places[found.start()], places[found.end() - 1] + 1),
                f"this looks like {what}",
                "end it where it was made, then take it out here",
            )
