from __future__ import annotations

import json
from typing import Any, TextIO

from lsbuild.show._format import Format, sentence
from lsbuild.text.diagnostic import Diagnostic, Related, Report, Severity
from lsbuild.text.source import Source

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.ADVICE: "INFO"}


class Rdjson(Format):
    """For reviewdog: comments in a review, with changes that can be accepted there.

    A person sees each change before it is made, so fixes that are guesses are offered too.
    """

    name = "rdjson"

    def show(self, report: Report, out: TextIO) -> None:
        json.dump(self.document(report), out, ensure_ascii=False, indent=1)
        out.write("\n")

    def document(self, report: Report) -> dict[str, Any]:
        """The report in the Reviewdog Diagnostic Format."""
        return {
            "source": {"name": "lsbuild"},
            "diagnostics": [self._diagnostic(one) for one in report],
        }

    def _diagnostic(self, one: Diagnostic) -> dict[str, Any]:
        words = self.rules.get(one.code)
        found: dict[str, Any] = {
            "message": sentence(one),
            "location": self._location(one),
            "severity": _SEVERITIES[one.severity],
            "code": {"value": one.code, **({"url": words.page} if words and words.page else {})},
        }
        if one.related:
            found["related_locations"] = [
                {"message": place.says, "location": self._location(place)} for place in one.related
            ]
        if one.fix:
            where = _range(one.source, one.fix.start, one.fix.end)
            found["suggestions"] = [{"range": where, "text": one.fix.text}]
        return found

    def _location(self, one: Diagnostic | Related) -> dict[str, Any]:
        start = one.source.offset(one.span) if one.source.text else 0
        return {
            "path": f"{self.prefix}{one.source.path}",
            "range": _range(one.source, start, start + one.span.length),
        }


def _range(source: Source, start: int, end: int) -> dict[str, Any]:
    return {"start": _place(source, start), "end": _place(source, end)}


def _place(source: Source, offset: int) -> dict[str, int]:
    """A place as reviewdog counts: columns are bytes of UTF-8, from 1."""
    span = source.span(offset)
    before = source.line(span.line)[: span.column - 1]
    return {"line": span.line, "column": len(before.encode(errors="replace")) + 1}
