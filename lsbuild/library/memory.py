"""What was made of each file of a folder, for who looks at the same folder again and again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

_KEPT = {".md", ".yml"}
"""Of other files nothing is read, so there is nothing to remember."""


class Memory:
    """Keyed by path and bytes, so it holds for one folder and one way of reading it."""

    def __init__(self) -> None:
        self._known: dict[PurePosixPath, tuple[bytes, Any]] = {}

    def recall(
        self, root: Path, paths: Iterable[PurePosixPath], make: Callable[[PurePosixPath], Any]
    ) -> Iterator[Any]:
        """What each file makes, made anew only where its bytes have changed.

        Files that are not among the paths are forgotten.
        """
        before, self._known = self._known, {}
        for path in paths:
            # The hash is taken first: what is saved in between is made once more next time.
            key = _hash(root / path) if path.suffix in _KEPT else b""
            known, made = before.get(path, (b"", None))
            if not key or key != known:
                made = make(path)
            self._known[path] = key, made
            yield made


def _hash(path: Path) -> bytes:
    """The hash of a file's bytes; nothing where it cannot be opened."""
    try:
        return hashlib.sha256(path.read_bytes()).digest()
    except OSError:
        return b""
