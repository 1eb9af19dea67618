from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.kinds._scales import Status
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._prose import in_code
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic

# In capitals: `todo` is a word of Spanish.
_PLACEHOLDER = re.compile(
    r"\b(?:TODO|FIXME|TBD|XXX)\b|\[(?:LEAVE BLANK|INSERT [^\]\n]*|YOUR [^\]\n]*)\]|[Ll]orem ipsum\b"
)


class PlaceholderLeft(Rule):
    """A page that is published still holds a placeholder.

    Readers would meet a note that was meant for its writer, and wonder what else is
    unfinished. Write what is missing, or delete the sentence. A page that is still being
    written has the status `draft`, and there placeholders are fine.
    """

    code = "LS123"
    name = "placeholder-left"

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Ask the team first. TODO: find a source   <!-- <- LS123 -->
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    status: draft
    ---
    Ask the team first. TODO: find a source
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        if entry.data.status is Status.DRAFT:
            return
        source = entry.source
        for found in _PLACEHOLDER.finditer(source.text):
            words = found.group()
            span = source.span(*found.span())
            comment = found.start() < source.body_at and source.line(span.line)[0] == "#"
            if comment or in_code(entry, found.start()):
                continue
            yield self.found(
                source,
                span,
                f"the placeholder `{words}` was left here",
                "write what is missing, or set the status to `draft`",
            )
