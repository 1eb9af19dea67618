"""The changed pages in one file that opens on a phone: no scripts, no network, pictures inside."""

from __future__ import annotations

import base64
import mimetypes
import posixpath
import re
from collections.abc import Iterable, Mapping
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from lsbuild.hosts.few import Theme, pages_of, with_drafts
from lsbuild.output.files import asset
from lsbuild.relations.portal import Portal
from lsbuild.text.words import count
from lsbuild.views.page import Page, Plan
from lsbuild.views.plan import make_plan

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)
_VOID = {"br", "hr", "img", "input", "meta", "link", "source", "wbr", "col"}
# What needs a script, or would ask for something; its words go as well.
_GONE = {"script", "style", "button", "select", "textarea", "form", "template", "iframe", "object"}
_ALONE = {"link", "meta", "base", "input", "source"}
_PICTURES = 8 * 2**20
_PAGES = 30
_KEPT = re.compile(
    r"(?:id|class|href|src|alt|title|lang|dir|hreflang|open|start|colspan|rowspan|scope|role|width|"
    r"height|viewbox|d|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|points|transform|fill|stroke|text-anchor|"
    r"preserveaspectratio|datetime|tabindex|aria-[a-z]+)$"
)


def preview_file(portal: Portal, theme: Theme, paths: Iterable[str]) -> tuple[str, int]:
    """The file, and how many pages it shows: those that some files of the content make."""
    wanted = sorted(paths)
    shown = with_drafts(portal, wanted)
    plan = make_plan(shown)
    pages = list(pages_of(plan, wanted))[:_PAGES]
    numbers = {page.url: number for number, page in enumerate(pages, start=1)}
    pictures = _Pictures(plan)
    parts = [_article(page, shown, theme, plan, numbers, pictures) for page in pages]
    return _whole(shown, theme, pages, parts), len(pages)


def _article(
    page: Page,
    portal: Portal,
    theme: Theme,
    plan: Plan,
    numbers: Mapping[str, int],
    pictures: _Pictures,
) -> str:
    number = numbers[page.url]
    try:
        html = theme.html(page, portal.settings, plan)
    except Exception as error:
        says = escape(f"This page cannot be shown: {type(error).__name__}: {error}")
        return f'<article id="p{number}"><p>{says}</p></article>'
    inner = re.search(r"<main\b[^>]*>(.*)</main>", html, re.DOTALL)
    writer = _Plain(page.url, portal.settings.site_url, numbers, pictures)
    writer.feed(inner[1] if inner else "")
    writer.close()
    return f'<article id="p{number}" lang="{escape(page.language)}">{"".join(writer.out)}</article>'


def _whole(portal: Portal, theme: Theme, pages: list[Page], parts: list[str]) -> str:
    title = escape(f"Preview: {portal.settings.site_name}")
    note = f"{count(len(pages), 'changed page')}. Nothing here is published; drafts are shown too."
    rows = "".join(
        f'<li><a href="#p{number}">{escape(page.title)}</a> '
        f"<code>{escape(str(page.source))}</code></li>"
        for number, page in enumerate(pages, start=1)
    )
    # What a style asks for outside is not there; a `<` would end it.
    styles = re.sub(r"url\((?!['\"]?data:)[^)]*\)", "none", theme.styles()).replace("</", "<\\/")
    return (
        f'<!doctype html>\n<html lang="{portal.library.language}">\n<head>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>{styles}\n"
        "main>.md-grid>article{display:block;border-top:.2rem solid;margin-top:2rem}"
        ".md-grid{padding:0 .8rem}</style>\n</head>\n"
        '<body data-md-color-scheme="default" data-md-color-primary="lsbuild" dir="ltr">\n'
        '<div class="md-container"><main class="md-main"><div class="md-grid md-typeset">'
        f"<h1>{title}</h1><p>{note}</p><ol>{rows}</ol>\n{''.join(parts)}\n</div></main></div>\n"
        "</body>\n</html>\n"
    )


class _Pictures:
    """Pictures of the content as part of the file, as long as there is room."""

    def __init__(self, plan: Plan) -> None:
        self.assets: Mapping[str, Path] = plan.assets
        self.room = _PICTURES
        self.made: dict[str, str] = {}

    def address(self, url: str) -> str:
        """A picture's bytes as an address; nothing where it is no picture or too large."""
        path, type_ = self.assets.get(url), mimetypes.guess_type(url)[0] or ""
        if path is None or not type_.startswith("image/") or type_ == "image/svg+xml":
            return ""
        if url not in self.made:
            size = path.stat().st_size
            if size > self.room:
                return ""
            self.room -= size
            data = base64.b64encode(asset(path)).decode()
            self.made[url] = f"data:{type_};base64,{data}"
        return self.made[url]


class _Plain(HTMLParser):
    """Writes the HTML of a page anew: nothing in it acts, and its links still lead somewhere."""

    def __init__(
        self, url: str, site: str, numbers: Mapping[str, int], pictures: _Pictures
    ) -> None:
        super().__init__(convert_charrefs=True)
        self.url, self.site, self.numbers, self.pictures = url, site, numbers, pictures
        self.out: list[str] = []
        self.gone: list[str] = []
        """Open elements that are left out, with all in them."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.gone or tag in _GONE or any(name == "hidden" for name, _ in attrs):
            if tag not in _VOID:
                self.gone.append(tag)
        elif tag not in _ALONE:
            kept = "".join(self._attribute(tag, name, value or "") for name, value in attrs)
            self.out.append(f"<{tag}{kept}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # In HTML only drawings end an element like this.
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.gone:
            if tag in self.gone:
                while self.gone.pop() != tag:
                    pass
        elif tag not in _VOID and tag not in _ALONE:
            self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.gone:
            self.out.append(escape(data, quote=False))

    def _attribute(self, tag: str, name: str, value: str) -> str:
        if not _KEPT.match(name):
            return ""
        if name == "src":
            value = self.pictures.address(self._site_path(value)) if tag == "img" else ""
        elif name == "href":
            value = self._way(value)
        elif name == "id" or name in ("aria-labelledby", "aria-describedby", "aria-controls"):
            value = f"{self._mark()}{value}"
        return f' {name}="{escape(value)}"' if value or name in ("alt", "open") else ""

    def _mark(self, url: str | None = None) -> str:
        """Pages have the same ids, so each has a mark of its own before them."""
        return f"p{self.numbers[self.url if url is None else url]}-"

    def _site_path(self, way: str) -> str:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.url), urlsplit(way).path))
        return path if path != "." else ""

    def _way(self, target: str) -> str:
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
            return target if parts.scheme in ("http", "https", "mailto") else ""
        if target.startswith("#"):
            return f"#{self._mark()}{parts.fragment}" if parts.fragment else ""
        path = self._site_path(target)
        url = f"{path}/" if parts.path.endswith("/") and path else path
        if url in self.numbers:
            inside = (
                f"{self._mark(url)}{parts.fragment}" if parts.fragment else self._mark(url)[:-1]
            )
            return f"#{inside}"
        return urljoin(f"{self.site.rstrip('/')}/", url) if self.site else ""
