"""Between lines: headings, quotes, lists, tables, code, footnotes."""

from __future__ import annotations

from typing import Any

from lsbuild.text.outline import TITLED, Heading, Slot, SlotKind
from lsbuild.text.words import slug
from lsbuild.text.writer import Handler, Writer, attribute

_ALERTS = {
    "Note": "note",
    "Tip": "tip",
    "Important": "info",
    "Warning": "warning",
    "Caution": "danger",
}


def _heading_start(w: Writer, data: dict[str, Any], start: int, end: int) -> None:
    w.flush()
    w.heading = (len(w.out), start, end)
    w.put("")


def _heading_end(w: Writer, data: str, start: int, end: int) -> None:
    at, start, end = w.heading
    words = "".join(w.block).replace(TITLED, "").strip()
    w.flush()
    written = int(data[1])
    anchor = _unique(w, slug(words).strip("_") or "section")
    w.outline.headings.append(Heading(written, words, anchor, start, end))
    level = max(2, min(6, written + w.shift))
    w.out[at] = f'<h{level} id="{anchor}">'
    w.put(f"</h{level}>\n")


def _unique(w: Writer, anchor: str) -> str:
    one, number = anchor, w.numbers.get(anchor, 1)
    while one in w.taken:
        number += 1
        one = f"{anchor}-{number}"
    w.taken.add(one)
    w.numbers[anchor] = number
    return one


def _rule(w: Writer, data: None, start: int, end: int) -> None:
    w.put("<hr>\n")


def _quote_start(w: Writer, data: str | None, start: int, end: int) -> None:
    if data is None:
        w.put("<blockquote>\n")
        return
    w.put(
        f'<div class="admonition {_ALERTS[data]}">\n<p class="admonition-title">',
        Slot(SlotKind.WORD, data),
        "</p>\n",
    )


def _quote_end(w: Writer, data: str | None, start: int, end: int) -> None:
    w.put("</blockquote>\n" if data is None else "</div>\n")


def _code_start(w: Writer, data: Any, start: int, end: int) -> None:  # noqa: ANN401
    w.flush()
    w.outline.code.append((start, end))
    language = data["Fenced"].split() if isinstance(data, dict) else []
    class_ = f' class="language-{attribute(language[0])}"' if language else ""
    w.put(f"<pre><code{class_}>")


def _code_end(w: Writer, data: None, start: int, end: int) -> None:
    w.flush()
    w.put("</code></pre>\n")


def _list_start(w: Writer, data: int | None, start: int, end: int) -> None:
    w.flush()
    first = "" if data in (None, 1) else f' start="{data}"'
    w.put("<ul>\n" if data is None else f"<ol{first}>\n")


def _list_end(w: Writer, data: bool, start: int, end: int) -> None:
    w.put("</ol>\n" if data else "</ul>\n")


def _item_start(w: Writer, data: None, start: int, end: int) -> None:
    w.put("<li>")


def _item_end(w: Writer, data: None, start: int, end: int) -> None:
    w.flush()
    w.put("</li>\n")


def _table_start(w: Writer, data: tuple[str, ...], start: int, end: int) -> None:
    w.columns, w.table_body = data, False
    w.put('<div class="ls-table"><table>\n')


def _table_end(w: Writer, data: None, start: int, end: int) -> None:
    w.put("</tbody>" if w.table_body else "", "</table></div>\n")


def _head_start(w: Writer, data: None, start: int, end: int) -> None:
    w.cell, w.cell_tag = 0, "th"
    w.put("<thead><tr>")


def _head_end(w: Writer, data: None, start: int, end: int) -> None:
    w.put("</tr></thead>\n")


def _row_start(w: Writer, data: None, start: int, end: int) -> None:
    w.cell, w.cell_tag = 0, "td"
    if not w.table_body:
        w.table_body = True
        w.put("<tbody>")
    w.put("<tr>")


def _cell_start(w: Writer, data: None, start: int, end: int) -> None:
    align = w.columns[w.cell] if w.cell < len(w.columns) else "None"
    class_ = "" if align == "None" else f' class="ls-{align.lower()}"'
    w.put(f"<{w.cell_tag}{class_}>")


def _cell_end(w: Writer, data: None, start: int, end: int) -> None:
    w.flush()
    w.cell += 1
    w.put(f"</{w.cell_tag}>")


def _note_start(w: Writer, data: str, start: int, end: int) -> None:
    w.out = w.note_parts.setdefault(data.casefold(), [])


def _note_end(w: Writer, data: None, start: int, end: int) -> None:
    w.out = w.outline.parts


def footnotes(w: Writer) -> None:
    """Put the notes at the end, numbered by their first mention."""
    shown = [label for label in w.notes if label in w.note_parts]
    if not shown:
        return
    w.put('<div class="footnote"><hr><ol>\n')
    for label in shown:
        number = w.notes[label]
        w.put(
            f'<li id="fn-{number}">',
            *w.note_parts[label],
            f'<a class="footnote-backref" href="#fnref-{number}" aria-label="',
            Slot(SlotKind.WORD, "Back to the text"),
            '">↩</a></li>\n',
        )
    w.put("</ol></div>\n")


LEAVES: dict[str, Handler] = {"Rule": _rule}
STARTS: dict[str, Handler] = {
    "Heading": _heading_start,
    "BlockQuote": _quote_start,
    "CodeBlock": _code_start,
    "List": _list_start,
    "Item": _item_start,
    "Table": _table_start,
    "TableHead": _head_start,
    "TableRow": _row_start,
    "TableCell": _cell_start,
    "FootnoteDefinition": _note_start,
}
ENDS: dict[str, Handler] = {
    "Heading": _heading_end,
    "BlockQuote": _quote_end,
    "CodeBlock": _code_end,
    "List": _list_end,
    "Item": _item_end,
    "Table": _table_end,
    "TableHead": _head_end,
    "TableCell": _cell_end,
    "FootnoteDefinition": _note_end,
}
