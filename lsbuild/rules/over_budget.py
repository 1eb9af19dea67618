from __future__ import annotations

from collections.abc import Iterable, Iterator
from weakref import WeakKeyDictionary

from lsbuild.rules._page_rule import PageRule
from lsbuild.rules._rendered import RenderedPage, RenderedSite
from lsbuild.rules._weight import Weights, compressed, heaviest_section
from lsbuild.settings import EDITOR
from lsbuild.text.diagnostic import Diagnostic, Severity

KILO = 1_000


class OverBudget(PageRule):
    """A page takes more to fetch than the portal's budget.

    Readers pay for each kilobyte, and on a slow network wait for it. Counted is what goes over
    the wire, compressed: the page, its styles, scripts and pictures. A long text is better two
    texts, a picture smaller, a script asked for only on first use. The budgets stand in
    `mkdocs.yml`, below `budgets`.
    """

    code = "LS711"
    name = "over-budget"
    severity = Severity.WARNING
    allowed = False

    bad = """
    --- index.html   # <- LS711
    <p>[... 40,000 mixed letters ...]</p>
    """

    good = """
    --- index.html
    <p>[... 1,000 mixed letters ...]</p> <img src="map.png" alt="A map">
    --- map.png (PNG, 40 x 30 pixels)
    """

    def __init__(self) -> None:
        self._weights: WeakKeyDictionary[RenderedSite, Weights] = WeakKeyDictionary()
        self._told: set[tuple[str, frozenset[str]]] = set()

    def check_page(self, page: RenderedPage, site: RenderedSite) -> Iterator[Diagnostic]:
        if page.url == EDITOR:
            # For the few who write, and never fetched by those who read.
            return
        budgets = site.budgets
        weights = self._weights.setdefault(site, Weights(site))
        files = weights.fetched(page)
        shared = frozenset(file for file in files if file.startswith("assets/"))
        own = files - shared
        is_article = site.is_article(page.url)
        if is_article:
            yield from self._shared(page, "styles", shared, weights, budgets.styles)
            yield from self._shared(page, "scripts", shared, weights, budgets.scripts)
        after = budgets.next * KILO - weights.sum(own)
        alone = budgets.first * KILO - weights.sum(files)
        if site.at_most(page) <= min(budgets.article * KILO if is_article else after, after, alone):
            return
        size = compressed(page.html.encode())
        if is_article and size > budgets.article * KILO:
            yield self._html(page, size, budgets.article)
        if size > after:
            yield self._sum(page, "after another page", size, own, weights, budgets.next)
        if size > alone:
            yield self._sum(page, "as a reader's first page", size, files, weights, budgets.first)

    def _html(self, page: RenderedPage, size: int, limit: float) -> Diagnostic:
        section, part = heaviest_section(page.html)
        most = f"; most of it is `#{section}` with {_kb(part)}" if section else ""
        return self._found(page, f"the text has {_kb(size)}{most}; the budget is {limit:g}")

    def _shared(
        self, page: RenderedPage, name: str, files: frozenset[str], weights: Weights, limit: float
    ) -> Iterator[Diagnostic]:
        """Styles and scripts are the same on many pages: the first to ask for them is enough."""
        ours = _ours(files, name)
        size = weights.sum(ours)
        if size > limit * KILO and (name, ours) not in self._told:
            self._told.add((name, ours))
            most = _most(ours, weights)
            yield self._found(page, f"its {name} have {_kb(size)}, {most}; the budget is {limit:g}")

    def _sum(
        self,
        page: RenderedPage,
        when: str,
        html: int,
        files: Iterable[str],
        weights: Weights,
        limit: float,
    ) -> Diagnostic:
        size = html + weights.sum(files)
        most = _most(files, weights)
        most = f"its text {_kb(html)}" + (f", {most}" if most else "")
        return self._found(page, f"{when} it has {_kb(size)}: {most}; the budget is {limit:g}")

    def _found(self, page: RenderedPage, says: str) -> Diagnostic:
        hint = "split the page, or make lighter what weighs most"
        return self.in_page(page, 0, 1, says=says, hint=hint)


def _ours(files: frozenset[str], name: str) -> frozenset[str]:
    """Files of our own lie flat in the folder; the theme's have folders of theirs."""
    ending = ".css" if name == "styles" else ".js"
    return frozenset(file for file in files if file.count("/") == 1 and file.endswith(ending))


def _most(files: Iterable[str], weights: Weights) -> str:
    heavy = sorted(files, key=lambda file: (-weights.size(file), file))[:2]
    return ", ".join(f"`{file}` {_kb(weights.size(file))}" for file in heavy)


def _kb(size: int) -> str:
    return f"{size / KILO:.1f} kB"
