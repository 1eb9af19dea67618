"""The content as it was: a folder beside ours, or a version that git knows. git only reads."""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from lsbuild.editing import EditingError

# Neither settings of the repository nor of the user may start a program here.
_QUIET = (
    "-c",
    "core.fsmonitor=false",
    "-c",
    f"core.hooksPath={os.devnull}",
    "-c",
    "diff.external=",
    "-c",
    "safe.bareRepository=explicit",
)


@contextmanager
def content_before(content: Path, base: str) -> Iterator[Path]:
    """A folder with the content of `base`; a version of git is unpacked for as long as needed."""
    if Path(base).is_dir():
        yield Path(base)
        return
    commit = commit_of(content, base, "a comparison")
    with TemporaryDirectory(prefix="lsbuild-") as folder:
        # Not a tar: only Python 3.11.4 and later unpacks one without following what it says.
        packed = git_bytes(content, "archive", "--format=zip", commit, "--", ".")
        with ZipFile(io.BytesIO(packed)) as file:
            file.extractall(folder)
        yield Path(folder)


def commit_of(content: Path, ref: str, asking: str = "`--changed-from`") -> str:
    """The commit a version stands for; raises `EditingError` where git knows none."""
    try:
        return git(
            content, "rev-parse", "--verify", "--end-of-options", f"{ref}^{{commit}}"
        ).strip()
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace")
        raise EditingError(_refusal(ref, said, asking)) from error
    except FileNotFoundError as error:
        raise EditingError(f"git is not installed, and {asking} asks it") from error


def git(folder: Path, *words: str) -> str:
    """What git answers in a folder, as text."""
    return git_bytes(folder, *words).decode("utf-8", errors="surrogateescape")


def git_bytes(folder: Path, *words: str) -> bytes:
    """What git answers in a folder; raises `EditingError` where it would ask a proposal."""
    _refuse_disguised(folder)
    done = subprocess.run(
        ["git", *_QUIET, *words],  # noqa: S607 - wherever git is
        cwd=folder,
        env={**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    return done.stdout


def _refuse_disguised(folder: Path) -> None:
    """Refuse files that git takes for a repository, since its settings may name programs.

    git looks for one from here upwards. A proposal can bring all of these files, but no `.git`;
    before 2.38 git itself has no setting against it.
    """
    for place in (folder, *folder.parents):
        if os.path.lexists(place / ".git"):
            return
        if os.path.lexists(place / "HEAD"):
            raise EditingError(
                f"{place / 'HEAD'} makes git take this folder for a repository, whose settings "
                "can start programs. Delete it, or compare with a folder instead"
            )


def _refusal(ref: str, said: str, asking: str) -> str:
    if "not a git repository" in said:
        return f"this folder is in no git repository, so nothing can be compared with {asking}"
    if "dubious ownership" in said:
        return "git does not trust this folder; " + said.strip().splitlines()[-1].strip()
    return f"git knows no version `{ref}`; a branch, a tag or the beginning of a commit is one"
