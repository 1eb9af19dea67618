from __future__ import annotations

from collections.abc import Iterator

from lsbuild.rules._page_rule import PageRule, all_right
from lsbuild.rules._rendered import RenderedPage, RenderedSite
from lsbuild.text.diagnostic import Diagnostic


class MissingFragment(PageRule):
    """A rendered link leads to a part of a page that is not there.

    The reader lands at the top and has to search. Links in the text are checked before, so
    this one comes from a template: the part was left out because it is empty, or its id was
    changed in one place only.
    """

    code = "LS707"
    name = "missing-fragment"
    allowed = False

    bad = """
    --- index.html
    <a href="roles/#actions">Actions</a>   <!-- <- LS707 -->
    --- roles/index.html
    <h2 id="action">Actions</h2>
    """

    good = """
    --- index.html
    <a href="roles/#actions">Actions</a>
    --- roles/index.html
    <h2 id="actions">Actions</h2>
    """

    def check_page(self, page: RenderedPage, site: RenderedSite) -> Iterator[Diagnostic]:
        if all_right(page, site, _missing):
            return
        for way in page.ways:
            if way.tag.name != "use" and (missing := _missing(page, way.target, site)):
                url, fragment = missing
                yield self.at_way(
                    page,
                    way,
                    f"the page `/{url}` has no part `#{fragment}`",
                    "mend the template or the view that writes this link",
                )


def _missing(page: RenderedPage, target: str, site: RenderedSite) -> tuple[str, str] | None:
    """The page and the part an address names, if the page is there and the part is not."""
    if "#" not in target:
        return None
    url, fragment = site.resolve(page, target) or ("", "")
    # A script reads what follows `#!` or holds `=`; a browser looks for no id there.
    if not fragment or "=" in fragment or not site.file_of(url).endswith(".html"):
        return None
    return None if fragment in site.anchors(url) else (url, fragment)
