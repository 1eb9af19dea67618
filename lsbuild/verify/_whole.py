"""Whether a folder is a whole portal, and nothing beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from lsbuild.library.library import AnyEntry
from lsbuild.settings import EDITOR, Settings
from lsbuild.verify._page import PageText
from lsbuild.verify._problem import Problem
from lsbuild.verify._trusted import known_files

_HOME = "index.html"
_SEARCH = "pagefind/pagefind-entry.json"
# What is of a form that no portal has is a finding of its own, and assets are known by hash.
_KNOWN = re.compile(
    r"(?!media/)(?:.+/)?index\.html|404\.html|\.nojekyll|CNAME|sitemap\.xml|worker\.js"
    r"|assets/.+|data/.+\.json|media/.+\.(?:png|jpe?g|webp|avif|pdf|csv|vtt)"
    r"|pagefind/(?:pagefind-entry\.json|[\w.-]+\.(?:js|pagefind|pf_meta)|\w+/[\w-]+\.pf_\w+)"
    r"|(?:[\w-]+/)?contribute/[\w.-]+\.(?:docx|txt)"
)


def not_whole(
    site: Path, files: frozenset[str], settings: Settings, entries: Iterable[AnyEntry]
) -> Iterator[Problem]:
    """What is missing, and what no build of ours would have written."""
    needed = {_HOME, "404.html"}
    needed |= {"worker.js"} if settings.offline else set()
    needed |= {_SEARCH} if any(entry.is_public for entry in entries) else set()
    for name in sorted(needed - files):
        yield Problem(name, 0, "missing", "no portal is whole without it")
    # A theme of one's own may bring more.
    known = {name for name, _ in known_files(settings.theme)}
    for name in sorted(files - known):
        of_editor = settings.has_editor and name.startswith(EDITOR)
        if not _KNOWN.fullmatch(name) and not of_editor:
            yield Problem(name, 0, "unknown-file", "no page or data of ours has this name")
    host = urlsplit(settings.site_url).hostname or ""
    if "CNAME" in files and (site / "CNAME").read_bytes().strip() != host.encode():
        yield Problem("CNAME", 0, "host", f"not the host of `site_url`, `{host}`")


def in_place(name: str, page: PageText, site_url: str) -> Iterator[Problem]:
    """A page that says it belongs elsewhere, and a first page that nobody is to find."""
    for one in page.pointers:
        canonical = one.element.attributes.get("rel") == "canonical" and one.scheme
        own = f"{site_url.rstrip('/')}/{name.removesuffix('index.html')}"
        if canonical and one.target != own:
            yield Problem(name, one.element.line, "place", f"it is the page of `{one.target}`")
    for element in page.elements if name == _HOME else ():
        if element.name == "meta" and element.attributes.get("name") == "robots":
            yield Problem(name, element.line, "place", "not the first page of a portal")
