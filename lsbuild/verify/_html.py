"""What may stand in a published page, and what may not."""

from __future__ import annotations

from collections.abc import Iterator

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

_FORBIDDEN = {"base", "iframe", "frame", "frameset", "object", "embed", "applet", "style", "portal"}
_LINKS = {"http", "https", "mailto", "tel"}
_ONLY_NAMES = {"canonical", "alternate", "license", "author", "next", "prev", "help"}
_PICTURES = ("data:image/png", "data:image/svg+xml", "data:image/webp", "data:image/jpeg")


def in_page(path: str, page: PageText) -> Iterator[Problem]:
    """Everything that can be said of a page by itself."""
    yield from _policy(path, page)
    yield from _scripts(path, page)
    for element in page.elements:
        yield from _element(path, element)
    for pointer in page.pointers:
        says = _wrong_address(pointer)
        if says:
            where = f"{pointer.attribute} of <{pointer.element.name}>: `{pointer.target[:80]}`"
            yield Problem(path, pointer.element.line, "address", f"{says}: {where}")


def _policy(path: str, page: PageText) -> Iterator[Problem]:
    inside = iter(page.elements)
    for element in inside:
        if element.name == "head":
            break
    first = next(inside, Element("", {}, 1))
    if first.attributes.get("http-equiv", "").lower() != "content-security-policy":
        yield Problem(path, first.line, "policy", "it is not the first thing in the head")
        return
    policy = first.attributes.get("content", "")
    if policy not in ((EDITOR_POLICY,) if path == EDITOR else (POLICY, REDIRECT_POLICY)):
        yield Problem(path, first.line, "policy", f"another policy than ours: `{policy[:80]}`")


def _scripts(path: str, page: PageText) -> Iterator[Problem]:
    for one in page.inline:
        if one.kind in DATA_TYPES:
            continue
        if digest(one.text.encode()) not in INLINE:
            yield Problem(path, one.line, "inline-script", f"not one of ours: `{one.text[:60]}`")
    if page.hidden_scripts > 0:
        yield Problem(path, 0, "inline-script", "`<script` stands where no element begins")


def _element(path: str, element: Element) -> Iterator[Problem]:
    name, attributes = element.name, element.attributes
    if name in _FORBIDDEN:
        yield Problem(path, element.line, "element", f"<{name}> has no place in a portal")
    for attribute in attributes:
        if attribute.startswith("on"):
            yield Problem(path, element.line, "handler", f"`{attribute}` on <{name}>")
    if "style" in attributes:
        yield Problem(path, element.line, "style", f"<{name}> has a style of its own")
    if attributes.get("http-equiv", "").lower() == "refresh":
        target = attributes.get("content", "").partition("url=")[2]
        if not target or "//" in target or ":" in target:
            yield Problem(path, element.line, "refresh", "the page leads away by itself")


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
