from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.rules._page_rule import PageRule
from lsbuild.rules._rendered import RenderedPage, RenderedSite
from lsbuild.text.diagnostic import Diagnostic

_HTML = re.compile(r"<html\b([^>]*)>")
_LANG = re.compile(r"\blang=[\"']?[a-z]{2}")
_TITLE = re.compile(r"<title>\s*[^<\s]")


class MissingTitleOrLanguage(PageRule):
    """A page does not name its language, or has no title.

    A screen reader would read English words with the sounds of another language, and a tab,
    a bookmark or a search result would show a bare address. Both are written by the template
    from what the page says about itself.
    """

    code = "LS708"
    name = "missing-title-or-language"
    allowed = False

    bad = """
    --- index.html
    <html><head><title></title></head></html>   <!-- <- LS708 -->
    """

    good = """
    --- index.html
    <html lang="en"><head>
    <meta http-equiv="Content-Security-Policy" content="default-src 'self'">
    <title>Home</title></head></html>
    """

    def check_page(self, page: RenderedPage, site: RenderedSite) -> Iterator[Diagnostic]:
        html = _HTML.search(page.html)
        if html is None:
            return
        if not _LANG.search(html[1]):
            yield self.in_page(
                page,
                *html.span(),
                says="the page does not name its language",
                hint="write `lang` into the `html` tag, in the template",
            )
        if not _TITLE.search(page.html):
            yield self.in_page(
                page,
                *html.span(),
                says="the page has no title",
                hint="write it into the head, in the template",
            )
