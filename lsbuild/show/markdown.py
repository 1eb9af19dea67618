from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO
from urllib.parse import quote

from lsbuild.show._escape import code, safe
from lsbuild.show._format import Format, summary, visible
from lsbuild.text.diagnostic import Diagnostic, Report

# GitHub refuses comments of more than 65,536 characters.
_LIMIT = 60_000
_ROOM = 200


class Markdown(Format):
    """One comment for a pull request: file by file, those with errors first.

    What an author wrote can neither call a person nor become a link, a picture or HTML in it.
    """

    name = "markdown"

    def show(self, report: Report, out: TextIO) -> None:
        if report.findings or not self.quiet:
            out.write(self.comment(report))

    def comment(self, report: Report) -> str:
        """The text of the comment, short enough to be taken."""
        text = f"{safe(summary(report))}\n"
        left = len(report.findings)
        for block, new in self._blocks(report):
            if len(text) + len(block) > _LIMIT - _ROOM:
                return f"{text}\n… and {left:,} more; `lsbuild check` shows all of them.\n"
            text, left = text + block, left - new
        return text

    def _blocks(self, report: Report) -> Iterator[tuple[str, int]]:
        """Items, the first of a file below its heading; and how many findings each holds."""
        files: dict[str, list[Diagnostic]] = {}
        for one in report:
            files.setdefault(self.path(one), []).append(one)
        worst = {path: min(one.severity.rank for one in found) for path, found in files.items()}
        for path, found in sorted(files.items(), key=lambda item: (worst[item[0]], item[0])):
            heading = f"\n#### {code(path)}\n\n"
            for index, one in enumerate(found):
                yield ("" if index else heading) + self._item(one), 1

    def _item(self, one: Diagnostic) -> str:
        place = f"line {one.span.line}"
        if self.link:
            address = quote(f"{self.prefix}{one.source.path}")
            place = f"[{place}]({self.link}{address}#L{one.span.line})"
        words = self.rules.get(one.code)
        rule = f"[{one.code}]({words.page})" if words and words.page else one.code
        hint = f" → {safe(visible(one.hint))}" if one.hint else ""
        also = "".join(f" (see {code(where)})" for where in self.also(one))
        return f"- {place}: **{one.severity}** {rule}: {safe(visible(one.says))}{hint}{also}\n"
