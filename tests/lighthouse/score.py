"""`make lighthouse`: what Lighthouse says of the real portal on a phone, behind a server with gzip.

    python -m tests.lighthouse.score --runs 1 --keep reports

Accessibility, best practices and search engines are to have 100, speed 95 (the median of the
runs). What is below, and why, is printed, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from rich.console import Console
from rich.table import Table

from tests.gzipped import BASE, serving

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PAGES = {
    "home": "",
    "case": "case-studies/mozambique-ideas/",
    "learning site": "learning-sites/kilifi/",
    "find": "find/",
    "lesson": "lessons/stakeholder-roles/",
}
GOALS = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 95}
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"

Report = dict[str, Any]


def main() -> int:
    """Ask for each page in turn, print."""
    asked = _arguments()
    if not (asked.site / "index.html").is_file():
        sys.exit(f"{asked.site} holds no portal; `lsbuild build` makes one")
    console = Console(width=None if sys.stdout.isatty() else 110)
    console.print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores: speed depends on it")
    found: dict[str, list[Report]] = {name: [] for name in PAGES}
    with serving(asked.site) as (address, _):
        # Page after page, so that a busy minute is unfair to all alike.
        for _ in range(asked.runs):
            for name, url in PAGES.items():
                found[name].append(_ask(address + url, asked.keep))
    console.print(_table(found))
    below = [line for name, reports in found.items() for line in _below(name, reports)]
    for line in below:
        console.print(line)
    return 1 if below else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--keep", type=Path, help="a folder for the whole reports")
    return parser.parse_args()


def _ask(url: str, keep: Path | None) -> Report:
    """One run of Lighthouse with its own idea of a phone and a slow network."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        command = ["node", str(HERE / "node_modules/lighthouse/cli/index.js"), url]
        command += ["--quiet", "--output=json", f"--output-path={out}", f"--chrome-flags={FLAGS}"]
        command += [f"--only-categories={','.join(GOALS)}"]
        subprocess.run(command, check=True, env=os.environ | {"CHROME_PATH": _chrome()})
        text = out.read_text(encoding="utf-8")
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        name = url.partition(BASE)[2].strip("/").replace("/", "-") or "home"
        (keep / f"{name}.json").write_text(text, encoding="utf-8")
    return json.loads(text)


def _chrome() -> str:
    told = os.environ.get("LSBUILD_CHROME")
    return told or subprocess.check_output([ROOT / ".ci/chrome"], text=True).strip()


def _score(reports: Iterable[Report], goal: str) -> float:
    return median(100 * (one["categories"][goal]["score"] or 0) for one in reports)


def _table(found: dict[str, list[Report]]) -> Table:
    table = Table(title="Lighthouse, phone", title_justify="left")
    table.add_column("")
    short = ("access", "practice", "seo", "speed")
    goals = zip(short, GOALS.values(), strict=True)
    heads = (*(f"{goal} ≥ {least}" for goal, least in goals), "first paint", "largest")
    for head in (*heads, "blocked", "kB"):
        table.add_column(head, justify="right")
    for name, reports in found.items():
        times = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time")
        table.add_row(
            name,
            *(f"{_score(reports, goal):.0f}" for goal in GOALS),
            *(f"{_number(reports, one) / 1_000:.1f} s" for one in times),
            f"{_number(reports, 'total-byte-weight') / 1_000:.0f}",
        )
    return table


def _number(reports: Iterable[Report], audit: str) -> float:
    return median(one["audits"][audit]["numericValue"] for one in reports)


def _below(name: str, reports: list[Report]) -> Iterator[str]:
    """Goals that were missed, and the audits that say why."""
    for goal, least in GOALS.items():
        if _score(reports, goal) < least:
            last = reports[-1]
            rows = (last["audits"][row["id"]] for row in last["categories"][goal]["auditRefs"])
            why = [row["title"] for row in rows if row["score"] is not None and row["score"] < 0.9]
            yield f"{name}: {goal} {_score(reports, goal):.0f} < {least}: {'; '.join(why)}"


if __name__ == "__main__":
    sys.exit(main())
