"""The search index of the last site is taken over while no searched word has changed."""

from __future__ import annotations

import json
from pathlib import Path

from lsbuild.output.files import digest, is_plain, walk
from lsbuild.output.search import Search, begin
from lsbuild.views.page import Plan


def begin_search(plan: Plan, work: Path, site: Path, *, enabled: bool = True) -> Search:
    """Start the index, unless the last one still stands whole in the published site."""
    if not enabled:
        return Search(work / "search", "")
    old = site / "pagefind"
    return begin(plan, work / "search", old, _known(work, old))


def keep_key(search: Search, work: Path, index: Path) -> None:
    """Remember what the published index was made from."""
    files = {name: digest(index / name) for name in walk(index)} if index.is_dir() else {}
    (work / "search.json").write_text(json.dumps({"key": search.key, "files": files}))


def _known(work: Path, index: Path) -> str:
    """The key of the index in the published site, if every file is as it was made."""
    try:
        row = json.loads((work / "search.json").read_text())
        files = row["files"]
        whole = sorted(files) == [*walk(index)] and all(
            is_plain(index / name) and digest(index / name) == sha for name, sha in files.items()
        )
        return str(row["key"]) if files and whole else ""
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return ""
