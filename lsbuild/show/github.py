from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from lsbuild.show._format import Format, sentence, summary
from lsbuild.text.diagnostic import Diagnostic, Report, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
# GitHub shows ten annotations of a kind for one step, and a summary of at most 1 MiB.
_LIMIT = 10
_SUMMARY_LIMIT = 900_000


class Github(Format):
    """Annotations at the lines of a pull request; the full list stands in the step's summary."""

    name = "github"

    def show(self, report: Report, out: TextIO) -> None:
        out.writelines(f"{line}\n" for line in self._commands(report))
        place = os.environ.get("GITHUB_STEP_SUMMARY")
        if place and not (self.quiet and not report.findings):
            with Path(place).open("a", encoding="utf-8") as file:
                file.write(self._markdown(report))

    def _commands(self, report: Report) -> Iterator[str]:
        shown = [one for severity in Severity for one in self._of(report, severity)[:_LIMIT]]
        more = len(report.findings) - len(shown)
        if more and sum(one.severity is Severity.ADVICE for one in shown) == _LIMIT:
            # The sentence about the others is a notice too, and would be the eleventh.
            shown, more = shown[:-1], more + 1
        yield from map(self._command, shown)
        if more:
            yield f"::notice::{_escaped(f'and {more:,} more; the summary of this step has all')}"

    def _of(self, report: Report, severity: Severity) -> list[Diagnostic]:
        """Findings of a severity, those in the files that matter most in front."""
        found = report.of_severity(severity)
        return sorted(found, key=lambda one: str(one.source.path) not in self.first)

    def _command(self, one: Diagnostic) -> str:
        where = {
            "file": self.path(one),
            "line": one.span.line,
            "endLine": one.span.line,
            "col": one.span.column,
            "endColumn": one.span.column + one.span.length,
            "title": f"{one.code} {one.name}",
        }
        values = ",".join(f"{key}={_property(str(value))}" for key, value in where.items())
        return f"::{_COMMANDS[one.severity]} {values}::{_escaped(sentence(one))}"

    def _markdown(self, report: Report) -> str:
        """A fenced list: nothing an author wrote can become a link or a heading in it."""
        if not report.findings:
            return f"{summary(report)}\n"
        lines = [self.line(one) for severity in Severity for one in self._of(report, severity)]
        text = _capped(lines)
        longest = max((len(run) for run in re.findall("`+", text)), default=0)
        fence = "`" * max(3, longest + 1)
        return f"{summary(report)}\n\n{fence}text\n{text}\n{fence}\n"


def _capped(lines: list[str]) -> str:
    size = 0
    for index, line in enumerate(lines):
        size += len(line.encode()) + 1
        if size > _SUMMARY_LIMIT:
            return "\n".join([*lines[:index], f"and {len(lines) - index:,} more"])
    return "\n".join(lines)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
