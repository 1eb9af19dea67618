"""A rule about rendered pages; the audit runs it when everything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lsbuild.rules._rendered import RenderedPage, RenderedSite, Way
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic


class PageRule(Rule):
    """Its examples are small sites of HTML, kept as they are."""

    def check_page(self, page: RenderedPage, site: RenderedSite) -> Iterator[Diagnostic]:
        """Look at one page."""
        return iter(())

    def check_site(self, site: RenderedSite) -> Iterator[Diagnostic]:
        """Look at the site as a whole."""
        return iter(())

    def in_page(
        self, page: RenderedPage, start: int, end: int, *, says: str, hint: str
    ) -> Diagnostic:
        return self.found(page.source, page.source.span(start, end), says, hint)

    def at_way(self, page: RenderedPage, way: Way, says: str, hint: str) -> Diagnostic:
        """A finding at the tag that names an address."""
        return self.in_page(page, way.tag.start, way.tag.end, says=says, hint=hint)


IsWrong = Callable[[RenderedPage, str, RenderedSite], object]
"""Whether an address of a page leads nowhere."""


def all_right(page: RenderedPage, site: RenderedSite, is_wrong: IsWrong) -> bool:
    """Whether none of the addresses that a page may name is wrong.

    One that goes up to the root first leads to the same place from all pages that lie as deep,
    so it is looked at once.
    """
    root = "../" * page.url.count("/")
    known = site.right.setdefault((is_wrong, root), set())
    new = page.addresses - known
    if any(is_wrong(page, one, site) for one in new):
        return False
    if root:
        known.update(one for one in new if one.startswith(root))
    return True
