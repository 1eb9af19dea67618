from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic

# Only where the text begins: further down, a word and a colon are a sentence.
_FIRST = re.compile(r"\s*(?:---[ \t]*\n\s*)?(?P<name>[a-z_]+):(?=\s|$)")


class FieldBelowFrontMatter(Rule):
    """The text begins with fields.

    Fields end at the second line `---`; what stands below it is text, and readers would see the
    names of the fields in it. Most often a `---` too many stands among the fields, or a second
    file was pasted whole below the first. Move the fields above the second `---`.
    """

    code = "LS323"
    name = "field-below-front-matter"

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    themes: [meetings]   <!-- <- LS323 -->
    keywords: [reviews]
    ---

    The team met once a month.
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    themes: [meetings]
    keywords: [reviews]
    ---

    The team met once a month.
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        source = entry.source
        found = _FIRST.match(source.body)
        if found and found["name"] in type(entry.data).model_fields:
            start, end = found.span("name")
            yield self.found(
                source,
                source.span(source.body_at + start, source.body_at + end + 1),
                f"the field `{found['name']}` stands below the second `---`, where text begins",
                "move it and the fields below it up, or take out the `---` between the fields",
            )
