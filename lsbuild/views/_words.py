"""The words a page is found by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.kinds._setting import OtherName
from lsbuild.kinds._told import texts_of
from lsbuild.library.library import AnyEntry
from lsbuild.text.outline import TITLED, LinkType
from lsbuild.views._body import title_of
from lsbuild.views._desk import Desk
from lsbuild.views._gone import tells_of_gone
from lsbuild.views.page import Words


def words_of(entry: AnyEntry, desk: Desk) -> Words:
    """The words of an entry: its fields in their order, then its body."""
    data = entry.data
    names = tuple(one.name for one in getattr(data, "names", ()) if isinstance(one, OtherName))
    told = texts_of(data, lambda part: tells_of_gone(part, desk))
    blocks = (*told, *_body(entry, desk))
    return Words(desk.say(data.label), blocks, (*names, *data.keywords))


def _body(entry: AnyEntry, desk: Desk) -> Iterator[str]:
    """The words of the body, with the titles that its links show."""
    titles = (
        title_of(link.target, desk)
        for link in entry.outline.links
        if link.type is LinkType.ENTRY and not link.text
    )
    for block in entry.outline.paragraphs:
        yield re.sub(TITLED, lambda _: next(titles, ""), block)
