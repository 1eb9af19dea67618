"""A last look at what was rendered, with the rules about pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath

from lsbuild.output.written import Pages
from lsbuild.rules import all_rules
from lsbuild.rules._page_rule import PageRule
from lsbuild.rules._rendered import RenderedSite
from lsbuild.rules.own_fault import OwnFault
from lsbuild.settings import EDITOR, Settings
from lsbuild.text.diagnostic import Diagnostic, Report, own_fault
from lsbuild.text.hands import at_most, share
from lsbuild.text.source import Source
from lsbuild.views.page import Plan


def audit(out: Path, plan: Plan, settings: Settings, pages: Pages) -> Report:
    """Compare a rendered folder with its Plan, and its weight with the budgets."""
    urls = [page.url for page in plan.outlines]
    urls += [EDITOR] if settings.has_editor else []
    articles = [page.url for page in plan.outlines if page.source is not None]
    weights = {url: page.weight for url, page in pages.items()}
    site = RenderedSite(
        out, [*urls, *plan.redirects], settings.base_path, articles, settings.budgets, weights
    )
    return audit_site(site, settings.hands)


def audit_site(site: RenderedSite, hands: int = 1) -> Report:
    """All findings about a rendered folder."""
    rules = [rule() for rule in all_rules() if issubclass(rule, PageRule)]
    # By their ends: pages of one sort lie together, and each hand gets as many of them.
    written = sorted((file for file in site.files if file.endswith(".html")), key=_from_the_end)
    found = list(chain.from_iterable(share(partial(_each, rules, site), written, hands)))
    for rule in rules:
        found += _safely(partial(rule.check_site, site), rule, PurePosixPath("."))
    return Report.of(found, len(written))


def _from_the_end(file: str) -> str:
    return file[::-1]


def _each(rules: list[PageRule], site: RenderedSite, files: Sequence[str]) -> list[Diagnostic]:
    """What is found in single pages, planned or not."""
    found: list[Diagnostic] = []
    for page in site.pages(files):
        with at_most():
            for rule in rules:
                found += _safely(partial(rule.check_page, page, site), rule, page.path)
    return found


def _safely(
    look: Callable[[], Iterator[Diagnostic]], rule: PageRule, path: PurePosixPath
) -> Iterator[Diagnostic]:
    try:
        yield from look()
    except Exception as error:
        error.add_note(f"in the rule {rule.name}")
        fault = own_fault(Source(path, ""), error)
        yield OwnFault().found(fault.source, fault.span, fault.says, fault.hint)
