from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.kinds._shapes import PLAIN
from lsbuild.library.fields import marks_of
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.rules._scalars import scalars
from lsbuild.text.diagnostic import Diagnostic, Fix, Severity
from lsbuild.text.yaml_mends import quoted

_OPENING = "“„«"
_AROUND = re.compile(rf"[{_OPENING}]([^{_OPENING}”»]*)[“”»]")
_FEWEST = 8
"""Words. So many in a claim are what somebody said, which LS418 looks after."""


class CurlyQuotesAroundValue(Rule):
    """Curly quotation marks stand around the whole value of a field.

    Word makes curly marks of straight ones. To YAML they are letters like others, so readers
    would see them around the title. Take them off, or write straight ones: `"…"`. Where
    they belong to a name, `allow` this with the reason.
    """

    code = "LS129"
    name = "curly-quotes-around-value"
    severity = Severity.WARNING

    bad = """
    --- lessons/first-lesson.md
    title: “Reviewing late referrals together”   # <- LS129
    """

    good = """
    --- lessons/first-lesson.md
    title: "Reviewing late referrals together"
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        source, model = entry.source, type(entry.data)
        if not any(sign in source.front for sign in _OPENING):
            return
        for keys, node in scalars(source):
            found = _AROUND.fullmatch(node.value.strip())
            inner = found[1].strip() if found else ""
            if not inner or PLAIN not in marks_of(model, keys):
                continue
            # A work may be called by what somebody said.
            if entry.ref.kind == "source" and keys == ("title",):
                continue
            if keys[0] not in ("title", "summary") and len(inner.split()) >= _FEWEST:
                continue
            start, end = (source.front_at + one.index for one in (node.start_mark, node.end_mark))
            whole = "\n" not in source.text[start:end]
            fix = Fix("take the curly marks off", start, end, quoted(inner)) if whole else None
            yield self.found(
                source,
                source.span(start, end),
                "curly quotation marks stand around the whole value, and readers see them",
                'take them off, or write straight ones: `"…"`',
                fix=fix,
                keys=keys,
            )
