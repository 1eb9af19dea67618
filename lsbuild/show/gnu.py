from __future__ import annotations

from typing import TextIO

from lsbuild.show._format import Format, sentence
from lsbuild.text.diagnostic import Report, Severity

# The words editors know; what they do not know they would show as an error.
_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "info"}


class Gnu(Format):
    """For the problem lists of editors such as VS Code, Emacs and Vim: one finding a line."""

    name = "gnu"

    def show(self, report: Report, out: TextIO) -> None:
        for one in report:
            severity = _SEVERITIES[one.severity]
            out.write(f"{self.place(one)}: {severity}: {one.code} {sentence(one)}\n")
