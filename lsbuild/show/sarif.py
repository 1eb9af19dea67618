from __future__ import annotations

import json
import re
from collections import Counter
from hashlib import sha256
from typing import Any, TextIO
from urllib.parse import quote

from lsbuild.show._format import Format, sentence
from lsbuild.text.diagnostic import Diagnostic, Fix, Related, Report, Severity
from lsbuild.text.source import Source, Span

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# GitHub refuses a run with more results than these.
_LIMIT = 25_000


class Sarif(Format):
    """SARIF 2.1.0, for code scanning and for tools that compare two runs."""

    name = "sarif"

    def show(self, report: Report, out: TextIO) -> None:
        json.dump(self.document(report), out, ensure_ascii=False, indent=1)
        out.write("\n")

    def document(self, report: Report) -> dict[str, Any]:
        """The report as a SARIF log of one run, errors first."""
        found = [one for severity in Severity for one in report.of_severity(severity)][:_LIMIT]
        codes = sorted({one.code for one in found})
        driver = {"name": "lsbuild", "rules": [self._rule(code, found) for code in codes]}
        seen: Counter[str] = Counter()
        return {
            "$schema": _SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {"driver": driver},
                    # Our columns count letters, as Python does.
                    "columnKind": "unicodeCodePoints",
                    "results": [self._result(one, codes, seen) for one in found],
                }
            ],
        }

    def _rule(self, code: str, found: list[Diagnostic]) -> dict[str, Any]:
        first = next(one for one in found if one.code == code)
        rule: dict[str, Any] = {
            "id": code,
            "name": first.name,
            "defaultConfiguration": {"level": _LEVELS[first.severity]},
        }
        if words := self.rules.get(code):
            rule["shortDescription"] = {"text": words.title}
            rule["fullDescription"] = {"text": words.text}
            rule["help"] = {"text": words.text}
            if words.page:
                rule["helpUri"] = words.page
        return rule

    def _result(self, one: Diagnostic, codes: list[str], seen: Counter[str]) -> dict[str, Any]:
        result = {
            "ruleId": one.code,
            "ruleIndex": codes.index(one.code),
            "level": _LEVELS[one.severity],
            # In brackets SARIF would read a link.
            "message": {"text": re.sub(r"[\[\]\\]", r"\\\g<0>", sentence(one))},
            "locations": [self._location(one)],
            "partialFingerprints": {"lsbuild/v1": self._fingerprint(one, seen)},
        }
        if one.related:
            result["relatedLocations"] = [
                {"message": {"text": place.says}, **self._location(place)} for place in one.related
            ]
        return {**result, "fixes": [self._fix(one, one.fix)]} if one.fix else result

    def _location(self, one: Diagnostic | Related) -> dict[str, Any]:
        return {
            "physicalLocation": {
                "artifactLocation": self._artifact(one),
                "region": _region(one.source, one.span),
            }
        }

    def _artifact(self, one: Diagnostic | Related) -> dict[str, str]:
        return {"uri": quote(f"{self.prefix}{one.source.path}", errors="surrogateescape")}

    def _fingerprint(self, one: Diagnostic, seen: Counter[str]) -> str:
        """Stays the same while a line moves within its file, so that alerts do not flap."""
        line = " ".join(one.source.line(one.span.line).split())
        key = "\n".join([one.code, f"{self.prefix}{one.source.path}", line])
        seen[key] += 1
        made = sha256(key.encode(errors="surrogateescape")).hexdigest()
        return f"{made[:32]}:{seen[key]}"

    def _fix(self, one: Diagnostic, fix: Fix) -> dict[str, Any]:
        change = {
            "deletedRegion": _between(one.source, fix.start, fix.end),
            "insertedContent": {"text": fix.text},
        }
        return {
            "description": {"text": fix.title},
            "artifactChanges": [
                {"artifactLocation": self._artifact(one), "replacements": [change]}
            ],
        }


def _region(source: Source, span: Span) -> dict[str, Any]:
    line = source.line(span.line)
    where = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.line,
        "endColumn": span.column + span.length,
    }
    return {**where, "snippet": {"text": line}} if line else where


def _between(source: Source, start: int, end: int) -> dict[str, int]:
    first, last = source.span(start), source.span(end)
    return {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
    }
