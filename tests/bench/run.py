"""`make bench`: what a build costs, beside Hugo with Pagefind on the same text in the same run.

    python tests/bench/run.py --sizes 100,1000,10000 --runs 3 --only ours

The two take turns (A B A B), so that a busy machine is unfair to both alike. Nothing here is a
test: read the ratios, and the seconds only beside the load.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from statistics import median

from generate import generate
from measure import Cost, measure
from peers import hugo, pagefind, write_hugo
from rich.console import Console
from rich.table import Table

Costs = dict[str, list[Cost]]
COLD, WARM, EDIT, PEER = "cold", "nothing changed", "one entry changed", "Hugo + Pagefind"


def main() -> None:
    """Measure, print."""
    asked = _arguments()
    console = Console(width=None if sys.stdout.isatty() else 120)
    console.print(_machine())
    found: dict[int, Costs] = {}
    for size in asked.sizes:
        with tempfile.TemporaryDirectory(prefix="lsbuild-bench-", dir=asked.folder) as folder:
            bench = Bench(size, Path(folder))
            found[size] = bench.run(asked.runs, asked.only)
            console.print(_table(size, found[size], bench))
    for line in _ratios(found):
        console.print(line)
    console.print(f"load at the end {os.getloadavg()[0]:.1f}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="100,1000", type=_numbers)
    parser.add_argument("--runs", default=3, type=int)
    parser.add_argument("--only", choices=["ours", "hugo"])
    parser.add_argument("--folder", help="where to work, if not in the folder for such things")
    return parser.parse_args()


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


def _machine() -> str:
    return (
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, "
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    )


class Bench:
    """One portal of some size, and the same text for Hugo."""

    def __init__(self, size: int, folder: Path) -> None:
        self.portal, self.peer = folder / "portal", folder / "hugo"
        generate(size, self.portal)
        write_hugo(self.portal, self.peer)

    @property
    def sites(self) -> dict[str, Path]:
        return {COLD: self.portal / "site", PEER: self.peer / "public"}

    def run(self, runs: int, only: str | None) -> Costs:
        found: Costs = {}
        for _ in range(runs):
            if only != "hugo":
                for name, cost in self._ours():
                    found.setdefault(name, []).append(cost)
            if only != "ours":
                shutil.rmtree(self.peer / "public", ignore_errors=True)
                cost = measure(hugo(self.peer)) + measure(pagefind(self.peer))
                found.setdefault(PEER, []).append(cost)
        return found

    def _ours(self) -> Iterable[tuple[str, Cost]]:
        command = [sys.executable, "-m", "lsbuild", "--root", str(self.portal), "build", "-q"]
        for folder in ("site", ".lsbuild"):
            shutil.rmtree(self.portal / folder, ignore_errors=True)
        yield COLD, measure(command)
        yield WARM, measure(command)
        entry = min((self.portal / "content/case-studies").iterdir())
        before = entry.read_text(encoding="utf-8")
        entry.write_text(f"{before}\nA last sentence.\n", encoding="utf-8")
        yield EDIT, measure(command)
        entry.write_text(before, encoding="utf-8")


def _table(size: int, costs: Costs, bench: Bench) -> Table:
    table = Table(title=f"{size:,} entries", title_justify="left")
    table.add_column("")
    for heading in ("s: min", "median", "max", "CPU s", "MB", "Pagefind MB", "site MB", "page kB"):
        table.add_column(heading, justify="right")
    for name, rows in costs.items():
        walls = [one.wall for one in rows]
        seconds = [min(walls), median(walls), max(walls), median(one.cpu for one in rows)]
        peaks = [max(one.memory for one in rows), max(one.search_memory for one in rows)]
        table.add_row(
            name,
            *(f"{value:.2f}" for value in seconds),
            *(f"{value / 1e6:.0f}" for value in peaks),
            *_weights(bench.sites.get(name)),
        )
    return table


def _weights(site: Path | None) -> tuple[str, str]:
    """The size of a site in megabytes, and of its largest page in kilobytes."""
    if site is None or not site.is_dir():
        return "", ""
    files = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
    pages = [size for path, size in files.items() if path.suffix == ".html"]
    return f"{sum(files.values()) / 1e6:.1f}", f"{max(pages) / 1e3:.0f}"


def _ratios(found: dict[int, Costs]) -> Iterable[str]:
    for size, costs in found.items():
        for name, base in ((COLD, PEER), (WARM, COLD), (EDIT, COLD)):
            if name in costs and base in costs:
                pairs = zip(costs[name], costs[base], strict=True)
                yield f"{size:,}: {name} / {base} = {_spread(a.wall / b.wall for a, b in pairs)}"
    sizes = sorted(size for size in found if COLD in found[size])
    each = {size: median(one.wall for one in found[size][COLD]) / size for size in sizes}
    for small, large in pairwise(sizes):
        yield f"time per entry, {large:,} / {small:,} = {each[large] / each[small]:.2f}"


def _spread(values: Iterable[float]) -> str:
    found = sorted(values)
    return f"{median(found):.2f} ({found[0]:.2f} to {found[-1]:.2f})"


if __name__ == "__main__":
    main()
