"""What stands in a body, row by row: rules read rows, never text.

All offsets are UTF-8 bytes into the body, as the Markdown parser counts them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from lsbuild.text.hosts import disguise

TITLED = "\0"
"""In the words of a block: here the title of an entry is shown, which only the portal knows.

No text that is published has this character (LS002)."""


class LinkType(StrEnum):
    """Where a link leads."""

    EXTERNAL = "external"
    ENTRY = "entry"
    """`[[kind/slug]]`, or `[[#anchor]]`-free addresses of an entry."""
    FILE = "file"
    """A relative path, to a Markdown file or an asset."""
    ANCHOR = "anchor"
    FORBIDDEN = "forbidden"
    """A scheme or form we never publish; the words stay, the link goes."""


class Heading(NamedTuple):
    """A heading of the author."""

    level: int
    """As the author wrote it: `##` is 2."""
    text: str
    id: str
    start: int
    end: int


class Link(NamedTuple):
    """A link of the author."""

    type: LinkType
    target: str
    text: str
    start: int
    end: int


class Image(NamedTuple):
    """A picture."""

    target: str
    alt: str
    start: int
    end: int


class Citation(NamedTuple):
    """A citation in running text."""

    source: str
    locator: str
    start: int
    end: int
    under: str
    """The id of the heading it stands under, or nothing."""


class Oddity(NamedTuple):
    """Something that is not what it looks like; `name` is the rule that speaks about it."""

    name: str
    text: str
    start: int
    end: int


class SlotKind(StrEnum):
    """What will be filled in."""

    CITE = "cite"
    OPEN = "open"
    CLOSE = "close"
    TITLE = "title"
    IMAGE = "image"
    WORD = "word"


class Slot(NamedTuple):
    """A place in the HTML that only the whole portal can fill: an address, a title, a word."""

    kind: SlotKind
    target: str
    more: str = ""


@dataclass
class Outline:
    """One walk over a body: its HTML in parts, and its rows."""

    parts: list[str | Slot] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    oddities: list[Oddity] = field(default_factory=list)
    code: list[tuple[int, int]] = field(default_factory=list)
    """Where code stands, in lines and in blocks: signs mean nothing there."""
    paragraphs: list[str] = field(default_factory=list)
    """The words of each block, in order, without markup: for search and for counting."""

    @property
    def words(self) -> int:
        return sum(len(block.split()) for block in self.paragraphs)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word is used, in small letters: several rules ask, and most need no more.

        >>> Outline(paragraphs=["One team, and one more."]).counts["one"]
        2
        """
        return Counter(_WORD.findall("\n".join(self.paragraphs).lower()))

    def join(self) -> None:
        """Put neighbouring pieces of HTML together: each alone takes room for itself."""
        runs = groupby(self.parts, key=lambda part: isinstance(part, Slot))
        self.parts = [
            part
            for is_slot, run in runs
            for part in (run if is_slot else ["".join(run)])  # type: ignore[arg-type]
        ]

    def forget(self) -> None:
        """Let go what was counted: of all entries together it would be most of the memory."""
        self.__dict__.pop("counts", None)


_WORD = re.compile(r"\w+")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_BLANK = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028\u2029\ufeff]")
SCHEMES = ("http:", "https:", "mailto:")


def link_type(target: str) -> LinkType:
    """
    >>> str(link_type("java\\tscript:alert(1)")), str(link_type("../roles/a.md"))
    ('forbidden', 'file')
    """
    bare = _BLANK.sub("", target)
    scheme = _SCHEME.match(bare)
    if scheme:
        fine = scheme.group().lower() in SCHEMES and bare == target and not disguise(bare)
        return LinkType.EXTERNAL if fine else LinkType.FORBIDDEN
    if bare.startswith("#"):
        return LinkType.ANCHOR
    if not bare or bare.startswith(("/", "\\")) or "\\" in bare:
        return LinkType.FORBIDDEN
    return LinkType.FILE
