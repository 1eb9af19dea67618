"""Pages through templates into files: in forked workers, and not at all where nothing changed."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, TemplateError

from lsbuild import __version__
from lsbuild.hosts._shown import Shown
from lsbuild.output.files import digest
from lsbuild.settings import Settings
from lsbuild.views.page import Page, Plan

Done = Callable[[int], None]


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
    known: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def load(cls, work: Path, site: Path) -> PageCache:
        file = work / "pages.json"
        try:
            known = json.loads(file.read_text())
        except (OSError, ValueError):
            known = {}
        return cls(file, site, known)

    def reuse(self, page: Page, key: str, target: Path) -> bool:
        """Link the last site's file, if it was made from the same and is what it was."""
        old_key, old_hash = self.known.get(page.url, ["", ""])
        old = self.site / target_of(page)
        if old_key != key or not old.is_file() or digest(old) != old_hash:
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        os.link(old, target)
        return True

    def save(self, keys: dict[str, str], out: Path, plan: Plan) -> None:
        rows = {page.url: [keys[page.url], digest(out / target_of(page))] for page in plan.pages}
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
    keys = {page.url: page_key(page, frame) for page in plan.pages}
    todo = [
        page for page in plan.pages if not cache.reuse(page, keys[page.url], out / target_of(page))
    ]
    done(len(plan.pages) - len(todo))
    job = _Job(plan, settings, env, out, extra or {})
    workers = settings.workers or os.cpu_count() or 1
    if workers > 1 and len(todo) > 40 and hasattr(os, "fork"):
        job.forked(todo, workers, done)
    else:
        job.write(todo)
        done(len(todo))
    cache.save(keys, out, plan)


@dataclass(frozen=True)
class _Job:
    plan: Plan
    settings: Settings
    env: Environment
    out: Path
    extra: dict[str, object]

    def write(self, pages: Iterable[Page]) -> None:
        for page in pages:
            html = self.html(page)
            path = self.out / target_of(page)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(html, encoding="utf-8")
            path.chmod(0o644)

    def html(self, page: Page) -> str:
        context = Shown(page, self.settings, self.plan).context() | self.extra
        try:
            return self.env.get_template(page.template).render(context)
        except Exception as error:
            raise RenderFailed(
                f"the template {page.template} cannot show /{page.url}: "
                f"{type(error).__name__}: {error}"
            ) from error

    def forked(self, pages: list[Page], workers: int, done: Done) -> None:
        """Each worker takes every n-th page and tells its failure, if any, through a pipe."""
        for template in {page.template for page in pages}:
            # Compiled once here, so that the workers inherit it.
            with suppress(TemplateError):
                # A worker will meet it again, and can say for which page.
                self.env.get_template(template)
        children = [self._child(pages[start::workers]) for start in range(workers)]
        failed = ""
        for pid, pipe, number in children:
            with os.fdopen(pipe) as reader:
                words = reader.read()
            _, status = os.waitpid(pid, 0)
            if status and not failed:
                failed = words or "a worker stopped without a word"
            done(number)
        if failed:
            raise RenderFailed(failed)

    def _child(self, pages: list[Page]) -> tuple[int, int, int]:
        reading, writing = os.pipe()
        pid = os.fork()
        if pid:
            os.close(writing)
            return pid, reading, len(pages)
        status = 1
        try:
            os.close(reading)
            self.write(pages)
            status = 0
        except BaseException as error:
            os.write(writing, str(error).encode()[:4000])
        finally:
            # Never return into the parent's stack, its buffers and its locks.
            os._exit(status)
