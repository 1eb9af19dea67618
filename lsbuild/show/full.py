from __future__ import annotations

from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from lsbuild.show._excerpt import excerpt
from lsbuild.show._format import Format, summary, visible
from lsbuild.text.diagnostic import Diagnostic, Report, Severity

_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.ADVICE: "bold cyan",
}
_FRAME = "blue"
# Where nobody watches, lines are as long as those of our code.
_WIDTH = 100


class Full(Format):
    """For people at a terminal: the line itself, carets below it, advice beside them.

    Findings that say the same are one heading with many places, and the advice is given once.
    """

    name = "full"

    def show(self, report: Report, out: TextIO) -> None:
        console = Console(file=out, highlight=False, markup=False, emoji=False, soft_wrap=True)
        width = console.width if console.is_terminal else _WIDTH
        for group in _groups(report):
            console.print(self._heading(group[0]))
            for index, one in enumerate(group):
                console.print(self._place(one, one.hint if index == 0 else "", width), end="\n\n")
        if not self.quiet:
            console.print(Text(summary(report), "bold" if report.findings else "green"))

    @staticmethod
    def _heading(one: Diagnostic) -> Text:
        label = (f"{one.severity}[{one.code}]", _STYLES[one.severity])
        return Text.assemble(label, (f": {visible(one.says)}", "bold"))

    def _place(self, one: Diagnostic, hint: str, width: int) -> Text:
        gutter, style = len(str(one.span.line)), _STYLES[one.severity]
        room = width - gutter - 3
        shown = excerpt(one.source, one.span, room)
        hint = visible(hint)
        beside = bool(shown.text) and shown.indent + shown.carets + 1 + cell_len(hint) <= room
        text = Text.assemble((f"{'':{gutter}}--> ", _FRAME), self.place(one))
        if shown.text:
            carets = f"{'^' * shown.carets} {hint if beside else ''}".rstrip()
            bar = (f"\n{'':{gutter}} |", _FRAME)
            text.append_text(
                Text.assemble(
                    bar,
                    (f"\n{one.span.line} | ", _FRAME),
                    shown.text,
                    bar,
                    (f"{'':{shown.indent + 1}}{carets}", style),
                )
            )
        if hint and not beside:
            text.append(f"\n{'':{gutter}} = ", _FRAME).append(hint, style)
        for place in self.also(one):
            text.append(f"\n{'':{gutter}} ::: ", _FRAME).append(place)
        return text


def _groups(report: Report) -> list[list[Diagnostic]]:
    """Findings that say the same, in the order in which the first of each stands."""
    groups: dict[tuple[str, ...], list[Diagnostic]] = {}
    for one in report:
        groups.setdefault((one.severity, one.code, one.says, one.hint), []).append(one)
    return list(groups.values())
