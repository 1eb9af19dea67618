"""What a build says while it runs: findings, progress. Quiet where nobody is watching."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from lsbuild.settings import Settings
from lsbuild.show import format_named
from lsbuild.text.diagnostic import Report, Severity


def tell(report: Report, settings: Settings, folder: Path | None = None) -> bool:
    """Print findings that matter to a build: not advice, which `lsbuild check` gives.

    Returns whether there were any.
    """
    shown = Report(
        tuple(one for one in report if one.severity is not Severity.ADVICE), report.looked_at
    )
    if shown.findings:
        prefix = os.path.relpath(folder or settings.content, settings.root) + "/"
        format_named("full")(prefix).show(shown, sys.stderr)
    return bool(shown.findings)


@contextmanager
def progress(title: str, total: int) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal, silence elsewhere. Workers never touch the console."""
    console = Console(stderr=True)
    if not console.is_terminal or total < 200:
        yield lambda number: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # Forked children must not inherit a running display thread, so it refreshes only when told.
    with Progress(*columns, console=console, auto_refresh=False, transient=True) as bar:
        task = bar.add_task(title, total=total)

        def done(number: int) -> None:
            bar.advance(task, number)
            bar.refresh()

        yield done
