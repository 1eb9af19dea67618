"""What may stand in a published page, and what may not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from lsbuild.verify._page import Element, PageText, Pointer
from lsbuild.verify._problem import Problem
from lsbuild.verify._trusted import (
    DATA_TYPES,
    EDITOR,
    EDITOR_POLICY,
    INLINE,
    POLICY,
    REDIRECT_POLICY,
    digest,
)

_ELEMENTS = {
    "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "blockquote", "body", "br",
    "button", "caption", "circle", "cite", "code", "col", "colgroup", "dd", "defs", "del", "desc",
    "details", "dfn", "div", "dl", "dt", "ellipse", "em", "fieldset", "figcaption", "figure",
    "footer", "g", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "img",
    "input", "ins", "kbd", "label", "legend", "li", "line", "link", "main", "mark", "meta", "nav",
    "ol", "optgroup", "option", "output", "p", "path", "picture", "polygon", "polyline", "pre",
    "progress", "q", "rect", "s", "samp", "script", "section", "select", "small", "source",
    "span", "strong", "sub", "summary", "sup", "svg", "symbol", "table", "tbody", "td",
    "template", "text", "tfoot", "th", "thead", "time", "title", "tr", "tspan", "u", "ul", "use",
    "var", "wbr",
}  # fmt: skip
"""What is words, form or drawing; nothing that loads, moves or sends."""
_ATTRIBUTES = {
    "alt", "autocomplete", "charset", "checked", "cite", "class", "colspan", "content", "cx",
    "cy", "d", "datetime", "defer", "dir", "disabled", "for", "headers", "height", "hidden",
    "href", "hreflang", "http-equiv", "id", "lang", "loading", "name", "open", "points",
    "popover", "popovertarget", "r", "rel", "role", "rowspan", "rx", "ry", "scope", "selected",
    "sizes", "spellcheck", "src", "srcset", "start", "tabindex", "title", "transform",
    "translate", "type", "value", "viewbox", "width", "x", "x1", "x2", "xmlns", "y", "y1", "y2",
}  # fmt: skip
"""Beside those that begin with `data-` or `aria-`."""
_INPUTS = {"", "checkbox", "date", "number", "radio", "range", "search", "text"}
_NAMES = {"author", "color-scheme", "description", "generator", "robots", "theme-color", "viewport"}
_REFERRER = {"strict-origin-when-cross-origin", "no-referrer"}
_AWAY = re.compile(r"0; url=(?!.*//)[\w./%#~-]+")
_LINKS = {"http", "https", "mailto", "tel"}
_ONLY_NAMES = {"canonical", "alternate", "license", "author", "next", "prev", "help"}
_PICTURES = ("data:image/png", "data:image/svg+xml", "data:image/webp", "data:image/jpeg")


def in_page(path: str, page: PageText) -> Iterator[Problem]:
    """Everything that can be said of a page by itself."""
    yield from _policy(path, page)
    yield from _scripts(path, page)
    for line, says in page.odd:
        yield Problem(path, line, "markup", says)
    if page.hidden > 0:
        yield Problem(path, 0, "markup", "a comment, or `<` where no element begins")
    for element in page.elements:
        yield from _element(path, element)
    for pointer in page.pointers:
        says = _wrong_address(pointer)
        if says:
            where = f"{pointer.attribute} of <{pointer.element.name}>: `{pointer.target[:80]}`"
            yield Problem(path, pointer.element.line, "address", f"{says}: {where}")


def _policy(path: str, page: PageText) -> Iterator[Problem]:
    if page.head is None:
        yield Problem(path, 1, "policy", "it is not the first thing in the head")
        return
    policy = unescape(page.head[1])
    if policy not in ((EDITOR_POLICY,) if path == EDITOR else (POLICY, REDIRECT_POLICY)):
        yield Problem(path, 1, "policy", f"another policy than ours: `{policy[:80]}`")


def _scripts(path: str, page: PageText) -> Iterator[Problem]:
    for one in page.inline:
        # In a drawing a browser would look for elements in it.
        if one.kind in DATA_TYPES and "<" not in one.text:
            continue
        if digest(one.text.encode()) not in INLINE:
            yield Problem(path, one.line, "inline-script", f"not one of ours: `{one.text[:60]}`")
    if page.hidden_scripts > 0:
        yield Problem(path, 0, "inline-script", "`<script` stands where no element begins")


def _element(path: str, element: Element) -> Iterator[Problem]:
    name, attributes = element.name, element.attributes
    if name not in _ELEMENTS and (name, path) != ("noscript", EDITOR):
        yield Problem(path, element.line, "element", f"<{name}> has no place in a portal")
    for attribute in attributes:
        if attribute.startswith("on"):
            yield Problem(path, element.line, "handler", f"`{attribute}` on <{name}>")
        elif attribute == "style":
            yield Problem(path, element.line, "style", f"<{name}> has a style of its own")
        elif attribute not in _ATTRIBUTES and not attribute.startswith(("data-", "aria-")):
            yield Problem(path, element.line, "attribute", f"`{attribute}` on <{name}>")
    if name == "meta":
        yield from _meta(path, element)
    elif name == "input" and attributes.get("type", "").lower() not in _INPUTS:
        yield Problem(path, element.line, "input", "a portal asks for no such thing")
    elif name == "script" and "src" in attributes:
        file = attributes["src"].partition("?")[0].partition("#")[0]
        if not file.endswith((".js", ".mjs")):
            yield Problem(path, element.line, "script", f"no script by its name: `{file[:80]}`")


def _meta(path: str, element: Element) -> Iterator[Problem]:
    """What is said of the page to browsers: nothing that is not known."""
    said = {name: value.lower() for name, value in element.attributes.items()}
    acts, name, content = said.get("http-equiv"), said.get("name"), said.get("content", "")
    if acts == "refresh":
        if not _AWAY.fullmatch(element.attributes.get("content", "")):
            yield Problem(path, element.line, "refresh", "the page leads away by itself")
    elif not (
        acts == "content-security-policy"
        or said == {"charset": "utf-8"}
        or (acts is None and (name in _NAMES or (name == "referrer" and content in _REFERRER)))
    ):
        yield Problem(path, element.line, "meta", f"`{' '.join(said.values())[:80]}`")


def _wrong_address(pointer: Pointer) -> str:
    """Why an address may not be named; nothing where it may."""
    name, scheme = pointer.element.name, pointer.scheme
    if name in ("a", "area") and pointer.attribute == "href":
        return "" if not scheme or scheme in _LINKS else f"the scheme `{scheme}`"
    if name == "link":
        rel = set(pointer.element.attributes.get("rel", "").split())
        if rel and rel <= _ONLY_NAMES:
            return "" if not scheme or scheme in _LINKS else f"the scheme `{scheme}`"
    if pointer.attribute in ("cite",):
        return ""
    if scheme == "data" and name in ("img", "source") and pointer.target.startswith(_PICTURES):
        return ""
    if scheme or pointer.host:
        return "asked of another site"
    return ""
