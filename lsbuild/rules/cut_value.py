from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from lsbuild.kinds._shapes import PLAIN
from lsbuild.library.fields import marks_of
from lsbuild.library.library import AnyEntry
from lsbuild.library.vocabularies import VocabularyFile
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.rules._scalars import scalars
from lsbuild.text.diagnostic import Diagnostic, Fix
from lsbuild.text.source import Source
from lsbuild.text.yaml_mends import quoted

# A note about what is still to be decided is what `lsbuild new` writes.
_REST = re.compile(r"(?<![ \t])[ \t]+(#(?![ \t]*TODO\b)[^\n]*)")


class CutValue(Rule):
    """Everything after ` #` is left out of a value.

    To YAML a `#` behind a space begins a comment: of `Centre #4` readers would see only
    `Centre`, and nobody would notice. Put the whole value in quotes. What is meant as a
    comment goes on a line of its own that begins with `#`.
    """

    code = "LS128"
    name = "cut-value"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson in Centre #4   # <- LS128
    """

    good = """
    --- lessons/first-lesson.md
    # The name of the centre is still to be agreed.
    title: "A first lesson in Centre #4"
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        yield from self._cut(entry.source, type(entry.data))

    def check_portal(self, portal: Portal) -> Iterator[Diagnostic]:
        for vocabulary in portal.vocabularies:
            yield from self._cut(vocabulary.source, VocabularyFile)

    def _cut(self, source: Source, model: type[BaseModel]) -> Iterator[Diagnostic]:
        if not _REST.search(source.front):
            return
        for keys, node in scalars(source):
            if node.style:
                continue
            rest = _REST.match(source.front, node.end_mark.index)
            # Behind a date or a status a comment takes nothing away.
            if rest and node.value and PLAIN in marks_of(model, keys):
                at = source.front_at
                start, end = at + node.start_mark.index, at + rest.end()
                # Not safe: what was meant as a comment may be none of the readers' business.
                whole = quoted(source.text[start:end].rstrip())
                yield self.found(
                    source,
                    source.span(at + rest.start(1), end),
                    "everything after ` #` is left out here",
                    "put the whole value in quotes, or the comment on a line of its own",
                    fix=Fix("put the whole value in quotes", start, end, whole, safe=False),
                    keys=keys,
                )
