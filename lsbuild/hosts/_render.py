"""Pages through templates into files: in forked workers, and not at all where nothing changed."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment

from lsbuild import __version__
from lsbuild.hosts._shown import Shown
from lsbuild.output.files import digest
from lsbuild.settings import Settings
from lsbuild.text.hands import share
from lsbuild.views.page import Page, Plan

Done = Callable[[int], None]
Rows = dict[str, list[str]]
"""By address: the key of a page, and the hash of its file."""


class RenderFailed(Exception):
    """A template could not show a page; the message names both."""


@dataclass
class PageCache:
    """What each page was rendered from, and the hash of what came out.

    Keys are hashes of all inputs: the page's data, the frame around it, templates and code.
    The pages themselves are those of the last site, taken over as hard links.
    """

    file: Path
    site: Path
    known: Rows = field(default_factory=dict)

    @classmethod
    def load(cls, work: Path, site: Path) -> PageCache:
        file = work / "pages.json"
        try:
            known = json.loads(file.read_text())
        except (OSError, ValueError):
            known = {}
        return cls(file, site, known)

    def reuse(self, page: Page, key: str, target: Path) -> str:
        """Link the last site's file, if it was made from the same and is what it was.

        Returns its hash, or nothing.
        """
        old_key, old_hash = self.known.get(page.url, ["", ""])
        old = self.site / target_of(page)
        if old_key != key or not old.is_file() or digest(old) != old_hash:
            return ""
        os.link(old, target)
        return old_hash

    def save(self, rows: Rows) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        partial = self.file.with_suffix(".new")
        partial.write_text(json.dumps(rows))
        partial.replace(self.file)


def target_of(page: Page) -> str:
    """The file of a page below the site."""
    return page.url if page.url.endswith(".html") else f"{page.url}index.html"


def frame_key(settings: Settings, plan: Plan) -> str:
    """A hash of what all pages share: settings, navigation, templates, our own code."""
    hash_ = hashlib.sha256(__version__.encode())
    hash_.update(
        repr(
            (
                settings.site_name,
                settings.site_description,
                settings.site_url,
                settings.edit_uri,
                settings.issues,
                settings.contact,
                plan.nav,
                plan.lists,
            )
        ).encode()
    )
    code = Path(__file__).parent.parent
    for folder in (settings.theme, code / "hosts", code / "locale"):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                hash_.update(path.name.encode() + path.read_bytes())
    return hash_.hexdigest()


def page_key(page: Page, frame: str) -> str:
    """A hash of everything a page is rendered from."""
    row = [
        page.url,
        page.title,
        page.template,
        page.data,
        page.body,
        page.toc,
        page.language,
        page.description,
        str(page.source),
        page.section,
        page.words is None,
    ]
    return hashlib.sha256(json.dumps(row, ensure_ascii=False).encode() + frame.encode()).hexdigest()


def render_all(
    plan: Plan,
    settings: Settings,
    env: Environment,
    out: Path,
    cache: PageCache,
    done: Done,
    extra: dict[str, object] | None = None,
) -> None:
    """Write every page below `out`; raises `RenderFailed`."""
    frame = frame_key(settings, plan) + repr(sorted((extra or {}).items()))
    job = _Job(plan, settings, env, out, cache, frame, extra or {}, done)
    for at in {page.template: at for at, page in enumerate(plan.outlines)}.values():
        # One page of each template, so that all hands have what such pages share.
        job.html(plan.pages[at])
    rows: Rows = {}
    for part in share(job.make, plan.pages, settings.hands):
        rows |= part
    cache.save(rows)


def keys_first(env: Environment) -> None:
    """Let `one.title` ask for a key at once: data are dicts, and Jinja asks attributes first."""
    elsewhere = env.getattr

    def found(obj: Any, attribute: str) -> Any:  # noqa: ANN401 - whatever a template shows
        if type(obj) is dict:
            return obj[attribute] if attribute in obj else env.undefined(obj=obj, name=attribute)
        return elsewhere(obj, attribute)

    env.getattr = found  # type: ignore[method-assign]


@dataclass(frozen=True)
class _Job:
    plan: Plan
    settings: Settings
    env: Environment
    out: Path
    cache: PageCache
    frame: str
    extra: dict[str, object]
    done: Done
    pid: int = field(default_factory=os.getpid)

    def make(self, pages: Sequence[Page]) -> Rows:
        """Write a share of the pages; what each was made from, and the hash of its file."""
        rows: Rows = {}
        for page in pages:
            key = page_key(page, self.frame)
            path = self.out / target_of(page)
            path.parent.mkdir(parents=True, exist_ok=True)
            rows[page.url] = [key, self.cache.reuse(page, key, path) or self.write(page, path)]
            if os.getpid() == self.pid:
                # Only this hand may touch the console; the others are about as far.
                self.done(max(1, len(self.plan.pages) // len(pages)))
        return rows

    def write(self, page: Page, path: Path) -> str:
        html = self.html(page).encode()
        path.write_bytes(html)
        path.chmod(0o644)
        return hashlib.sha256(html).hexdigest()

    def html(self, page: Page) -> str:
        context = Shown(page, self.settings, self.plan).context() | self.extra
        try:
            return self.env.get_template(page.template).render(context)
        except Exception as error:
            raise RenderFailed(
                f"the template {page.template} cannot show /{page.url}: "
                f"{type(error).__name__}: {error}"
            ) from error
