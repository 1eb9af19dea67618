"""The list of pages for search engines: browsers show XML as a page, so it holds nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from lsbuild.verify._problem import Problem

_FIRST = "<?xml version='1.0' encoding='utf-8'?>"
_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_MEANT = {f"{_MAP}{name}" for name in ("urlset", "url", "loc", "lastmod")}
_LINK = "{http://www.w3.org/1999/xhtml}link"


def in_xml(path: str, text: str) -> Iterator[Problem]:
    """Whatever is no list of addresses."""
    rest = text.removeprefix(_FIRST)
    if path != "sitemap.xml":
        yield Problem(path, 0, "xml", "the only file of that sort is `sitemap.xml`")
    elif "<!" in rest or "<?" in rest:
        yield Problem(path, 0, "xml", "an instruction or a comment")
    else:
        # Nothing is declared in it, so nothing can be unfolded.
        for one in ElementTree.fromstring(rest).iter():  # noqa: S314
            if one.tag not in _MEANT and (one.tag, one.get("rel")) != (_LINK, "alternate"):
                yield Problem(path, 0, "xml", f"`{one.tag[:80]}` is no part of a list of pages")
