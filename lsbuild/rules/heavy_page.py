from __future__ import annotations

from collections.abc import Iterator

from lsbuild.rules._page_rule import PageRule
from lsbuild.rules._rendered import RenderedPage, RenderedSite
from lsbuild.text.diagnostic import Diagnostic, Severity


class HeavyPage(PageRule):
    """The HTML of a page has more than 60 kilobytes.

    On a slow network each ten kilobytes are a second of waiting, and readers pay for them. A
    long list is better split, by kind or by place; a drawing with many points is better made
    simpler. A text as long as that is two texts.
    """

    code = "LS704"
    name = "heavy-page"
    severity = Severity.WARNING
    allowed = False

    bad = """
    --- index.html   # <- LS704
    <p>[... 70,000 more letters ...]</p>
    """

    good = """
    --- index.html
    <p>Welcome.</p>
    """

    def check_page(self, page: RenderedPage, site: RenderedSite) -> Iterator[Diagnostic]:
        limit = site.budgets.html
        if len(page.html) * 4 < limit * 1_000:
            return
        size = len(page.html.encode())
        if size > limit * 1_000:
            yield self.in_page(
                page,
                0,
                1,
                says=f"the page has {size / 1_000:.0f} kB; the limit is {limit:g}",
                hint="split its list, or make its drawing simpler",
            )
