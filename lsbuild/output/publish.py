"""What is online is always whole: build beside, then swap in one step.

Nothing is ever written into the published folder. A failed or killed build leaves it as it was;
the next build sweeps what the killed one left behind. A folder is replaced or removed only if
it says inside that it is ours.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MANIFEST = "data/manifest.json"
"""Marks a finished site; a build writes it last."""
MARK = ".made-by-lsbuild"
"""Marks any other folder of ours."""
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class CannotPublish(Exception):
    """The output folder cannot be used; the message says why and what to do."""


def check_target(out: Path, content: Path) -> None:
    """Refuse to replace or remove what is not ours; raises `CannotPublish`."""
    if out.is_symlink():
        raise CannotPublish(f"{out} is a link. Name a real folder as `site_dir`.")
    if out.exists() and not out.is_dir():
        raise CannotPublish(f"{out} is a file. Name a folder as `site_dir`.")
    if out == Path(out.anchor) or out == Path.home() or content.is_relative_to(out.resolve()):
        raise CannotPublish(f"{out} holds more than the portal. Name another `site_dir`.")
    if out.is_dir() and not is_ours(out):
        raise CannotPublish(
            f"{out} was not made by lsbuild, so it will not be replaced. "
            "Move it away, or name another `site_dir`."
        )
    parent = next(folder for folder in (out.parent, *out.parents) if folder.exists())
    if not os.access(parent, os.W_OK):
        raise CannotPublish(f"{parent} cannot be written to. Name another `site_dir`.")
    for left in (*_beside(out), _lock(out)):
        if left.is_symlink() or (left.exists() and not _is_left(left)):
            raise CannotPublish(
                f"{left} was not made by lsbuild, and a build needs that place. Move it away."
            )


def _is_left(path: Path) -> bool:
    """Whether a folder or a lock can be what a killed build left."""
    return is_ours(path) if path.is_dir() else path.is_file() and not path.stat().st_size


def is_ours(folder: Path) -> bool:
    """Whether a folder says that lsbuild made it, or is empty and so nobody's."""
    if (folder / MARK).is_file():
        return True
    try:
        said = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return not any(folder.iterdir())
    return isinstance(said, dict) and said.get("by") == "lsbuild"


def claim(folder: Path, content: Path) -> None:
    """Make and mark a folder for what is no site; raises `CannotPublish` where it is not ours."""
    real = folder.resolve()
    if content.is_relative_to(real) or real.is_relative_to(content):
        raise CannotPublish(f"{folder} has to do with the content. Name another folder.")
    if real.exists() and not (real / MARK).is_file() and (real.is_file() or any(real.iterdir())):
        raise CannotPublish(
            f"{folder} was not made by this command, so nothing is written there. "
            "Move it away, or name another folder."
        )
    real.mkdir(parents=True, exist_ok=True)
    (real / MARK).touch()


def staging_for(out: Path) -> Path:
    """A fresh folder beside the target, on the same file system."""
    staging, _ = _beside(out)
    _remove(staging)
    staging.mkdir(parents=True)
    (staging / MARK).touch()
    return staging


def swap(staging: Path, out: Path) -> None:
    """Put the finished folder in the place of the old one; readers see one or the other."""
    _sync(staging)
    _, old = _beside(out)
    _remove(old)
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
    _remove(old)


def sweep(out: Path) -> None:
    """Remove what a killed build left beside the target, and bring back a site put aside."""
    new, old = _beside(out)
    if (old / MANIFEST).is_file() and is_ours(old) and not out.exists():
        old.rename(out)
    _remove(new)
    _remove(old)


def _remove(folder: Path) -> None:
    """Remove a folder of ours, its mark last: what a kill leaves of it is still known as ours."""
    if folder.is_symlink() or not folder.is_dir() or not is_ours(folder):
        return
    with suppress(OSError):
        (folder / MANIFEST).replace(folder / MARK)
    for one in folder.iterdir():
        if one.is_dir() and not one.is_symlink():
            shutil.rmtree(one, ignore_errors=True)
        elif one.name != MARK:
            with suppress(OSError):
                one.unlink()
    if all(one.name == MARK for one in folder.iterdir()):
        shutil.rmtree(folder, ignore_errors=True)


def tidy(out: Path, content: Path, work: Path) -> None:
    """Sweep where nothing is to be built, unless another build is at it."""
    if any(left.exists() for left in (*_beside(out), _lock(out))):
        with suppress(CannotPublish):
            check_target(out, content)
            with only_one(work, out):
                sweep(out)


def _beside(out: Path) -> tuple[Path, Path]:
    """Where a build works, and where the last site waits to be removed."""
    return out.parent / f".{out.name}.new", out.parent / f".{out.name}.old"


def _lock(out: Path) -> Path:
    """What is held while something is done beside the target, and then removed."""
    return out.parent / f".{out.name}.lock"


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
def only_one(work: Path, out: Path) -> Iterator[None]:
    """Hold the locks of a portal and of its target, so that two builds cannot meet.

    Two copies of a portal may have one target. Raises `CannotPublish`.
    """
    with _held(work / "lock", "another build of this portal is running. Wait for it."):
        beside = _lock(out)
        with _held(beside, f"another build writes to {out}. Wait for it."):
            try:
                yield
            finally:
                with suppress(OSError):
                    beside.unlink()


@contextmanager
def _held(path: Path, says: str) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Whoever had it may have removed it since it was opened.
            mine = os.path.samestat(os.fstat(lock.fileno()), path.stat())
        except OSError as error:
            raise CannotPublish(says) from error
        if not mine:
            raise CannotPublish(says)
        yield
