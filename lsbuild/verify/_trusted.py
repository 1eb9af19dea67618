"""What a portal may run: the policies, two inline scripts, and script files byte by byte.

The policies and hashes stand here a second time on purpose. They are never taken from the pages
that are looked at, which would bless whatever stands there.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from lsbuild.text.scripts import lean

INLINE = (
    "sha256-H6VMnxhPJU9uj+0IlsptOng+W6RizKGjG0PPI9ipBCk=",
    "sha256-ikPHl8ZIyhlTK4hLnZLu5IvqATsooZge0FDILBj9JS8=",
)
"""The scripts of `theme/partials/script_head.html` and `script_body.html`."""
POLICY = (
    "default-src 'none'; "
    + f"script-src 'self' '{INLINE[0]}' '{INLINE[1]}'; "
    + "style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    + "worker-src 'self'; manifest-src 'self'; media-src 'self'; base-uri 'none'; "
    + "form-action 'none'"
)
REDIRECT_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"
EDITOR = "edit/index.html"
EDITOR_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    + "img-src 'self' data: blob: https://avatars.githubusercontent.com; "
    + "connect-src 'self' blob: data: https://api.github.com; base-uri 'none'; form-action 'none'"
)
"""Of the web editor's page, and of no other."""
EDITOR_FILE = "edit/sveltia-cms.js"
EDITOR_SCRIPT = "sha256-6riXcU2FPuVTm9vGGLWpersqDocNdizClshERJW4GBM="
"""Sveltia CMS as we publish it: asking nobody but GitHub."""
_PACKAGES = {"material": "templates/assets", "mkdocs": "contrib/search/templates/search"}
"""What we publish of others, all of it below `assets/`."""
DATA_TYPES = {"application/json", "application/ld+json"}


def digest(data: bytes) -> str:
    """A hash in the form that a policy uses."""
    return "sha256-" + b64encode(hashlib.sha256(data).digest()).decode()


@cache
def known_files(theme: Path) -> frozenset[tuple[str, str]]:
    """Every script, style, drawing and picture a portal may bring: its place and its hash.

    They are the theme's and those of installed packages. Drawings of authors are none: a browser
    would run what stands in them. A script of ours in another's place is none either.
    """
    found = {(EDITOR_FILE, EDITOR_SCRIPT), *_of_pagefind()}
    for path in _files(theme):
        data = path.read_bytes()
        # Sent without the comments that stand on lines of their own.
        data = lean(data.decode("utf-8")).encode() if path.suffix == ".js" else data
        found.add((path.relative_to(theme).as_posix(), digest(data)))
    for package, inside in _PACKAGES.items():
        spec = find_spec(package)
        for folder in spec.submodule_search_locations or () if spec else ():
            for path in _files(Path(folder, inside)):
                where = path.relative_to(Path(folder, inside)).as_posix()
                found.add((f"assets/{where}", digest(path.read_bytes())))
    return frozenset(found)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".html")


def _of_pagefind() -> Iterator[tuple[str, str]]:
    """What Pagefind writes beside the index of an empty page; only its version changes it."""
    with tempfile.TemporaryDirectory(prefix="lsbuild-verify-") as folder:
        page = Path(folder, "index.html")
        page.write_text("<!doctype html><html lang=en><title>x</title><body>x", encoding="utf-8")
        subprocess.run(
            # Neither a module nor settings of that name where somebody verifies are taken.
            [sys.executable, "-P", "-m", "pagefind_bin", "--site", folder, "--quiet"],
            cwd=folder,
            capture_output=True,
            check=True,
            timeout=60,
        )
        for path in Path(folder).rglob("*.js"):
            yield path.relative_to(folder).as_posix(), digest(path.read_bytes())
