"""`make bench`: what a build costs, beside Hugo with Pagefind on the same text in the same run.

    python -m tests.bench.run --sizes 100,1000 --runs 3 --only ours --shape linked
    python -m tests.bench.run --sizes 1000,10000 --material 1000 --readers
    python -m tests.bench.run --sizes 30000 --limit

All take turns (A B A B), so that a busy machine is unfair to all alike. Nothing here is a test:
read the ratios, and the seconds only beside the load.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from tests.bench.readers import readers
from tests.bench.shapes import SHAPES
from tests.bench.targets import Measured, table_of
from tests.bench.turns import LARGE, Bench, Costs


def main() -> None:
    """Measure, print."""
    asked = _arguments()
    console = Console(width=None if sys.stdout.isatty() else 120)
    console.print(_machine())
    found: dict[int, Measured] = {}
    for size in asked.sizes:
        with tempfile.TemporaryDirectory(prefix="lsbuild-bench-", dir=asked.folder) as folder:
            bench = Bench(size, Path(folder), SHAPES[asked.shape])
            costs = bench.run(
                asked.runs, asked.only, material=asked.material == size, limit=asked.limit
            )
            seen = readers(bench.portal, saves=size < LARGE) if asked.readers else None
            found[size] = Measured(costs, bench.page_weight(), seen)
            console.print(_table(size, costs, bench))
    console.print(table_of(found))
    console.print(f"load at the end {os.getloadavg()[0]:.1f}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="100,1000", type=_numbers)
    parser.add_argument("--runs", default=3, type=int)
    parser.add_argument("--only", choices=["ours", "hugo"])
    parser.add_argument("--shape", default="main", choices=[*SHAPES])
    parser.add_argument(
        "--material", default=0, type=int, metavar="SIZE", help="stock, at one size"
    )
    parser.add_argument("--readers", action="store_true", help="bytes and seconds as felt, too")
    parser.add_argument("--limit", action="store_true", help="one build and its verification")
    parser.add_argument("--folder", help="where to work, if not in the folder for such things")
    return parser.parse_args()


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


def _machine() -> str:
    return (
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, "
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    )


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


if __name__ == "__main__":
    main()
