"""Words that no field took: they stand at the end of the draft, marked, for a person to move."""

from __future__ import annotations

from typing import NamedTuple

from lsbuild.editing.arrived import Block
from lsbuild.editing.hostile import as_markdown


class Aside(NamedTuple):
    """Words that no field took."""

    heading: str
    why: str
    blocks: tuple[Block, ...]
    kept: bool = True
    """Whether they stand at the end of the draft."""


def body(story: list[Block], asides: list[Aside]) -> str:
    """The story, and below it what found no place; all of it as plain words."""
    parts = [_paragraphs(story)] if story else []
    for one in asides:
        if one.kept:
            todo = f"TODO: {one.why[:1].upper()}{one.why[1:]}. Move these words, or delete them."
            parts.append(f"## {as_markdown(one.heading)}\n\n{todo}\n\n{_paragraphs(one.blocks)}")
    return "\n" + "\n\n".join(parts) + "\n" if parts else ""


def _paragraphs(blocks: list[Block] | tuple[Block, ...]) -> str:
    made, before = "", ""
    for block in blocks:
        if block.role == "unticked":
            continue
        text = as_markdown(block.text)
        if block.role == "heading":
            text = "## " + " ".join(text.split())
        if block.role in ("item", "ticked"):
            text = "- " + text.replace("\n", "\n  ")
        gap = "" if not made else "\n" if before == block.role == "item" else "\n\n"
        made, before = f"{made}{gap}{text}", block.role
    return made
