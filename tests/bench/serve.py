"""How long an editor waits in `lsbuild serve`: from a saved file to the page with its words.

    python -m tests.bench.serve 1000
    python -m tests.bench.serve .

A number is that many invented entries; of a folder with a portal, a copy is edited.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread
from urllib.request import urlopen

SAVES, SECONDS = 10, 1.0
# Seconds to wait before a save, once the checks of the last have ended or while they go on.
HOW = {"the checks have ended": 0.0, "the checks go on": 0.5}


def main() -> None:
    """Make or copy a portal, save, look, print."""
    asked = sys.argv[1] if len(sys.argv) > 1 else "1000"
    with TemporaryDirectory(prefix="lsbuild-serve-") as folder:
        root = Path(folder)
        if asked.isdigit():
            run = [sys.executable, "-m", "tests.bench.generate", asked, folder]
            subprocess.run(run, check=True)
        else:
            for name in ("mkdocs.yml", "content", "theme"):
                copy = shutil.copytree if Path(asked, name).is_dir() else shutil.copy
                copy(Path(asked, name), root / name)
        file = min(root.glob("content/case-studies/*.md"))
        print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        began = time.perf_counter()
        with _served(root) as address:
            page = f"{address}case-studies/{file.stem}/"
            _get(page)
            print(f"{time.perf_counter() - began:8.2f} s  until the first page")
            for how, pause in HOW.items():
                times = sorted(_save(file, page, address, pause) for _ in range(SAVES))
                spread = f"({times[0]:.2f} to {times[-1]:.2f})"
                print(f"{median(times):8.2f} s  from save to page, when {how} {spread}")
        print(f"{SECONDS:8.2f} s  at most; load {os.getloadavg()[0]:.1f} at the end")


def seconds_to_page(root: Path) -> list[float]:
    """From each save to the page with its words, where no checks go on."""
    file = min(root.glob("content/case-studies/*.md"))
    with _served(root) as address:
        page = f"{address}case-studies/{file.stem}/"
        _get(page)
        return [_save(file, page, address, 0) for _ in range(SAVES)]


def _save(file: Path, page: str, address: str, pause: float) -> float:
    """Save a new word, and load the page at each piece of news as a browser does."""
    news = _news(address, 0)
    while not (pause or news["checked"]):
        news = _news(address, news["seen"])
    time.sleep(pause)
    word, began = f"word{time.time_ns()}", time.perf_counter()
    file.write_text(f"{file.read_text('utf-8')}\n{word}\n", "utf-8")
    while word not in _get(page):
        news = _news(address, news["seen"])
    return time.perf_counter() - began


def _news(address: str, seen: int) -> dict[str, int]:
    return json.loads(_get(f"{address}__lsbuild/version?seen={seen}"))


def _get(address: str) -> str:
    with urlopen(address, timeout=60) as answer:
        return str(answer.read().decode())


@contextmanager
def _served(root: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "lsbuild", "--config", str(root / "mkdocs.yml"), "serve"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    lines = iter(process.stderr or ())
    try:
        yield next(found[1] for one in lines if (found := re.search(r"(http\S+)  \(Ctrl", one)))
    finally:
        Thread(target=deque, args=(lines, 0), daemon=True).start()
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
