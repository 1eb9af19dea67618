"""A published page, taken apart by the parser of Python's own library."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import NamedTuple

_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)
# What a browser may take for an element, a comment or an instruction.
_BEGIN = re.compile(r"<[a-z!?]", re.IGNORECASE)
# Anything before it would make a body, in which a policy says nothing.
_HEAD = re.compile(
    r'<!doctype html>\s*<html(?: [a-z]+="[^"<>]*")*>\s*<head>\s*'
    r'<meta http-equiv="Content-Security-Policy" content="([^"<>]*)">'
)
# Browsers drop these inside an address, and so did every trick that hid a scheme.
_DROPPED = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_POINTING = {
    "href", "src", "srcset", "action", "formaction", "poster", "data", "cite", "ping",
    "background", "manifest", "xlink:href", "longdesc", "usemap", "archive", "codebase",
}  # fmt: skip


class Element(NamedTuple):
    """A start tag."""

    name: str
    attributes: dict[str, str]
    line: int


class Pointer(NamedTuple):
    """An address that an element names."""

    element: Element
    attribute: str
    target: str
    """As a browser reads it: without control characters and spaces around it."""

    @property
    def scheme(self) -> str:
        """In small letters; empty for an address without one."""
        found = _SCHEME.match(_DROPPED.sub("", self.target))
        return found[1].lower() if found else ""

    @property
    def host(self) -> bool:
        """Whether it names a host without a scheme."""
        return re.match(r"[/\\]{2}", _DROPPED.sub("", self.target)) is not None


class Inline(NamedTuple):
    """A script that stands in the page."""

    kind: str
    text: str
    line: int


class PageText(HTMLParser):
    """Elements, addresses, scripts, ids and words of one page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.pointers: list[Pointer] = []
        self.inline: list[Inline] = []
        self.words: list[str] = []
        self.odd: list[tuple[int, str]] = []
        """Lines, and what browsers may read there in another way."""
        self.head = _HEAD.match(html)
        """Its group is the policy; nothing where it is not the first thing in the head."""
        self._within = ""
        self.feed(html)
        self.close()
        self.hidden_scripts = len(_SCRIPT.findall(html)) - sum(
            one.name == "script" for one in self.elements
        )
        """Scripts that a browser might see where this parser saw none."""
        within = sum(len(_BEGIN.findall(one.text)) for one in self.inline)
        self.hidden = len(_BEGIN.findall(html)) - len(self.elements) - within - 1
        """The same of elements, and comments, beside the one line that says it is HTML."""

    @property
    def ids(self) -> set[str]:
        found = (one.attributes.get("id") or "" for one in self.elements)
        names = (one.attributes.get("name") or "" for one in self.elements if one.name == "a")
        return {*found, *names} - {""}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Of two with one name a browser takes the first.
        attributes = {name: value or "" for name, value in reversed(attrs)}
        element = Element(tag, attributes, self.getpos()[0])
        if len(attributes) != len(attrs):
            self.odd.append((element.line, f"<{tag}> has one attribute twice"))
        if self._within == "title":
            self.odd.append((element.line, f"<{tag}> in a title"))
        self.elements.append(element)
        for name, value in attributes.items():
            if name in _POINTING:
                targets = [part.split()[0] for part in value.split(",") if part.split()]
                for target in targets if name == "srcset" else [value]:
                    self.pointers.append(Pointer(element, name, target.strip()))
        if tag == "script":
            self._within = "script"
            if "src" not in attributes:
                self.inline.append(Inline(attributes.get("type", ""), "", element.line))
        elif tag in ("style", "title"):
            self._within = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._within:
            self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within == "script" and "src" not in self.elements[-1].attributes:
            last = self.inline[-1]
            self.inline[-1] = last._replace(text=last.text + data)
        self.words.append(data)
