"""Pages through templates into files: in forked workers, and not at all where nothing changed."""

from __future__ import annotations

import gc
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment

from lsbuild import __version__
from lsbuild.hosts._shown import Shown
from lsbuild.output.files import digest, is_plain
from lsbuild.output.unchanged import installed
from lsbuild.output.written import Pages, Written, target_of, written
from lsbuild.settings import Settings
from lsbuild.text.hands import PATIENCE, TooLong, at_most, share
from lsbuild.views.page import Page, Plan, plain

CODE = Path(__file__).parent.parent
_SWEEP = 100
"""After so many pages memory is swept, since garbage is collected nowhere else in a build."""
Done = Callable[[int], None]
Rows = dict[str, tuple[str, Written]]
"""By address: the key of a page, and what is known of its file."""


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
            rows = json.loads(file.read_text())
            known = {url: (key, Written(*row)) for url, (key, row) in rows.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            known = {}
        return cls(file, site, known)

    def reuse(self, page: Page, key: str, target: Path) -> Written | None:
        """Link the last site's file, if it was made from the same and is what it was."""
        old_key, made = self.known.get(page.url, ("", None))
        old = self.site / target_of(page.url)
        if made is None or old_key != key or not is_plain(old) or digest(old) != made.sha:
            return None
        os.link(old, target)
        return made

    def save(self, rows: Rows) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        partial = self.file.with_suffix(".new")
        partial.write_text(json.dumps(rows))
        partial.replace(self.file)


def frame_key(settings: Settings, plan: Plan, code: Path = CODE) -> str:
    """A hash of what all pages share: settings, navigation, templates, packages, our own code.

    All of the code, since nobody would keep a list of what runs while pages are rendered.
    """
    hash_ = hashlib.sha256(repr((__version__, *installed())).encode())
    hash_.update(
        repr(
            (
                settings.site_name,
                settings.site_description,
                settings.site_url,
                settings.edit_uri,
                settings.issues,
                settings.contact,
                settings.footer,
                settings.licence,
                plan.nav,
                plan.lists,
                plan.translated,
            )
        ).encode()
    )
    for folder in (settings.theme, code):
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
    seconds: float = PATIENCE,
) -> Pages:
    """Write every page below `out`; what was written. Raises `RenderFailed`.

    A page that takes more than so many seconds of processor time is stopped and named.
    """
    frame = frame_key(settings, plan) + repr(sorted((extra or {}).items()))
    job = _Job(plan, settings, env, out, cache, frame, extra or {}, done, seconds)
    for at, outline in {one.template: (at, one) for at, one in enumerate(plan.outlines)}.values():
        # One page of each template, so that all hands have what such pages share.
        with job.named(outline):
            page = plan.pages[at]
            plain(page.data, page.url)
            job.html(page)
    rows: Rows = {}
    for part in share(job.make, range(len(plan.pages)), settings.hands):
        rows |= part
    cache.save(rows)
    return {url: made for url, (_, made) in rows.items()}


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
    seconds: float
    pid: int = field(default_factory=os.getpid)

    def make(self, places: Sequence[int]) -> Rows:
        """Write a share of the pages; what each was made from, and the hash of its file."""
        rows: Rows = {}
        outlines = self.plan.outlines
        # What is there by now stays, so that only what pages leave behind is looked through.
        gc.freeze()
        for number, at in enumerate(places, start=1):
            with self.named(outlines[at]):
                rows[outlines[at].url] = self.row(self.plan.pages[at])
            if not number % _SWEEP:
                gc.collect()
            if os.getpid() == self.pid:
                # Only this hand may touch the console; the others are about as far.
                self.done(max(1, len(outlines) // len(places)))
        gc.unfreeze()
        return rows

    @contextmanager
    def named(self, outline: Page) -> Iterator[None]:
        """Name the page that takes too long, and stop it."""
        try:
            with at_most(self.seconds):
                yield
        except TooLong as error:
            raise RenderFailed(f"/{outline.url} was not shown: {error}") from error

    def row(self, page: Page) -> tuple[str, Written]:
        key = page_key(page, self.frame)
        path = self.out / target_of(page.url)
        path.parent.mkdir(parents=True, exist_ok=True)
        return key, self.cache.reuse(page, key, path) or self.write(page, path)

    def write(self, page: Page, path: Path) -> Written:
        html = self.html(page)
        data = html.encode()
        path.write_bytes(data)
        return written(page.url, html, data)

    def html(self, page: Page) -> str:
        context = Shown(page, self.settings, self.plan).context() | self.extra
        try:
            return self.env.get_template(page.template).render(context)
        except TooLong:
            raise
        except Exception as error:
            raise RenderFailed(
                f"the template {page.template} cannot show /{page.url}: "
                f"{type(error).__name__}: {error}"
            ) from error
