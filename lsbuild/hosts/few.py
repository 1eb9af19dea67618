"""A few pages through our templates, for a look at them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from jinja2 import FileSystemLoader
from jinja2.sandbox import SandboxedEnvironment
from mkdocs.theme import Theme as ThemeOfMkdocs

from lsbuild.config_file import check_for_build
from lsbuild.hosts._shown import Shown
from lsbuild.library.library import AnyEntry, Library
from lsbuild.relations.graph import relate
from lsbuild.relations.portal import Portal
from lsbuild.settings import Settings
from lsbuild.views.page import Page, Plan
from lsbuild.views.plan import make_plan

_STYLES = ("assets/stylesheets/main.*.min.css", "assets/*.css")


class Theme:
    """Templates and styles, found where mkdocs would find them.

    mkdocs itself is not asked: it would run the hooks and plugins that the settings name, and a
    proposal may have changed these.
    """

    def __init__(self, config: Path) -> None:
        ours = check_for_build(config)
        folders = ThemeOfMkdocs(name="material", custom_dir=str(ours)).dirs
        self.folders = [Path(one) for one in folders]
        # Templates may be a proposal's as well, and plain ones can run anything.
        self.environment = SandboxedEnvironment(
            loader=FileSystemLoader(folders), autoescape=True, auto_reload=False
        )

    def html(self, page: Page, settings: Settings, plan: Plan) -> str:
        """A whole page, as the build would write it."""
        context = Shown(page, settings, plan).context()
        return self.environment.get_template(page.template).render(context)

    def styles(self) -> str:
        """Every style that some page needs, ours behind those they change."""
        paths = [
            path
            for pattern in _STYLES
            for folder in self.folders
            for path in sorted(folder.glob(pattern), key=_shared_first)
        ]
        return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def _shared_first(path: Path) -> tuple[bool, str]:
    """A page links the style that all share before those it asks for."""
    return path.name != "lsbuild.css", path.name


def with_drafts(portal: Portal, paths: Iterable[str]) -> Portal:
    """The same portal with the drafts among some files shown as they would be published."""
    wanted = set(paths)
    entries = tuple(
        _shown(one) if str(one.source.path) in wanted else one for one in portal.library
    )
    known = portal.library
    library = Library(
        known.root, entries, known.vocabularies, known.assets, known.language, known.unread
    )
    return Portal(portal.settings, library, relate(library))


def _shown(entry: AnyEntry) -> AnyEntry:
    if entry.data.status != "draft":
        return entry
    return replace(entry, data=entry.data.model_copy(update={"status": "published"}))


def pages_of(plan: Plan, paths: Iterable[str]) -> Iterator[Page]:
    """The pages that some files of the content make."""
    wanted = set(paths)
    for at, outline in enumerate(plan.outlines):
        if str(outline.source) in wanted:
            yield plan.pages[at]


def weights(portal: Portal, theme: Theme, paths: Iterable[str]) -> dict[str, int]:
    """The bytes of HTML of the pages that some files make."""
    plan, found = make_plan(portal), {}
    for page in pages_of(plan, paths):
        # A page that cannot be shown weighs nothing; the check says what is wrong with it.
        with suppress(Exception):
            html = theme.html(page, portal.settings, plan)
            found[str(page.source)] = len(html.encode())
    return found
