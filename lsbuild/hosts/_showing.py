"""One version of the portal, shown page by page as browsers ask: nothing is written anywhere."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from html import escape
from pathlib import Path
from threading import Lock
from traceback import extract_tb
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files

from lsbuild.config_file import check_for_build
from lsbuild.hosts._engine import hashed_names, make_ready, settings_of, theme_files
from lsbuild.hosts._shown import Shown
from lsbuild.hosts.few import with_drafts
from lsbuild.kinds import all_kinds
from lsbuild.library.read import address, name_of
from lsbuild.output.files import asset, redirect, sitemap
from lsbuild.relations.portal import Portal
from lsbuild.settings import Settings
from lsbuild.show._format import sentence
from lsbuild.text.diagnostic import Diagnostic, Report
from lsbuild.views.page import Page
from lsbuild.views.plan import make_plan

HTML = "text/html; charset=utf-8"


class Answer(NamedTuple):
    """What a browser gets."""

    status: int
    kind: str = HTML
    body: bytes = b""
    way: str = ""
    """Where to go instead."""


@dataclass(frozen=True)
class Look:
    """What changes only with `mkdocs.yml` and the theme."""

    settings: Settings
    env: Environment
    files: dict[str, File]
    """The theme's files by their address."""
    names: dict[str, str]

    @classmethod
    def load(cls, config_file: Path) -> Look:
        """As mkdocs finds all of it for a build."""
        check_for_build(config_file)
        config = load_config(str(config_file))
        settings = settings_of(config, serving=True)
        env = config.theme.get_env()
        found = Files([])
        found.add_files_from_theme(env, config)
        files = theme_files(found, config, settings, live=True)
        make_ready(env)
        return cls(settings, env, {file.dest_uri: file for file in files}, hashed_names(files))


class Showing:
    """Answers for one version of the content, with one look; drafts as they would be published."""

    def __init__(self, look: Look, portal: Portal, read: Report, number: int) -> None:
        self.look, self.portal, self.read, self.number = look, portal, read, number
        self.drafts = [str(e.source.path) for e in portal.library if e.data.status == "draft"]
        self.plan = make_plan(with_drafts(portal, self.drafts) if self.drafts else portal)
        self.one_at_a_time = Lock()
        """What pages share is made by the first that needs it, and no two may make it."""
        self._at = {page.url: at for at, page in enumerate(self.plan.outlines)}
        self._unread = _unread(portal, read)

    def answer(self, path: str) -> Answer:
        """What a host would send for an address below the site."""
        folder, slash, name = path.rpartition("/")
        url = folder + slash if name == "index.html" else path
        try:
            with self.one_at_a_time:
                found = self._page(url) or self._file(url)
                return found or self._not_read(url) or self._elsewhere(url)
        except Exception as error:
            return fault(_told(error), f"/{url}", self.look.settings.base_path, self.number)

    def _page(self, url: str) -> Answer | None:
        at = self._at.get(url)
        return None if at is None else Answer(200, HTML, self.html(self.plan.pages[at]).encode())

    def html(self, page: Page) -> str:
        """A page as the build would write it, with what lets it follow changes."""
        context = Shown(page, self.look.settings, self.plan).context() | self.look.names
        # The number tells a page whether it is the newest.
        context |= {"serving": True, "live": self.number}
        return self.look.env.get_template(page.template).render(context)

    def _file(self, url: str) -> Answer | None:
        body = self._bytes(url)
        if body is None:
            return None
        kind = HTML if url.endswith("/") else mimetypes.guess_type(url)[0]
        return Answer(200, kind or "application/octet-stream", body)

    def _bytes(self, url: str) -> bytes | None:
        """What is no page, from where it lies or as it would be written."""
        if url in self.look.files:
            return self.look.files[url].content_bytes
        if url in self.plan.redirects:
            return redirect(url, self.plan.redirects[url], self.portal).encode()
        if url.endswith("/"):
            return None
        if url == "data/offline/index.json":
            # What is being written should not be kept on a device.
            return b'{"off":true}'
        if url == "sitemap.xml" and self.look.settings.site_url:
            return sitemap(self.plan, self.look.settings.site_url)
        if url in self.plan.assets:
            return asset(self.plan.assets[url])
        return self.plan.data.get(url)

    def _not_read(self, url: str) -> Answer | None:
        """What is wrong with the file that would be shown here."""
        found = self._unread.get(url)
        if found is None:
            return None
        says = "\n".join(f"line {one.span.line}: {sentence(one)}" for one in found)
        what = str(found[0].source.path)
        return fault(says, what, self.look.settings.base_path, self.number)

    def _elsewhere(self, url: str) -> Answer:
        """A folder without its `/`, or the page for what is missing."""
        if any(f"{url}/" in known for known in (self._at, self.plan.redirects, self._unread)):
            return Answer(302, way=f"{self.look.settings.base_path}{url}/")
        return (self._page("404.html") or Answer(404))._replace(status=404)


def _unread(portal: Portal, read: Report) -> dict[str, list[Diagnostic]]:
    """What keeps files from being read, by the addresses that they would have."""
    library, found = portal.library, dict[str, list[Diagnostic]]()
    for one in read:
        path = one.source.path
        kind = next((kind for kind in all_kinds() if kind.folder in path.parts[:1]), None)
        if kind and path.suffix == ".md" and path not in library.by_path:
            slug, language = name_of(path, kind)
            prefix = "" if language in ("", library.language) else f"{language}/"
            found.setdefault(address(kind, slug, prefix), []).append(one)
    return found


def fault(says: str, what: str, base: str, number: int) -> Answer:
    """A page in place of one that cannot be shown; it gives way as soon as that can be."""
    policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'"
    again = '<meta http-equiv="refresh" content="2">'
    html = (
        f'<!doctype html>\n<html lang="en">\n<head>'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><meta charset="utf-8">'
        '<meta name="color-scheme" content="light dark">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<title>This page cannot be shown</title><meta name="ls-version" content="{number}">'
        # Where nothing can be shown yet, there is no script either.
        f"{'' if number else again}"
        f'<link rel="stylesheet" href="{base}assets/live.css"></head>\n<body class="ls-fault">'
        f"<h1>This page cannot be shown</h1>\n<p><code>{escape(what)}</code></p>\n"
        f"<pre>{escape(says)}</pre>\n<p>It comes back by itself when this is mended and saved; "
        "all other pages can be looked at meanwhile.</p>\n"
        f'<script type="module" src="{base}assets/live.js"></script></body>\n</html>\n'
    )
    return Answer(500, HTML, html.encode())


def _told(error: Exception) -> str:
    """What went wrong, and in which line of a template it did."""
    says = error.message if isinstance(error, TemplateSyntaxError) else str(error)
    lines = [one for one in extract_tb(error.__traceback__) if one.filename.endswith(".html")]
    where = f"{Path(lines[-1].filename).name}, line {lines[-1].lineno}: " if lines else ""
    return f"{where}{type(error).__name__}: {says}"
