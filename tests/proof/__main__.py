"""`python -m tests.proof`: runs every proof, two at a time, and prints one table.

A folder is a registry here too: every function of a module whose name begins with `prove` is
run, each in a process of its own. `python -m tests.proof faults kills` runs those modules only.
"""

from __future__ import annotations

import os
import pickle
import resource
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from tests.proof.table import Row, show

FOLDER = Path(__file__).parent
LONGEST_FIRST = ("hostile", "faults", "inputs")
MINUTES = 15


def main(wanted: list[str]) -> int:
    """Run the proofs; 1 where a promise was not kept."""
    if wanted[:1] == ["--one"]:
        return _one(*wanted[1:])
    began = time.monotonic()
    console = Console(width=None if sys.stdout.isatty() else 140)
    with ThreadPoolExecutor(int(os.environ.get("HANDS", "2"))) as pool:
        rows = [row for part in pool.map(apart, proofs(wanted)) for row in part]
    took = time.monotonic() - began
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    work = f"{used.ru_utime + used.ru_stime:,.0f} s of work"
    show(rows, f"{took // 60:.0f} min {took % 60:02.0f} s, {work}", console)
    return 0 if rows and all(row.whole for row in rows) else 1


def proofs(wanted: list[str]) -> list[tuple[str, str]]:
    """Module and function of every proof, those that take longest first."""
    names = sorted(
        path.stem
        for path in FOLDER.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
        if not path.stem.startswith(("_", "test_"))
    )
    return [
        (name, one)
        for name in sorted(names, key=lambda name: (name not in LONGEST_FIRST, name))
        if not wanted or name in wanted
        for one in sorted(vars(import_module(f"tests.proof.{name}")))
        if one.startswith("prove")
    ]


def apart(proof: tuple[str, str], *few: str) -> list[Row]:
    """The rows of one proof, or of a `few` examples, made in a process of its own.

    Proofs fork, so they must not share a process with threads. A crash is a row too.
    """
    began = time.monotonic()
    try:
        with TemporaryDirectory(prefix="lsbuild-cache-") as cache:
            done = subprocess.run(
                [sys.executable, "-m", "tests.proof", "--one", *proof, *few],
                cwd=FOLDER.parent.parent,
                env={**os.environ, "XDG_CACHE_HOME": cache},
                capture_output=True,
                timeout=MINUTES * 60,
            )
        rows = pickle.loads(done.stdout) if done.returncode == 0 else []
        words = done.stderr.decode(errors="replace")[-2_000:]
    except subprocess.TimeoutExpired:
        rows, words = [], f"not done after {MINUTES} minutes"
    rows = rows or [Row(f"{proof[0]}: {proof[1]}", failed=[words or "it gave no row"])]
    seconds = f"{time.monotonic() - began:.0f} s"
    rows[-1].note = ", ".join(part for part in (rows[-1].note, seconds) if part)
    print(f"{seconds:>6}  {proof[0]}: {proof[1]}", file=sys.stderr, flush=True)
    return list(rows)


def _one(module: str, function: str, *few: str) -> int:
    # Whatever a proof prints must not mix with its rows.
    out = os.dup(1)
    os.dup2(2, 1)
    rows = list(getattr(import_module(f"tests.proof.{module}"), function)(bool(few)))
    with os.fdopen(out, "wb") as pipe:
        pickle.dump(rows, pipe)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
