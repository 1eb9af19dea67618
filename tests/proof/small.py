"""A portal of three entries in a folder of its own, and builds of it in warm forked processes."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

# Brought along once, so that each forked process begins warm.
import lsbuild.cli_editing
import lsbuild.hosts.building
import lsbuild.hosts.mkdocs  # noqa: F401
from lsbuild.cli import main
from lsbuild.pipeline import prepare
from lsbuild.settings import read_settings
from tests import portals
from tests.portals import Portal

MEMORY = Path("/dev/shm")
CACHE = ".cache"
INDEX = """\
---
title: A portal of three entries
summary: Nothing here is true; it is built to be broken.
status: published
published: 2026-01-01
review_due: 2090-01-01
---

Begin with [[term/round|the round]].
"""
SOURCE = """\
---
title: A page about rounds
summary: An invented page on the web that tells what a round is.
status: published
csl: {type: webpage, container_title: A sample}
read: full
read_on: 2026-01
involvement: took-part
url: https://example.org/page
---
"""
TERM = """\
---
title: Round
summary: One turn of a loop, from plan to second thoughts.
status: published
definitions:
  - says: One turn of a loop.
    sources: [{source: a-page, locator: p. 3}]
---

A round has a beginning and an end.
"""
ENTRIES = {
    "pages/index.md": INDEX,
    "sources/a-page.md": SOURCE,
    "glossary/round.md": TERM,
}
Setting = Callable[[], None]
"""Changes something in a forked process before it begins."""


@contextmanager
def small_portal() -> Iterator[Portal]:
    """Three entries and the lists they may name; in memory where there is such a folder."""
    with temporary() as folder:
        portal = Portal(folder / "tests" / "site")
        golden = portals.GOLDEN
        shutil.copytree(golden / "content/_vocabularies", portal.content / "_vocabularies")
        shutil.copytree(portals.ROOT / "theme", portal.theme)
        settings = (golden / "mkdocs.yml").read_text("utf-8")
        portal.config.write_text(settings.replace("workers: 2", "workers: 1"), "utf-8")
        for name, text in ENTRIES.items():
            file = portal.content / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, "utf-8")
        # What a build remembers can be spoilt too, so it lies in reach.
        with patch.dict(os.environ, XDG_CACHE_HOME=str(portal.root / CACHE)):
            yield portal


@contextmanager
def temporary() -> Iterator[Path]:
    where = str(MEMORY) if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="lsbuild-proof-", dir=where) as folder:
        yield Path(folder)


def warm(portal: Portal) -> None:
    """Read and plan once in this process, so that those forked from it have done so too."""
    prepare(read_settings(portal.config))


def forked(run: Callable[[], int | None], said: Path | None = None) -> int:
    """The exit code of `run` in a forked process; what it says goes to a file or nowhere."""
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        code = 70
        try:
            out = os.open(said or os.devnull, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
            os.dup2(out, 1)
            os.dup2(out, 2)
            code = run() or 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        finally:
            # Never back into the parent's stack; a traceback has code 70.
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def command(portal: Portal, *words: str, before: Setting = lambda: None) -> Callable[[], None]:
    """`lsbuild` with these words about a portal, to be run in a forked process."""

    def run() -> None:
        before()
        main(["--config", str(portal.config), *words])

    return run


def build(portal: Portal, *words: str, before: Setting = lambda: None) -> int:
    """Build in a forked process; what was said lies in `said.txt` beside the portal."""
    return forked(command(portal, "build", *words, before=before), portal.root / "said.txt")


def said(portal: Portal) -> str:
    """What the last build said."""
    return (portal.root / "said.txt").read_text("utf-8", "replace").strip()


def state(folder: Path) -> str:
    """A hash of a folder: names, kinds, modes and bytes."""
    hash_ = hashlib.sha256()
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted([*folders, *names]):
            path = Path(parent, name)
            hash_.update(f"{path.relative_to(folder)}\0{path.lstat().st_mode}\0".encode())
            if path.is_file() and not path.is_symlink():
                hash_.update(path.read_bytes())
    return hash_.hexdigest()
