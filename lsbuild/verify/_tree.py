"""Which files may be published at all."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from lsbuild.verify._problem import Problem
from lsbuild.verify._trusted import digest

LIMIT = 1_000_000_000
"""Bytes that GitHub Pages publishes at most."""
MANIFEST = "data/manifest.json"
_TYPES = {
    ".html", ".css", ".js", ".json", ".xml", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif",
    ".pdf", ".csv", ".txt", ".woff2", ".vtt", ".docx",
}  # fmt: skip
_OF_PAGEFIND = {".pagefind", ".pf_fragment", ".pf_index", ".pf_meta", ".pf_filter", ".pf_sort"}
_NAMES = {".nojekyll", "CNAME"}
_ACTING = {".js": "script", ".mjs": "script", ".css": "style", ".svg": "drawing"}


def listed(site: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Every file and folder, links not followed, each with its path below the site."""
    for folder, folders, names in os.walk(site):
        for name in sorted([*folders, *names]):
            path = Path(folder, name)
            yield path.relative_to(site).as_posix(), path.lstat()


def in_tree(site: Path, known_files: frozenset[tuple[str, str]]) -> Iterator[Problem]:
    """Links, modes, types, sizes, what is not ours and could act, and the manifest."""
    total = 0
    for path, known in listed(site):
        if stat.S_ISLNK(known.st_mode):
            yield Problem(path, 0, "symlink", "a link, which may lead out of the site")
        elif stat.S_ISDIR(known.st_mode):
            yield from _mode(path, known, 0o755)
        elif not stat.S_ISREG(known.st_mode):
            yield Problem(path, 0, "file-type", "neither a file nor a folder")
        else:
            total += known.st_size
            yield from _mode(path, known, 0o644)
            yield from _type(path)
            sort = _ACTING.get(Path(path).suffix)
            sort = sort or ("file" if path.startswith("assets/") else "")
            if sort and (path, digest(_bytes(site, path))) not in known_files:
                says = f"not a {sort} of the theme or its packages"
                yield Problem(path, 0, f"unknown-{sort}", says)
    if total >= LIMIT:
        yield Problem(".", 0, "size", f"{total / 1e6:.0f} MB; GitHub Pages takes {LIMIT / 1e6:.0f}")
    yield from _manifest(site)


def _mode(path: str, known: os.stat_result, wanted: int) -> Iterator[Problem]:
    mode = stat.S_IMODE(known.st_mode)
    if mode != wanted:
        yield Problem(path, 0, "mode", f"{mode:04o} where {wanted:04o} is meant")


def _type(path: str) -> Iterator[Problem]:
    name = path.rpartition("/")[2]
    known = _TYPES | (_OF_PAGEFIND if path.startswith("pagefind/") else set())
    if name not in _NAMES and Path(name).suffix not in known:
        yield Problem(path, 0, "file-type", "a sort of file that no portal has")
    elif name.startswith(".") and name not in _NAMES:
        yield Problem(path, 0, "leftover", "a hidden file")


def _manifest(site: Path) -> Iterator[Problem]:
    """The manifest names every file, with the hash of what is there."""
    try:
        said = json.loads(_bytes(site, MANIFEST))["files"]
        said = dict(said)
    except (OSError, ValueError, KeyError, TypeError):
        yield Problem(MANIFEST, 0, "manifest", "not there, or not to be read")
        return
    files = {path for path, known in listed(site) if stat.S_ISREG(known.st_mode)} - {MANIFEST}
    for path in sorted(files ^ set(said)):
        where = "there, but not in the manifest" if path in files else "only in the manifest"
        yield Problem(path, 0, "manifest", where)
    for path in sorted(files & set(said)):
        if hashlib.sha256(_bytes(site, path)).hexdigest() != said[path]:
            yield Problem(path, 0, "manifest", "not the file that was built")


def _bytes(site: Path, path: str) -> bytes:
    return (site / path).read_bytes()
