"""lsbuild as an mkdocs plugin: hooks and no decisions.

mkdocs finds the theme and its files, and copies them; the pages are ours from the Plan, written
in `on_env`. Everything that can be refused is refused in `on_config`, before mkdocs empties a
folder, and mkdocs builds into a folder beside the site, which takes its place at the end.
"""

from __future__ import annotations

import errno
import logging
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.utils import CountHandler

from lsbuild.config_file import check_for_build
from lsbuild.hosts._engine import hashed_names, make_ready, settings_of, theme_files
from lsbuild.hosts._render import PageCache, RenderFailed, render_all
from lsbuild.hosts._say import progress, tell
from lsbuild.output import publish
from lsbuild.output.search import Search, SearchFailed
from lsbuild.output.search_cache import begin_search, keep_key
from lsbuild.output.work import work_of
from lsbuild.output.written import Pages
from lsbuild.pipeline import Prepared, finish, prepare
from lsbuild.rules.sanitizer_difference import SanitizerDifference
from lsbuild.settings import Settings, SettingsError
from lsbuild.views._body import NotSafe
from lsbuild.views.plan import TwoPagesOneAddress


class Blocked(PluginError):
    """Findings stop the build; they have been printed."""


class Refused(PluginError):
    """Settings or the output folder cannot be used."""


class LsbuildConfig(Config):
    """The plugin's own block in mkdocs.yml; `lsbuild.settings` documents it."""

    language = Type(str, default="en")
    issues = Type(str, default="")
    contact = Type(str, default="")
    footer = Type(str, default="")
    licence = Type(str, default="")
    strict = Type(bool, default=False)
    budgets = Type(dict, default={})
    offline = Type(bool, default=True)
    editor = Type((bool, dict), default={})
    workers = Type(int, default=0)


class LsbuildPlugin(BasePlugin[LsbuildConfig]):
    """Reads, checks and plans in `on_config`; renders in `on_env`; finishes in `on_post_build`."""

    def __init__(self) -> None:
        self.serving = False
        self.prepared: Prepared | None = None
        self.search: Search | None = None
        self.pages: Pages = {}
        """What was written of each page."""
        self.settings: Settings | None = None
        self.verify = False
        """Whether code that did not make the folder looks at it before it is published."""
        self.published = False
        self.told = False
        """Whether findings were printed, which must be said again next time."""
        self.lock = ExitStack()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Defined so that the plugin lives through the rebuilds of `mkdocs serve`."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        try:
            check_for_build(Path(config.config_file_path))
            settings = settings_of(config, serving=self.serving)
            if not self.serving:
                publish.check_target(settings.out, settings.content)
                work = work_of(settings.root)
                self.lock.enter_context(publish.only_one(work, settings.out))
                publish.sweep(settings.out)
            self.prepared = prepare(settings, anyway=self.serving)
        except (SettingsError, publish.CannotPublish, TwoPagesOneAddress) as error:
            self.lock.close()
            raise Refused(f"lsbuild: {error}") from error
        except NotSafe as error:
            self.lock.close()
            raise PluginError(
                f"lsbuild: {SanitizerDifference.code} {SanitizerDifference.name}: {error}"
            ) from error
        self.settings = settings
        self.told = tell(self.prepared.report, settings)
        if self.prepared.report.blocks(settings.strict) and not self.serving:
            raise Blocked("lsbuild: the findings above must be mended first.")
        if not self.serving:
            config.site_dir = str(publish.staging_for(settings.out))
        config.theme.static_templates = set()
        config.nav = []
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """The theme's files; nothing of `content/`, of which `finish` writes what pages use."""
        return Files(theme_files(files, config, self._own, live=False))

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        make_ready(env)
        work = work_of(self._own.root)
        out = Path(config.site_dir)
        plan = self._ready.plan
        self.search = begin_search(plan, work, self._own.out, enabled=not self.serving)
        try:
            with progress("Rendering pages", len(plan.pages)) as done:
                cache = PageCache.load(work, self._own.out)
                extra = {"serving": self.serving, **hashed_names(files)}
                self.pages = render_all(plan, self._own, env, out, cache, done, extra)
        except RenderFailed as error:
            raise PluginError(f"lsbuild: {error}") from error
        except NotSafe as error:
            raise PluginError(
                f"lsbuild: {SanitizerDifference.code} {SanitizerDifference.name}: {error}"
            ) from error
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        out = Path(config.site_dir)
        search = self.search
        if search is None:
            return
        try:
            report = finish(self._ready, out, search, self.pages)
        except SearchFailed as error:
            raise PluginError(f"lsbuild: the search index could not be made: {error}") from error
        if self.serving:
            # mkdocs' own preview puts a script into each page, so those have no policy.
            return
        self.told |= tell(report, self._own, self._own.out)
        if report.blocks(self._own.strict) or (config.strict and _warnings()):
            raise Blocked("lsbuild: the finished pages have faults; the site was left alone.")
        if self.verify and (problems := self._problems(out)):
            raise Blocked(f"lsbuild: {problems}\nThe site was left alone.")
        publish.swap(out, self._own.out)
        self.published = True
        keep_key(search, work_of(self._own.root), self._own.out / "pagefind")
        config.site_dir = str(self._own.out)
        self.lock.close()

    def _problems(self, out: Path) -> str:
        """What `lsbuild verify` would say of a folder that is not published yet."""
        # Other builds need none of it.
        from lsbuild.verify import verify

        own, entries = self._own, self._ready.portal.library.entries
        done = verify(out, own, entries)
        return "\n".join(str(problem) for problem in done.problems)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing behind: no staging folder, no running Pagefind, no lock."""
        if self.search is not None:
            self.search.stop()
        if self.settings is not None and not self.serving:
            publish.sweep(self.settings.out)
        self.lock.close()
        full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
        if full and self.settings is not None and not self.published:
            # Of a copy the error names what was read.
            says = f"no room is left for {self.settings.out}; what was there was left alone"
            raise Refused(f"lsbuild: {says}. Make room on the disk.") from error

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:  # noqa: ANN401
        server.watch(str(self._own.theme))
        return server

    @property
    def _ready(self) -> Prepared:
        if self.prepared is None:
            raise PluginError("lsbuild: mkdocs called a hook before on_config")
        return self.prepared

    @property
    def _own(self) -> Settings:
        if self.settings is None:
            raise PluginError("lsbuild: mkdocs called a hook before on_config")
        return self.settings


def _warnings() -> bool:
    """mkdocs counts warnings and stops under --strict only after the site is written."""
    handlers = logging.getLogger("mkdocs").handlers
    counts = [one.get_counts() for one in handlers if isinstance(one, CountHandler)]
    return any(counts)
