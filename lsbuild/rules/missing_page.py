from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from lsbuild.rules._page_rule import PageRule
from lsbuild.rules._rendered import RenderedSite
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.source import Source, Span


class MissingPage(PageRule):
    """A page was planned and never written.

    Lists, search and other people's bookmarks lead to it, and readers would find nothing.
    Something stopped the engine without a word: look for the first error above this one, then
    delete the folder with the site and build again.
    """

    code = "LS703"
    name = "missing-page"
    allowed = False

    bad = """
    --- lessons/index.html
    <h1>Lessons</h1>
    --- roles/index.html (not there)   # <- LS703
    """

    good = """
    --- lessons/index.html
    <h1>Lessons</h1>
    --- roles/index.html
    <h1>Roles</h1>
    """

    def check_site(self, site: RenderedSite) -> Iterator[Diagnostic]:
        for url in sorted(site.urls):
            if not site.file_of(url):
                file = f"{url}index.html" if not url or url.endswith("/") else url
                yield self.found(
                    Source(PurePosixPath(file), ""),
                    Span(1),
                    f"the page `/{url}` was planned and not written",
                    "delete the folder with the site and build again, since pages are taken "
                    "over from there; if it stays away, report it",
                )
