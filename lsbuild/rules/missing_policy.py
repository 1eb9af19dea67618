from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.rules._page_rule import PageRule
from lsbuild.rules._rendered import RenderedPage, RenderedSite
from lsbuild.text.diagnostic import Diagnostic

_HEAD = re.compile(r"<head\b[^>]*>\s*(<[^>]*>)?")
_POLICY = re.compile(r"<meta http-equiv=[\"']?Content-Security-Policy\b", re.IGNORECASE)


class MissingPolicy(PageRule):
    """The content security policy is not the first thing in a page's head.

    The policy forbids scripts and requests that are not ours, and it holds only for what comes
    after it: whatever stands before is not covered. GitHub Pages sends no headers of ours, so
    this line in the page is all the protection readers have.
    """

    code = "LS706"
    name = "missing-policy"
    allowed = False

    bad = """
    --- index.html
    <html lang="en"><head><script src="a.js"></script>   <!-- <- LS706 -->
    <meta http-equiv="Content-Security-Policy" content="default-src 'self'">
    <title>Home</title></head></html>
    --- a.js
    """

    good = """
    --- index.html
    <html lang="en"><head>
    <meta http-equiv="Content-Security-Policy" content="default-src 'self'">
    <script src="a.js"></script><title>Home</title></head></html>
    --- a.js
    """

    def check_page(self, page: RenderedPage, site: RenderedSite) -> Iterator[Diagnostic]:
        head = _HEAD.search(page.html)
        if head is None:
            return
        if not _POLICY.match(head[1] or ""):
            yield self.in_page(
                page,
                *head.span(),
                says="the content security policy does not come first",
                hint="let it follow `<head>` at once, in the template",
            )
