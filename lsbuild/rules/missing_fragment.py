from __future__ import annotations

from collections.abc import Iterator

from lsbuild.rules._page_rule import PageRule
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
        for way in page.ways:
            if "#" not in way.target or way.tag.name == "use":
                continue
            url, fragment = site.resolve(page, way.target) or ("", "")
            # A script reads what follows `#!` or holds `=`; a browser looks for no id there.
            if not fragment or "=" in fragment or not site.file_of(url).endswith(".html"):
                continue
            if fragment not in site.anchors(url):
                yield self.at_way(
                    page,
                    way,
                    f"the page `/{url}` has no part `#{fragment}`",
                    "mend the template or the view that writes this link",
                )
