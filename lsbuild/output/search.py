"""The full-text index: Pagefind over reduced pages, running beside the rendering."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from html import escape
from importlib.metadata import version
from operator import itemgetter
from pathlib import Path

from lsbuild.views.page import Page, Plan

# Interface files of Pagefind that our own search dialog does not use.
_UNUSED = (
    "pagefind-ui*",
    "pagefind-modular-ui*",
    "pagefind-component-ui*",
    "pagefind-highlight.js",
    "wasm.unknown.pagefind",
)


class SearchFailed(Exception):
    """Pagefind did not finish; the message holds its last words."""


@dataclass
class Search:
    """An index being made."""

    folder: Path
    key: str
    """A hash of all indexed words and of what indexes them: the same key, the same index."""
    process: subprocess.Popen[str] | None = None
    known: Path | None = None
    """The published index, where it was made from the same words."""

    def wait(self, into: Path) -> None:
        """Put the finished index into a folder; raises `SearchFailed`."""
        if self.process is not None:
            output, _ = self.process.communicate()
            if self.process.returncode:
                raise SearchFailed(output.strip()[-600:])
            made = self.folder / "pagefind"
            for pattern in _UNUSED:
                for path in made.glob(pattern):
                    path.unlink()
            if made.is_dir():
                _settle(made / "pagefind-entry.json")
                shutil.move(made, into)
        elif self.known is not None:
            shutil.copytree(self.known, into, copy_function=os.link)

    def stop(self) -> None:
        """Give up, because the build failed elsewhere."""
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.communicate()


def begin(plan: Plan, folder: Path, known: Path | None = None, known_key: str = "") -> Search:
    """Start indexing a Plan; an index of the same words is taken over instead."""
    pages = [page for page in plan.outlines if page.words is not None]
    search = Search(folder, _key(pages))
    if known is not None and search.key == known_key:
        search.known = known
        return search
    if not pages:
        return search
    shutil.rmtree(folder / "pagefind", ignore_errors=True)
    _write(pages, folder)
    search.process = subprocess.Popen(
        [sys.executable, "-P", "-m", "pagefind_bin", "--site", str(folder), "--quiet"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # Pagefind does what a `pagefind.yml` says where it runs, which would be a proposal's.
        cwd=Path(__file__).parent,
        env={**os.environ, "NO_COLOR": "1"},
    )
    return search


def _key(pages: list[Page]) -> str:
    key = hashlib.sha256(version("pagefind-bin").encode())
    for page in pages:
        key.update(f"{page.url}\n{_reduced(page)}\n".encode())
    return key.hexdigest()


def _write(pages: list[Page], folder: Path) -> None:
    """Put reduced pages into a folder that is kept: to fill and empty it costs seconds.

    Pagefind takes them as the disk lists them, which can be the order in which they were made.
    So where pages come or go, all are made again, in the order of their names. Each is made once
    more than needed, since all of them together would be a sixth of the memory of a build.
    """
    files = {folder / page.url / "index.html": page for page in pages}
    if set(folder.rglob("*.html")) != files.keys():
        shutil.rmtree(folder, ignore_errors=True)
    for path, page in sorted(files.items(), key=itemgetter(0)):
        html = _reduced(page).encode()
        if not path.is_file() or path.read_bytes() != html:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(html)


def _settle(entry: Path) -> None:
    """Pagefind names the languages in an order that changes from run to run."""
    data = json.loads(entry.read_text(encoding="utf-8"))
    data["languages"] = dict(sorted(data["languages"].items()))
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    entry.write_text(text, encoding="utf-8")


def _reduced(page: Page) -> str:
    """The words of a page and nothing else: half the work for Pagefind.

    Other names and keywords are looked through but are no part of the text: in an excerpt they
    would stand as sentences that nobody wrote.
    """
    words = page.words
    if words is None:
        return ""
    names = escape(" | ".join(words.names))
    blocks = "".join(f"<p>{escape(block)}</p>" for block in words.blocks)
    return (
        f'<!doctype html><html lang="{escape(page.language)}"><head><title>{escape(page.title)}'
        f"</title></head><body data-pagefind-body><h1>{escape(page.title)}</h1>"
        f'<span data-pagefind-meta="kind:{escape(words.kind)}" hidden></span>'
        f'<p data-pagefind-meta="summary" data-pagefind-weight="2">{escape(page.description)}</p>'
        f'{blocks}<p data-pagefind-meta="names" data-pagefind-ignore>{names}</p></body></html>'
    )
