"""Runs a command and says what it cost: time, processor time, memory of all its processes."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from pathlib import Path
from typing import NamedTuple

_EVERY = 0.05
_PROC = Path("/proc")


class Cost(NamedTuple):
    """What one run cost."""

    wall: float
    cpu: float
    memory: int
    """The peak of our processes together, in bytes; a shared page counts once."""
    search_memory: int
    """The peak of Pagefind."""

    def __add__(self, other: Cost) -> Cost:  # type: ignore[override]
        return Cost(
            self.wall + other.wall,
            self.cpu + other.cpu,
            max(self.memory, other.memory),
            max(self.search_memory, other.search_memory),
        )


def measure(command: list[str], *, may_find: bool = False) -> Cost:
    """Run to the end; a command that fails ends the bench with its own words.

    One that `may_find` something, and says so with the code 1, is heard and goes on.
    """
    before, began = os.times(), time.perf_counter()
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        env=_environment(),
    )
    watch = _Watch(process.pid)
    watch.start()
    said, _ = process.communicate()
    wall, after = time.perf_counter() - began, os.times()
    watch.stop()
    if may_find and process.returncode == 1:
        print(said)
    elif process.returncode:
        raise SystemExit(f"bench: {' '.join(command)}\n{said}")
    cpu = sum(after[2:4]) - sum(before[2:4])
    return Cost(wall, cpu, watch.memory, watch.search_memory)


def _environment() -> dict[str, str]:
    """As users have it: what Python compiled once is kept."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1"}


class _Watch(threading.Thread):
    """Adds up the memory of a session's processes, again and again; Linux only."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session = session
        self.memory = self.search_memory = 0
        self.done = threading.Event()

    def run(self) -> None:
        while _PROC.is_dir() and not self.done.wait(_EVERY):
            ours = search = 0
            for name, size in _processes(self.session):
                if name.startswith("pagefind"):
                    search += size
                else:
                    ours += size
            self.memory = max(self.memory, ours)
            self.search_memory = max(self.search_memory, search)

    def stop(self) -> None:
        self.done.set()
        self.join()


def _processes(session: int) -> list[tuple[str, int]]:
    """The name and the proportional share of memory of each process of a session."""
    found = []
    for folder in _PROC.iterdir():
        if not folder.name.isdigit():
            continue
        try:
            name, _, rest = (folder / "stat").read_text().partition("(")[2].rpartition(")")
            if int(rest.split()[3]) == session:
                found.append((name, _share(folder)))
        except (OSError, ValueError, IndexError):
            # It ended while we looked.
            continue
    return found


def _share(folder: Path) -> int:
    for line in (folder / "smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0
