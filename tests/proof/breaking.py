"""The operating system with one write that fails, inside a forked process.

Only functions of the system are replaced (`os`, `open`, and the two calls through ctypes);
everything of ours runs as it is.
"""

from __future__ import annotations

import builtins
import ctypes
import errno
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

NAMES = (
    "chmod",
    "copy_file_range",
    "fsync",
    "link",
    "mkdir",
    "remove",
    "rename",
    "replace",
    "rmdir",
    "sendfile",
    "symlink",
    "truncate",
    "unlink",
)
CODES = (errno.ENOSPC, errno.EIO, errno.EACCES)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Writes:
    """Counts every write below a folder and lets the n-th fail; with n = 0 none does."""

    def __init__(self, folder: Path, fails: int, code: int, *, exchange: bool = True) -> None:
        self.folder = str(folder)
        self.fails, self.code, self.exchange = fails, code, exchange
        self.seen: list[str] = []
        self.open, self.raw_open, self.library = io.open, os.open, ctypes.CDLL
        self.lengths: dict[int, str] = {}

    def install(self) -> None:
        """Take the place of the system's functions, for the rest of this process."""
        for name in NAMES:
            if hasattr(os, name):
                setattr(os, name, self._failing(name, getattr(os, name)))
        os.open = self._os_open  # type: ignore[assignment]
        io.open = builtins.open = self._io_open  # type: ignore[assignment]
        ctypes.CDLL = self._cdll  # type: ignore[assignment,misc]

    def note(self, file: Path) -> None:
        """Keep the list of writes for whoever forked this process."""
        with self.open(file, "w") as out:
            json.dump(self.seen, out)

    def count(self, what: str, path: object) -> None:
        """One write; raises where it is the one that fails."""
        self.seen.append(f"{what} {str(path).removeprefix(self.folder)}")
        if len(self.seen) == self.fails:
            raise OSError(self.code, os.strerror(self.code), str(path))

    def _failing(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **extra: Any) -> Any:
            # Two names or two handles: the second is the one written to, but for sendfile.
            at = 1 if name in ("link", "rename", "replace", "symlink", "copy_file_range") else 0
            self.count(name, os.fspath(args[at]) if hasattr(args[at], "__fspath__") else args[at])
            return real(*args, **extra)

        return call

    def _os_open(self, path: Any, flags: int, *args: Any, **extra: Any) -> int:
        if flags & _WRITING:
            self.count("open", path)
        return self.raw_open(path, flags, *args, **extra)

    def _io_open(self, file: Any, mode: str = "r", *args: Any, **extra: Any) -> Any:
        # Handles are pipes to other processes; what lies on disk is opened by its name.
        if isinstance(file, int) or not set(mode) & set("wax+"):
            return self.open(file, mode, *args, **extra)
        self.count("open", file)
        return _File(self.open(file, mode, *args, **extra), self, str(file))

    def _cdll(self, name: str | None, *args: Any, **extra: Any) -> Any:
        real = self.library(name, *args, **extra)
        return real if name else _Library(real, self)


class _File:
    """An open file whose writes are counted; a failing one leaves half of the words behind."""

    def __init__(self, real: Any, writes: Writes, path: str) -> None:
        self.real, self.writes, self.path = real, writes, path

    def write(self, data: Any) -> int:
        try:
            self.writes.count("write", self.path)
        except OSError:
            self.real.write(data[: len(data) // 2])
            self.real.flush()
            raise
        return self.real.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)

    def __enter__(self) -> _File:
        self.real.__enter__()
        return self

    def __exit__(self, *args: object) -> None:
        self.real.__exit__(*args)


class _Library:
    """The C library, whose `renameat2` and `syncfs` are writes too."""

    def __init__(self, real: Any, writes: Writes) -> None:
        self.real, self.writes = real, writes

    def __getattr__(self, name: str) -> Any:
        real = getattr(self.real, name)
        if name not in ("renameat2", "syncfs"):
            return real

        def call(*args: Any) -> int:
            if name == "renameat2" and not self.writes.exchange:
                ctypes.set_errno(errno.ENOSYS)
                return -1
            try:
                self.writes.count(name, "")
            except OSError as error:
                ctypes.set_errno(error.errno or 0)
                return -1
            return int(real(*args))

        return call
