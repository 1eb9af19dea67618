"""CommonMark and GFM to HTML and outline, in one walk over the parser's events.

HTML is written as a browser would write it back, so that sanitizing it changes nothing:
`views.body` compares the two as strings.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pyromark
from pyromark import Options

from lsbuild.text import blocks, inline
from lsbuild.text.outline import Outline
from lsbuild.text.writer import Writer

_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_GFM
    | Options.ENABLE_DEFINITION_LIST
    | Options.ENABLE_WIKILINKS
)
_PLAIN = {
    "Paragraph": "p",
    "Emphasis": "em",
    "Strong": "strong",
    "Strikethrough": "del",
    "TableRow": "tr",
    "DefinitionList": "dl",
    "DefinitionListTitle": "dt",
    "DefinitionListDefinition": "dd",
}
_INLINE = {"Emphasis", "Strong", "Strikethrough"}
_BLOCKS = {"Paragraph", "TableCell", "Item", "DefinitionListTitle", "DefinitionListDefinition"}
_LEAVES = inline.LEAVES | blocks.LEAVES
_STARTS = inline.STARTS | blocks.STARTS
_ENDS = inline.ENDS | blocks.ENDS


def write(text: str, *, top: int = 2, taken: Iterable[str] = ()) -> Outline:
    """Parse a body.

    `top` is the level at which `##` appears on the page (3 where the body is one section of
    a longer page); `taken` are the ids the page uses itself.
    """
    writer = Writer(top, taken)
    events = pyromark.events_with_range(
        text,
        options=_OPTIONS,
        merge_text=True,
        broken_link_callback=_broken,  # type: ignore[arg-type]
    )
    for event, where in events:
        _handle(writer, event, where["start"], where["end"])
    blocks.footnotes(writer)
    writer.outline.join()
    return writer.outline


def _broken(link: dict[str, Any]) -> tuple[str, str] | None:
    """Let citations through: to the parser they are links to a label nobody defined."""
    return ("@", "") if link["reference"].startswith("@") else None


def _handle(writer: Writer, event: Any, start: int, end: int) -> None:  # noqa: ANN401
    if isinstance(event, str):
        _LEAVES[event](writer, None, start, end)
        return
    ((name, data),) = event.items()
    if name not in ("Start", "End"):
        _LEAVES[name](writer, data, start, end)
        return
    inner, data = (data, None) if isinstance(data, str) else next(iter(data.items()))
    handler = (_STARTS if name == "Start" else _ENDS).get(inner)
    if handler:
        handler(writer, data, start, end)
    else:
        _tag(writer, inner, name == "End")


def _tag(writer: Writer, name: str, end: bool) -> None:
    """Elements that need nothing but their tag."""
    tag = _PLAIN.get(name)
    if tag is None:
        return
    if name in _BLOCKS and end:
        writer.flush()
    line = "\n" if end and name not in _INLINE else ""
    writer.put(f"</{tag}>{line}" if end else f"<{tag}>")
