"""Inside a line: text, links, citations, images, marks of footnotes."""

from __future__ import annotations

import re
from typing import Any

from lsbuild.text.outline import (
    TITLED,
    Citation,
    Image,
    Link,
    LinkType,
    Slot,
    SlotKind,
    link_type,
)
from lsbuild.text.writer import Handler, Writer, attribute, escape

_CITATION = re.compile(r"@([a-z0-9][a-z0-9.-]*)(?:,\s*(.+))?$", re.DOTALL)


def _text(w: Writer, data: str, start: int, end: int) -> None:
    if w.alt is not None:
        w.alt.append(data)
        return
    if not w.mute:
        w.block.append(data)
    w.put(escape(data))


def _code(w: Writer, data: str, start: int, end: int) -> None:
    w.outline.code.append((start, end))
    if w.alt is not None:
        w.alt.append(data)
        return
    w.block.append(data)
    w.put(f"<code>{escape(data)}</code>")


def _raw(w: Writer, data: str, start: int, end: int) -> None:
    w.odd("raw-html", data.strip(), start, end)
    w.put(escape(data))


def _html_block(w: Writer, data: None, start: int, end: int) -> None:
    w.html_end = end


def _html(w: Writer, data: str, start: int, end: int) -> None:
    # The lines of a block are one thing, known by the first; not each of them holds a tag.
    if w.html_end:
        w.odd("raw-html", data.strip(), start, w.html_end)
        w.html_end = 0
    w.put(escape(data))


def _soft(w: Writer, data: None, start: int, end: int) -> None:
    _text(w, "\n", start, end)


def _hard(w: Writer, data: None, start: int, end: int) -> None:
    if w.alt is not None:
        w.alt.append("\n")
        return
    w.block.append("\n")
    w.put("<br>\n")


def _task(w: Writer, data: bool, start: int, end: int) -> None:
    done = ' checked=""' if data else ""
    w.put(
        '<input type="checkbox" disabled=""',
        done,
        ' aria-label="',
        Slot(SlotKind.WORD, "done" if data else "to do"),
        '"> ',
    )


def _note_mark(w: Writer, data: str, start: int, end: int) -> None:
    # The parser finds the note of a mark whatever the size of its letters.
    label = data.casefold()
    first = label not in w.notes
    number = w.notes.setdefault(label, len(w.notes) + 1)
    own = f' id="fnref-{number}"' if first else ""
    w.put(f'<sup{own}><a class="footnote-ref" href="#fn-{number}">{number}</a></sup>')


def _link_start(w: Writer, data: dict[str, Any], start: int, end: int) -> None:
    # In a table the bar of `[[entry|words]]` must be escaped, and the parser keeps the backslash.
    data["dest_url"] = data["dest_url"].rstrip("\\")
    w.links.append((data, start, end, len(w.block)))
    if data["id"].startswith("@"):
        _cite(w, data, start, end)
        w.mute += 1
    elif isinstance(data["link_type"], dict):
        w.put(Slot(SlotKind.OPEN, data["dest_url"]))
        if not data["link_type"]["WikiLink"]["has_pothole"]:
            w.put(Slot(SlotKind.TITLE, data["dest_url"]))
            w.mute += 1
    else:
        _open(w, data, start, end)


def _open(w: Writer, data: dict[str, Any], start: int, end: int) -> None:
    target = data["dest_url"]
    if data["link_type"] == "Email":
        target = f"mailto:{target}"
    type_ = link_type(target)
    if type_ is LinkType.FILE:
        w.put(Slot(SlotKind.OPEN, target, "file"))
    elif type_ is not LinkType.FORBIDDEN:
        title = f' title="{attribute(data["title"])}"' if data["title"] else ""
        w.put(f'<a href="{attribute(target)}"{title}>')


def _link_end(w: Writer, data: None, start: int, end: int) -> None:
    link, start, end, since = w.links.pop()
    words = "".join(w.block[since:]).replace(TITLED, "")
    target = link["dest_url"]
    if link["id"].startswith("@"):
        w.mute -= 1
        return
    if isinstance(link["link_type"], dict):
        w.mute -= not link["link_type"]["WikiLink"]["has_pothole"]
        w.put(Slot(SlotKind.CLOSE, target))
        w.outline.links.append(Link(LinkType.ENTRY, target, words, start, end))
        if not words:
            w.block.append(TITLED)
        return
    target = f"mailto:{target}" if link["link_type"] == "Email" else target
    type_ = link_type(target)
    w.outline.links.append(Link(type_, target, words, start, end))
    if type_ is LinkType.FILE:
        w.put(Slot(SlotKind.CLOSE, target, "file"))
    elif type_ is not LinkType.FORBIDDEN:
        w.put("</a>")


def _cite(w: Writer, data: dict[str, Any], start: int, end: int) -> None:
    match = _CITATION.match(data["id"])
    several = match is not None and re.search(r"[;,]\s*@", match.group(2) or "")
    if match is None or several or data["link_type"] != "ShortcutUnknown":
        w.odd("malformed-citation", data["id"], start, end)
        return
    source, locator = match.group(1), " ".join((match.group(2) or "").split())
    under = w.outline.headings[-1].id if w.outline.headings else ""
    w.outline.citations.append(Citation(source, locator, start, end, under))
    w.put(Slot(SlotKind.CITE, source, locator))
    # Among the words there is no citation, and before a full stop no blank.
    if w.block:
        w.block[-1] = w.block[-1].rstrip()


def _image_start(w: Writer, data: dict[str, Any], start: int, end: int) -> None:
    w.links.append((data, start, end, 0))
    w.alt = []


def _image_end(w: Writer, data: None, start: int, end: int) -> None:
    image, start, end, _ = w.links.pop()
    alt, w.alt = "".join(w.alt or []).strip(), None
    if image["id"].startswith("@"):
        w.odd("malformed-citation", image["id"], start, end)
        return
    w.outline.images.append(Image(image["dest_url"], alt, start, end))
    if link_type(image["dest_url"]) is LinkType.FILE:
        w.put(Slot(SlotKind.IMAGE, image["dest_url"], alt))


LEAVES: dict[str, Handler] = {
    "Text": _text,
    "Code": _code,
    "Html": _html,
    "InlineHtml": _raw,
    "SoftBreak": _soft,
    "HardBreak": _hard,
    "TaskListMarker": _task,
    "FootnoteReference": _note_mark,
}
STARTS: dict[str, Handler] = {
    "Link": _link_start,
    "Image": _image_start,
    "HtmlBlock": _html_block,
}
ENDS: dict[str, Handler] = {"Link": _link_end, "Image": _image_end}
