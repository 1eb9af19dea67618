"""The pieces of a page that was made of a Word file, with each row of a table in one of them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

TICK = re.compile(r"(?:[-*]\s*)?(?:\[(?P<box>[ xX]?)\]|(?P<sign>[☐☑☒✓✔]))\s*")
"""A box, ticked or not."""
ROW = "row"
BETWEEN = " | "
"""What stands between the cells of a row."""


class Page(HTMLParser):
    """The headings, paragraphs and items of what mammoth made."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[str, str]] = []
        self.role = "text"
        self.words: list[str] = []
        self.rows: list[list[int]] = []
        """Of each row that is open, the block with which each of its cells begins."""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "br":
            self.words.append("\n")
        elif tag in ("p", "li", "td", "th", "tr") or re.fullmatch(r"h[1-6]", tag):
            self._end()
            heading = tag[0] == "h" and tag[1:].isdigit()
            self.role = "heading" if heading else "item" if tag == "li" else "text"
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append(len(self.blocks))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "li", "td", "th") or re.fullmatch(r"h[1-6]", tag):
            self._end()
        if tag == "tr" and self.rows:
            self._end_row(self.rows.pop())

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def close(self) -> None:
        super().close()
        self._end()

    def _end(self) -> None:
        text = "".join(self.words).strip()
        self.words = []
        if text:
            self.blocks.append((self.role, text))
        self.role = "text"

    def _end_row(self, starts: list[int]) -> None:
        """One block for all cells of a row: apart, each would be taken for a claim of its own."""
        ends = [*starts, len(self.blocks)][1:]
        cells = [self.blocks[start:end] for start, end in zip(starts, ends, strict=True)]
        filled = [[" ".join(text.split()) for _, text in cell] for cell in cells if cell]
        boxes = any(TICK.match(text) for cell in filled for text in cell)
        if len(filled) > 1 and not boxes:
            row = BETWEEN.join(" ".join(cell) for cell in filled)
            self.blocks[starts[0] :] = [(ROW, row)]
