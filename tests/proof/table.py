"""What a proof comes to: one row a promise, in one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rich.console import Console
from rich.table import Table


@dataclass
class Row:
    """One promise: how often it was tried, and each time it was not kept."""

    what: str
    """What was tried, in words that make sense when they are the only thing read."""
    tried: int = 0
    failed: list[str] = field(default_factory=list)
    """One line for each failure, with what a person needs to see it again."""
    note: str = ""
    """A figure beside the two, such as the slowest."""
    least: int = 0
    """How often it must have been tried; a proof that tried nothing has failed."""

    def expect(self, kept: bool, *words: object) -> None:
        """Count one attempt; where it was not kept, the words say which."""
        self.tried += 1
        if not kept:
            self.failed.append(" ".join(str(word) for word in words))

    @property
    def whole(self) -> bool:
        return not self.failed and self.tried >= max(1, self.least)


def show(rows: Iterable[Row], took: str, console: Console) -> None:
    """Print the table, and below it the first failures of each row."""
    rows = list(rows)
    table = Table(title=f"What was tried, and what failed ({took})")
    table.add_column("tried")
    table.add_column("times", justify="right")
    table.add_column("failed", justify="right")
    table.add_column("note")
    for row in rows:
        few = f" (of {row.least:,} wanted)" if row.tried < row.least else ""
        failed = f"[bold red]{len(row.failed):,}" if row.failed else "0"
        table.add_row(row.what, f"{row.tried:,}{few}", failed, row.note)
    console.print(table)
    for line in failures(rows):
        console.print(line, markup=False, highlight=False)


def failures(rows: Iterable[Row], most: int = 12) -> Iterator[str]:
    """What failed, in lines for a person."""
    for row in rows:
        for one in row.failed[:most]:
            yield f"FAILED  {row.what}: {one}"
        if len(row.failed) > most:
            yield f"        {row.what}: and {len(row.failed) - most} more"
        if row.tried < max(1, row.least):
            yield f"FAILED  {row.what}: tried {row.tried} times only"
