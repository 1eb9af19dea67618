"""A body's HTML: its parts filled with what only the portal knows, then sanitized.

The writer serialises as a browser does, so sanitizing must change nothing. Where it does, the
checker and the sanitizer disagree about what is safe, and the build stops (`NotSafe`).
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from pathlib import PurePosixPath

import nh3

from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.text.outline import Slot, SlotKind
from lsbuild.text.writer import attribute, escape
from lsbuild.views._desk import Desk, href, shown_locator
from lsbuild.views._gone import is_gone

_TAGS = {
    "p",
    "br",
    "hr",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "strong",
    "em",
    "del",
    "sup",
    "code",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "a",
    "img",
    "div",
    "input",
    "cite",
    "span",
}
_ATTRIBUTES = {
    "*": {"id", "class", "aria-label"},
    "a": {"href", "title"},
    "img": {"src", "alt", "loading", "width", "height"},
    "ol": {"start"},
    "input": {"type", "disabled", "checked"},
}


class NotSafe(Exception):
    """The writer let something through that the sanitizer took away."""


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name in ("href", "src") and value.startswith(("//", "\\")):
        return None
    if name == "id" and value.startswith("__"):
        return None
    return value


def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        attribute_filter=_attribute,
        strip_comments=True,
    )


_CLEANER = _cleaner()


def body_html(entry: AnyEntry, desk: Desk, clean: Callable[[str], str] = _CLEANER.clean) -> str:
    """The HTML of an entry's body as it stands on its own page; raises `NotSafe`."""
    html = "".join(
        part if isinstance(part, str) else _fill(part, entry, desk) for part in entry.outline.parts
    )
    cleaned = clean(html)
    if cleaned != html:
        raise NotSafe(f"{entry.source.path}: {_difference(html, cleaned)}")
    return html


def parted(html: str, anchor: str) -> tuple[str, str]:
    """A body before and from the heading with this anchor; nothing before where there is none."""
    at = html.find(f'<h2 id="{anchor}">') if anchor else 0
    return html[:at], html[at:]


def _difference(html: str, cleaned: str) -> str:
    at = next((i for i, (a, b) in enumerate(zip(html, cleaned, strict=False)) if a != b), 0)
    return f"`{html[at : at + 60]}` became `{cleaned[at : at + 60]}`"


def _fill(slot: Slot, entry: AnyEntry, desk: Desk) -> str:
    return _FILLERS[slot.kind](slot, entry, desk)


def _cite(slot: Slot, entry: AnyEntry, desk: Desk) -> str:
    source = desk.source(slot.target)
    if source is None:
        return escape(f"({slot.target})")
    where = shown_locator(slot.more)
    locator = f", {escape(where)}" if where else ""
    label = escape(desk.references.label(source))
    return f'<cite class="ls-cite">(<a href="#ref-{slot.target}">{label}</a>{locator})</cite>'


def _target(slot: Slot, entry: AnyEntry, desk: Desk) -> tuple[AnyEntry | None, str]:
    """The entry a link leads to, and the anchor on its page."""
    address, hash_, anchor = slot.target.partition("#")
    if slot.more == "file":
        found = desk.library.by_path.get(beside(entry, address))
        return (found if found and found.is_public else None), hash_ + anchor
    return desk.find(Ref.parse(address)), hash_ + anchor


def beside(entry: AnyEntry, target: str) -> PurePosixPath:
    """A relative path in a body, as a path below `content/`."""
    return PurePosixPath(posixpath.normpath(posixpath.join(entry.source.path.parent, target)))


def _open(slot: Slot, entry: AnyEntry, desk: Desk) -> str:
    found, anchor = _target(slot, entry, desk)
    if found is not None:
        kind = ' class="ls-term"' if found.ref.kind == "term" else ""
        return f'<a href="{attribute(href(entry.url, found.url) + anchor)}"{kind}>'
    asset = asset_of(slot.target, entry, desk)
    return f'<a href="{attribute(asset)}">' if asset else ""


def _close(slot: Slot, entry: AnyEntry, desk: Desk) -> str:
    found, _ = _target(slot, entry, desk)
    return "</a>" if found is not None or asset_of(slot.target, entry, desk) else ""


def asset_of(target: str, entry: AnyEntry, desk: Desk) -> str:
    """The address of a picture or file beside the page, or nothing."""
    path = beside(entry, target)
    if path in desk.library.assets:
        return href(entry.url, f"media/{path}")
    return ""


def title_of(target: str, desk: Desk) -> str:
    """What a link without words of its own shows, also where readers cannot go."""
    ref = Ref.parse(target.partition("#")[0])
    found = desk.find(ref)
    if found is not None:
        return found.data.title
    return desk.say("a page that is no longer shown") if is_gone(ref, desk) else target


def _title(slot: Slot, entry: AnyEntry, desk: Desk) -> str:
    return escape(title_of(slot.target, desk))


def _image(slot: Slot, entry: AnyEntry, desk: Desk) -> str:
    asset = asset_of(slot.target, entry, desk)
    if not asset:
        return escape(slot.more)
    return f'<img src="{attribute(asset)}" alt="{attribute(slot.more)}" loading="lazy">'


def _word(slot: Slot, entry: AnyEntry, desk: Desk) -> str:
    return attribute(desk.say(slot.target))


_FILLERS: dict[SlotKind, Callable[[Slot, AnyEntry, Desk], str]] = {
    SlotKind.CITE: _cite,
    SlotKind.OPEN: _open,
    SlotKind.CLOSE: _close,
    SlotKind.TITLE: _title,
    SlotKind.IMAGE: _image,
    SlotKind.WORD: _word,
}
