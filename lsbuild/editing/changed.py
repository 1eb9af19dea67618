"""The files of the content that differ from how it was."""

from __future__ import annotations

import os
from pathlib import Path
from subprocess import CalledProcessError

from lsbuild.editing.before import commit_of, git


def changed_from(content: Path, base: str) -> frozenset[str]:
    """Paths below `content/` that differ from `base`, new and deleted ones included.

    `base` is a version that git knows, or a folder with the content as it was.
    """
    if Path(base).is_dir():
        return _beside(content, Path(base))
    different = git(
        content,
        *("diff", "--name-only", "-z", "--relative", "--no-renames", "--no-ext-diff"),
        *("--no-textconv", "--ignore-submodules", commit_of(content, base), "--", "."),
    )
    unknown = git(content, "ls-files", "-z", "--others", "--exclude-standard", "--", ".")
    return frozenset(name for name in (different + unknown).split("\0") if name)


def where_it_began(content: Path) -> str:
    """The commit where this branch left `main`; `HEAD` where it did not, or where no git is."""
    try:
        head = git(content, "rev-parse", "HEAD").strip()
        left = git(content, "merge-base", "HEAD", "refs/heads/main").strip()
    except (CalledProcessError, FileNotFoundError):
        return "HEAD"
    return left if left != head else "HEAD"


def _beside(content: Path, base: Path) -> frozenset[str]:
    ours, theirs = _files(content), _files(base)
    return frozenset(
        name
        for name in ours | theirs
        if name not in ours or name not in theirs or not _same(content / name, base / name)
    )


def _files(folder: Path) -> set[str]:
    return {
        Path(parent, name).relative_to(folder).as_posix()
        for parent, _, names in os.walk(folder)
        for name in names
    }


def _same(one: Path, other: Path) -> bool:
    """Whether two files hold the same; a link or a pipe is nothing to compare, and so differs."""
    if not all(path.is_file() and not path.is_symlink() for path in (one, other)):
        return False
    return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()
