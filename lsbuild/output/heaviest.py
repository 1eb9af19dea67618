"""Which pages cost readers most."""

from __future__ import annotations

from pathlib import Path

from lsbuild.rules._weight import compressed

_NEAR = 12
"""So many of the longest are compressed: among them are the heaviest, unless by a hair."""


def heaviest(out: Path, number: int = 3) -> list[tuple[str, int]]:
    """The address and the compressed bytes of the heaviest pages, heaviest first."""
    sizes = [(path.stat().st_size, path) for path in out.rglob("*.html")]
    longest = sorted(sizes, reverse=True)[:_NEAR]
    found = [(compressed(path.read_bytes()), _url(path, out)) for _, path in longest]
    return [(url, size) for size, url in sorted(found, key=lambda one: (-one[0], one[1]))][:number]


def _url(path: Path, out: Path) -> str:
    url = path.relative_to(out).as_posix()
    return "/" + (url.removesuffix("index.html") if path.name == "index.html" else url)
