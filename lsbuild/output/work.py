"""Where builds keep what they remember: outside the repository, where no proposal can bring it."""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

from platformdirs import user_cache_path


def cache_folder(name: str) -> Path | None:
    """A folder in the user's own cache; nothing where there is no home or nobody can write."""
    folder = user_cache_path("lsbuild") / name
    # A path that is not absolute would lie wherever the command runs, which may be a proposal.
    with suppress(OSError):
        if folder.is_absolute():
            folder.mkdir(parents=True, exist_ok=True)
            return folder if os.access(folder, os.W_OK) else None
    return None


def name_of(root: Path) -> str:
    """What the portal in a folder is called there."""
    return hashlib.sha256(os.fsencode(root)).hexdigest()[:16]


def work_of(root: Path) -> Path:
    """The folder for builds of one portal: its notes, its lock, pages for the search."""
    return folder_for(f"built/{name_of(root)}")


def folder_for(name: str) -> Path:
    """A folder in the cache; without one it is a new folder, which goes when the process ends."""
    return cache_folder(name) or _passing(name)


@cache
def _passing(name: str) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="lsbuild-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
