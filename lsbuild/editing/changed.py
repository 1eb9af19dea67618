"""The files of the content that differ from a version git knows. git only reads."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from lsbuild.editing import EditingError

# Neither settings of the repository nor of the user may start a program here.
_QUIET = (
    "-c",
    "core.fsmonitor=false",
    "-c",
    f"core.hooksPath={os.devnull}",
    "-c",
    "diff.external=",
)


def changed_from(content: Path, ref: str) -> frozenset[str]:
    """Paths below `content/` that differ from `ref`, new and deleted ones included."""
    try:
        commit = _git(content, "rev-parse", "--verify", "--end-of-options", f"{ref}^{{commit}}")
    except subprocess.CalledProcessError as error:
        raise EditingError(_refusal(ref, error.stderr.decode(errors="replace"))) from error
    except FileNotFoundError as error:
        raise EditingError("git is not installed, and --changed-from asks it") from error
    different = _git(
        content,
        *("diff", "--name-only", "-z", "--relative", "--no-renames", "--no-ext-diff"),
        *("--no-textconv", "--ignore-submodules", commit.strip(), "--", "."),
    )
    unknown = _git(content, "ls-files", "-z", "--others", "--exclude-standard", "--", ".")
    return frozenset(name for name in (different + unknown).split("\0") if name)


def _git(folder: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", *_QUIET, *words],  # noqa: S607 - wherever git is
        cwd=folder,
        env={**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode("utf-8", errors="surrogateescape")


def _refusal(ref: str, said: str) -> str:
    if "not a git repository" in said:
        return (
            "this folder is in no git repository, so nothing can be compared with `--changed-from`"
        )
    if "dubious ownership" in said:
        return "git does not trust this folder; " + said.strip().splitlines()[-1].strip()
    return f"git knows no version `{ref}`; a branch, a tag or the beginning of a commit is one"
