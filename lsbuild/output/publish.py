"""What is online is always whole: build beside, then swap in one step.

Nothing is ever written into the published folder. A failed or killed build leaves it as it was;
the next build sweeps what the killed one left behind.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MANIFEST = "data/manifest.json"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class CannotPublish(Exception):
    """The output folder cannot be used; the message says why and what to do."""


def check_target(out: Path, content: Path) -> None:
    """Refuse to replace a folder that is not ours; raises `CannotPublish`."""
    if out.is_symlink():
        raise CannotPublish(f"{out} is a link. Name a real folder as `site_dir`.")
    if out.exists() and not out.is_dir():
        raise CannotPublish(f"{out} is a file. Name a folder as `site_dir`.")
    if out == Path(out.anchor) or out == Path.home() or content.is_relative_to(out):
        raise CannotPublish(f"{out} holds more than the portal. Name another `site_dir`.")
    if out.is_dir() and any(out.iterdir()) and not (out / MANIFEST).is_file():
        raise CannotPublish(
            f"{out} was not made by lsbuild, so it will not be replaced. "
            "Move it away, or name another `site_dir`."
        )
    parent = next(folder for folder in (out.parent, *out.parents) if folder.exists())
    if not os.access(parent, os.W_OK):
        raise CannotPublish(f"{parent} cannot be written to. Name another `site_dir`.")


def staging_for(out: Path) -> Path:
    """A fresh folder beside the target, on the same file system."""
    staging = out.parent / f".{out.name}.new"
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    return staging


def swap(staging: Path, out: Path) -> None:
    """Put the finished folder in the place of the old one; readers see one or the other."""
    _sync(staging)
    old = out.parent / f".{out.name}.old"
    shutil.rmtree(old, ignore_errors=True)
    if not out.exists():
        staging.rename(out)
        return
    if _exchange(staging, out):
        staging.rename(old)
    else:
        out.rename(old)
        try:
            staging.rename(out)
        except OSError:
            old.rename(out)
            raise
    shutil.rmtree(old, ignore_errors=True)


def sweep(out: Path) -> None:
    """Remove what a killed build left beside the target, and bring back a site put aside."""
    old = out.parent / f".{out.name}.old"
    if old.is_dir() and not out.exists():
        old.rename(out)
    for left in _beside(out):
        shutil.rmtree(left, ignore_errors=True)


def tidy(out: Path, work: Path) -> None:
    """Sweep where nothing is to be built, unless another build is at it."""
    if any(left.exists() for left in _beside(out)):
        with suppress(CannotPublish), only_one(work):
            sweep(out)


def _beside(out: Path) -> tuple[Path, Path]:
    """Where a build works, and where the last site waits to be removed."""
    return out.parent / f".{out.name}.new", out.parent / f".{out.name}.old"


def _exchange(a: Path, b: Path) -> bool:
    """Linux can exchange two names in one step; elsewhere two renames must do."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    done = rename(_AT_FDCWD, os.fsencode(a), _AT_FDCWD, os.fsencode(b), _RENAME_EXCHANGE)
    if done == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL):
        return False
    raise OSError(code, os.strerror(code), str(b))


def _sync(folder: Path) -> None:
    """One sync for the whole file system instead of one for each file; raises `OSError`."""
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        failed = syncfs(handle) and ctypes.get_errno()
        if failed and failed not in (errno.ENOSYS, errno.EINVAL):
            # What could not be written down must not take the place of what was.
            raise OSError(failed, os.strerror(failed), str(folder))
    finally:
        os.close(handle)


@contextmanager
def only_one(work: Path) -> Iterator[None]:
    """Hold the lock of a portal, so that two builds cannot meet; raises `CannotPublish`."""
    work.mkdir(parents=True, exist_ok=True)
    with (work / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise CannotPublish("another build of this portal is running. Wait for it.") from error
        try:
            yield
        finally:
            with suppress(OSError):
                fcntl.flock(lock, fcntl.LOCK_UN)
