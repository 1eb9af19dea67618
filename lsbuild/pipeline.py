"""The whole story on one screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lsbuild.editing.before import content_before
from lsbuild.library.memory import Memory
from lsbuild.library.read import read
from lsbuild.output import files
from lsbuild.output.audit import audit
from lsbuild.output.editor import bring, write_editor
from lsbuild.output.offline import write_offline
from lsbuild.output.search import Search
from lsbuild.output.written import Pages
from lsbuild.relations.graph import relate
from lsbuild.relations.portal import Portal
from lsbuild.rules._check import check
from lsbuild.settings import Settings
from lsbuild.text.diagnostic import Report
from lsbuild.views.page import Plan
from lsbuild.views.plan import make_plan


@dataclass(frozen=True)
class Prepared:
    """Everything that can be known before an engine renders."""

    portal: Portal
    report: Report
    plan: Plan


def gather(settings: Settings, memory: Memory | None = None) -> tuple[Portal, Report]:
    """Read and relate, for those who do not ask what is wrong; a `memory` as `read` takes it."""
    library, report = read(settings.content, settings.language, settings.hands, memory)
    return Portal(settings, library, relate(library)), report


@contextmanager
def portal_before(settings: Settings, base: str) -> Iterator[Portal]:
    """The portal of the content as it was, for as long as its files are there."""
    with content_before(settings.content, base) as folder:
        yield gather(settings.model_copy(update={"content": folder}))[0]


def examine(settings: Settings) -> tuple[Portal, Report]:
    """Read, relate and judge: everything authors hear."""
    portal, report = gather(settings)
    return portal, check(portal, report)


def prepare(settings: Settings, *, anyway: bool = False) -> Prepared:
    """Examine the content and plan the pages.

    A report that blocks leaves the Plan empty, unless pages are wanted `anyway`: in a preview.
    """
    portal, report = examine(settings)
    blocked = report.blocks(settings.strict) and not anyway
    if settings.has_editor and not blocked:
        # What may fail for want of a network fails before anything is rendered.
        bring()
    return Prepared(portal, report, Plan() if blocked else make_plan(portal))


def finish(prepared: Prepared, out: Path, search: Search, pages: Pages) -> Report:
    """Everything that needs the rendered pages: data, search, packs, a last look, the manifest."""
    files.write_files(prepared.portal, prepared.plan, out)
    settings = prepared.portal.settings
    write_editor(prepared.portal, out)
    write_offline(prepared.plan, out, settings, pages)
    report = audit(out, prepared.plan, settings, pages)
    search.wait(out / "pagefind")
    files.write_manifest(out, pages)
    files.settle(out)
    return report
