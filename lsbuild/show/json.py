from __future__ import annotations

import json
from typing import Any, TextIO

from lsbuild.show._format import Format
from lsbuild.text.diagnostic import Diagnostic, Fix, Report, Severity
from lsbuild.text.source import Source

VERSION = 1
"""Grows when a field changes its meaning or goes; `report.schema.json` describes this one."""


class Json(Format):
    """One document with everything that is known, for other programs."""

    name = "json"

    def show(self, report: Report, out: TextIO) -> None:
        json.dump(self.document(report), out, ensure_ascii=False, indent=2)
        out.write("\n")

    def document(self, report: Report) -> dict[str, Any]:
        """The report as plain data."""
        return {
            "version": VERSION,
            "counts": {
                "files": report.looked_at,
                **{str(severity): len(report.of_severity(severity)) for severity in Severity},
                "fixable": sum(one.fix is not None and one.fix.safe for one in report),
            },
            "findings": [self._finding(one) for one in report],
        }

    def _finding(self, one: Diagnostic) -> dict[str, Any]:
        line, column, length = one.span
        words = self.rules.get(one.code)
        return {
            "code": one.code,
            "name": one.name,
            "severity": str(one.severity),
            "path": f"{self.prefix}{one.source.path}",
            "range": {
                "from": {"line": line, "column": column},
                "to": {"line": line, "column": column + length},
            },
            "excerpt": one.source.line(line),
            "says": one.says,
            "hint": one.hint,
            "docs": words.page if words else "",
            "near": one.near,
            "keys": list(one.keys),
            "related": [
                {
                    "path": f"{self.prefix}{place.source.path}",
                    "line": place.span.line,
                    "column": place.span.column,
                    "says": place.says,
                }
                for place in one.related
            ],
            "fix": _fix(one.fix, one.source) if one.fix else None,
        }


def _fix(fix: Fix, source: Source) -> dict[str, Any]:
    return {
        "title": fix.title,
        "safe": fix.safe,
        "start": fix.start,
        "end": fix.end,
        "range": {"from": _place(source, fix.start), "to": _place(source, fix.end)},
        "text": fix.text,
    }


def _place(source: Source, offset: int) -> dict[str, int]:
    span = source.span(offset)
    return {"line": span.line, "column": span.column}
