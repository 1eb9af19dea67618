from __future__ import annotations

from typing import TextIO

from lsbuild.show._format import Format
from lsbuild.text.diagnostic import Report


class Concise(Format):
    """One line a finding, for editors and for `grep`."""

    name = "concise"

    def show(self, report: Report, out: TextIO) -> None:
        out.writelines(f"{self.line(one)}\n" for one in report)
