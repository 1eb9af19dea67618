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
EDITOR_SCRIPT = "sha256-6riXcU2FPuVTm9vGGLWpersqDocNdizClshERJW4GBM="
"""Sveltia CMS as we publish it: asking nobody but GitHub."""
DATA_TYPES = {"application/json", "application/ld+json"}


def digest(data: bytes) -> str:
    """A hash in the form that a policy uses."""
    return "sha256-" + b64encode(hashlib.sha256(data).digest()).decode()


@cache
def known_files(theme: Path) -> dict[str, str]:
    """Every script, style and drawing a portal may bring, by its hash.

    They are the theme's and those of installed packages. Drawings of authors are none: a browser
    would run what stands in them.
    """
    own = {path: path.read_text("utf-8") for path in theme.rglob("*.js")}
    # Sent without the comments that stand on lines of their own.
    found = {digest(lean(text).encode()): path.name for path, text in own.items()}
    found |= {digest(path.read_bytes()): path.name for path in _files(theme, ".css", ".svg")}
    for package, inside in (("material", "templates/assets"), ("mkdocs", "contrib/search")):
        spec = find_spec(package)
        for folder in spec.submodule_search_locations or () if spec else ():
            for path in _files(Path(folder) / inside, ".js", ".css"):
                found[digest(path.read_bytes())] = path.name
    return found | {EDITOR_SCRIPT: "sveltia-cms.js"} | _of_pagefind()


def _files(folder: Path, *ends: str) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.suffix in ends and path.is_file())


def _of_pagefind() -> dict[str, str]:
    """What Pagefind writes beside the index of an empty page; only its version changes it."""
    with tempfile.TemporaryDirectory(prefix="lsbuild-verify-") as folder:
        page = Path(folder, "index.html")
        page.write_text("<!doctype html><html lang=en><title>x</title><body>x", encoding="utf-8")
        subprocess.run(
            [sys.executable, "-m", "pagefind_bin", "--site", folder, "--quiet"],
            capture_output=True,
            check=True,
            timeout=60,
        )
        return {digest(path.read_bytes()): path.name for path in Path(folder).rglob("*.js")}
