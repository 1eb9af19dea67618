"""What a walk over Markdown has written so far: HTML in parts, rows, and the open places."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from lsbuild.text.outline import Oddity, Outline, Slot


def escape(text: str) -> str:
    """Text as a browser serialises it inside an element."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\xa0", "&nbsp;")


def attribute(text: str) -> str:
    """Text as a browser serialises it inside a quoted attribute."""
    return escape(text).replace('"', "&quot;")


class Writer:
    """The state that handlers of events share. One writer serves one body."""

    def __init__(self, top: int, taken: Iterable[str]) -> None:
        self.shift = top - 2
        self.outline = Outline()
        self.out: list[str | Slot] = self.outline.parts
        self.taken = set(taken)
        self.numbers: dict[str, int] = {}
        """The last number given to headings of one name."""
        self.block: list[str] = []
        """The words of the block being written."""
        self.alt: list[str] | None = None
        """The words of the image being written, which are not part of the text."""
        self.mute = 0
        """Above nought while words are read that something else will show."""
        self.html_end = 0
        """Where the block of HTML ends that has begun and was not noted yet."""
        self.heading = (0, 0, 0)
        self.columns: tuple[str, ...] = ()
        self.cell, self.cell_tag = 0, "td"
        self.table_body = False
        self.links: list[tuple[dict[str, Any], int, int, int]] = []
        self.notes: dict[str, int] = {}
        self.note_parts: dict[str, list[str | Slot]] = {}

    def put(self, *parts: str | Slot) -> None:
        """Write HTML, unless the words belong to an image or to a slot."""
        if self.alt is None and not self.mute:
            self.out.extend(parts)

    def odd(self, name: str, text: str, start: int, end: int) -> None:
        """Note something for the rule called `name`."""
        self.outline.oddities.append(Oddity(name, text, start, end))

    def flush(self) -> None:
        """End a block of words."""
        words = "".join(self.block).strip()
        if words:
            self.outline.paragraphs.append(words)
        self.block = []


Handler = Callable[[Writer, Any, int, int], None]
"""Takes the writer, what the event carries, and where it stands in bytes."""
