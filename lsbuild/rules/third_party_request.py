from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.rules._page_rule import PageRule
from lsbuild.rules._rendered import RenderedPage, RenderedSite, Way
from lsbuild.text.diagnostic import Diagnostic

_HARMLESS = {"canonical", "alternate", "license", "author", "me", "next", "prev", "help", "cite-as"}
_POINTING = re.compile(r"\s(?:href|src|srcset|action|poster|data)=")
_FOLLOWED = ("<a ", '<link rel="canonical"')


class ThirdPartyRequest(PageRule):
    """A page makes the reader's browser ask another site for something.

    That site then knows who reads what and when, the page is slower, and it breaks offline.
    Fonts, pictures, styles and scripts are files of our own. A link that readers follow by
    themselves is fine.
    """

    code = "LS705"
    name = "third-party-request"
    allowed = False

    bad = """
    --- index.html
    <img src="https://example.org/map.png" alt="A map">   <!-- <- LS705 -->
    """

    good = """
    --- index.html
    <img src="map.png" alt="A map">
    <a href="https://example.org/">The map's own page</a>
    --- map.png (PNG, 40 x 30 pixels)
    """

    def check_page(self, page: RenderedPage, site: RenderedSite) -> Iterator[Diagnostic]:
        if not any(map(_may_ask, _before("//", page.html))):
            return
        for way in page.ways:
            if way.is_external and _asks(way):
                yield self.at_way(
                    page,
                    way,
                    f"`{way.target}` is asked of another site",
                    "keep a file of our own, or make it a link",
                )


def _before(sign: str, html: str) -> Iterator[str]:
    """The tags that a sign stands in, each from its beginning to the sign."""
    at = html.find(sign)
    while at != -1:
        yield html[html.rfind("<", 0, at) : at]
        at = html.find(sign, at + len(sign))


def _may_ask(tag: str) -> bool:
    """Whether a tag deserves the closer look that most pages do not need."""
    return ">" not in tag and not tag.startswith(_FOLLOWED) and bool(_POINTING.search(tag))


def _asks(way: Way) -> bool:
    """Whether a browser asks by itself, without the reader following a link."""
    if way.tag.name in ("a", "area"):
        return False
    rel = set(way.tag.attributes.get("rel", "").split())
    return not (way.tag.name == "link" and rel and rel <= _HARMLESS)
