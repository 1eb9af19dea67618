from __future__ import annotations

from collections.abc import Iterator

from lsbuild.rules._page_rule import PageRule, all_right
from lsbuild.rules._rendered import RenderedPage, RenderedSite
from lsbuild.text.diagnostic import Diagnostic


class BrokenPageLink(PageRule):
    """A rendered page leads to a page or file of this portal that is not there.

    Readers would meet the page “not found”. Links in the text are checked before, so this one
    comes from a template, from a field that was shown as a link, or from a file that was not
    copied. Mend the template or the view that writes it.
    """

    code = "LS701"
    name = "broken-page-link"
    allowed = False

    bad = """
    --- lessons/index.html
    <a href="first-lessn/">A first lesson</a>   <!-- <- LS701 -->
    --- lessons/first-lesson/index.html
    <a href="../">All lessons</a>
    """

    good = """
    --- lessons/index.html
    <a href="first-lesson/">A first lesson</a>
    --- lessons/first-lesson/index.html
    <a href="../">All lessons</a>
    """

    def check_page(self, page: RenderedPage, site: RenderedSite) -> Iterator[Diagnostic]:
        if all_right(page, site, _missing):
            return
        for way in page.ways:
            if where := _missing(page, way.target, site):
                yield self.at_way(
                    page,
                    way,
                    f"`{way.target}` leads to `{where}`, which is not there",
                    "mend the template or the view that writes this link",
                )


def _missing(page: RenderedPage, target: str, site: RenderedSite) -> str:
    """Where an address leads, if that is below the site and not there."""
    where = site.resolve(page, target)
    return f"/{where[0]}" if where is not None and not site.file_of(where[0]) else ""
