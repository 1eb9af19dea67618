"""Whole portals on disk: copies of the golden site, and the commands that build them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from lsbuild.output.work import work_of
from lsbuild.views.page import Page, Plan

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "site"
INNER = {"base.html", "entry.html"}
TEMPLATES = sorted({path.name for path in (ROOT / "theme").glob("*.html")} - INNER)
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}


class Portal(NamedTuple):
    """A copy of the golden site, with its own theme, that a test may spoil."""

    root: Path

    @property
    def config(self) -> Path:
        return self.root / "mkdocs.yml"

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def work(self) -> Path:
        """What its builds keep of it."""
        return work_of(self.root)

    @property
    def theme(self) -> Path:
        return self.root.parent.parent / "theme"

    def edit(self, path: str, old: str, new: str) -> None:
        """Change some words of a file below `content/`; they must be there."""
        file = self.content / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")

    def set(self, old: str, new: str) -> None:
        """Change some words of the settings; they must be there."""
        text = self.config.read_text("utf-8")
        assert old in text
        self.config.write_text(text.replace(old, new), "utf-8")

    def build(self, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        """`lsbuild build`, with `more` in its environment."""
        return run("-m", "lsbuild", "--config", str(self.config), "build", *words, **more)


def copy_golden(folder: Path) -> Portal:
    """The golden site and the theme below a folder, as they lie in the repository."""
    portal = Portal(folder / "tests" / "site")
    shutil.copytree(GOLDEN, portal.root, ignore=shutil.ignore_patterns("plan", "site"))
    shutil.copytree(ROOT / "theme", portal.theme)
    return portal


def run(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """A Python module or script as a program of its own."""
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=ENVIRONMENT | more,
        capture_output=True,
        text=True,
        timeout=120,
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def inodes(folder: Path) -> dict[str, int]:
    """Which file on disk each page is."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_ino for path in folder.rglob("*.html")
    }


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that only one of two folders has, or that are not the same."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def richest(plan: Plan, template: str) -> Page:
    """The page that shows most of what a template can show."""
    pages = [page for page in plan.pages if page.template == template]
    return max(pages, key=lambda page: (len(repr(page.data)) + len(page.body), page.url))


def shortest(plan: Plan, template: str) -> Page:
    """The page of a template that is least to look at."""
    pages = [page for page in plan.pages if page.template == template]
    return min(pages, key=lambda page: (len(repr(page.data)) + len(page.body), page.url))
