from __future__ import annotations

from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._prose import in_code
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.signs import CONTROL, coded_controls


class ControlCharacter(Rule):
    r"""A file holds a control character that nobody can see.

    Such characters come with text pasted from a PDF or a terminal. Browsers, feed readers and
    screen readers each treat them differently, and some refuse the whole page. Delete the
    character, or its code such as `&#27;`; typing the words around it anew is often the
    quickest way.
    """

    code = "LS002"
    name = "control-character"
    allowed = False

    bad = r"""
    --- lessons/first-lesson.md
    title: A first\x07 lesson   # <- LS002
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        """What a body writes as a code; as they are, no file with them is read."""
        source, code = entry.source, in_code(entry)
        found = [one for one in coded_controls(source.body) if one.group().endswith(";")]
        wrong = [one for one in found if not code(source.body_at + one.start())]
        parts = entry.outline.parts if found and not wrong else ()
        # Code shows codes as they are, but in the name of its language they are read.
        if any(isinstance(part, str) and CONTROL.search(part) for part in parts):
            wrong = found
        for one in wrong:
            span = source.span(source.body_at + one.start(), source.body_at + one.end())
            says = f"`{one.group()}` is the code of a control character"
            yield self.found(source, span, says, "delete it")
