"""What is wrong with a published file."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """One thing that must not be online."""

    path: str
    """The file, below the site."""
    line: int
    """Counted from 1; 0 where the whole file is meant."""
    name: str
    """What sort of thing it is: `handler`, `unknown-script`, ..."""
    says: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.name}: {self.says}"
