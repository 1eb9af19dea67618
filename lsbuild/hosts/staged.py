"""The Plan written to a folder as text: for golden tests, for debugging, for other engines."""

from __future__ import annotations

import json
from pathlib import Path

import yaml

from lsbuild.output.files import asset
from lsbuild.views.page import Page, Plan


def stage(plan: Plan, folder: Path) -> None:
    """Write one Markdown file a page, its data as front matter and its HTML as body.

    A file is written only where its bytes change, so that an engine's own cache works; files
    of pages that are gone are removed.
    """
    pages = folder / "pages"
    wanted = {pages / _name(page): _text(page) for page in plan.pages}
    nav = {language: [item._asdict() for item in rows] for language, rows in plan.nav.items()}
    wanted[folder / "nav.json"] = json.dumps(nav, ensure_ascii=False, indent=1)
    wanted[folder / "redirects.json"] = json.dumps(dict(plan.redirects), indent=1)
    for path, text in wanted.items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for path in [one for one in pages.rglob("*.md") if one not in wanted]:
        path.unlink()
    for url, data in plan.data.items():
        target = folder / url
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    for url, path in plan.assets.items():
        target = folder / url
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(asset(path))


def _name(page: Page) -> str:
    """The file of a page: as its address, with `index.md` for folders."""
    if page.url.endswith(".html"):
        return page.url.removesuffix(".html") + ".md"
    return f"{page.url}index.md"


def _text(page: Page) -> str:
    meta = {
        "url": page.url,
        "title": page.title,
        "template": page.template,
        "lang": page.language,
        "description": page.description,
        "source": str(page.source or ""),
        "section": page.section,
        "searched": page.words is not None,
        "toc": [list(row) for row in page.toc],
        "data": page.data,
    }
    front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=100)
    return f"---\n{front}---\n{page.body}"
