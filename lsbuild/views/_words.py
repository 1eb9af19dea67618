"""The words a page is found by."""

from __future__ import annotations

from lsbuild.kinds._setting import OtherName
from lsbuild.kinds._told import texts_of
from lsbuild.library.library import AnyEntry
from lsbuild.views._desk import Desk
from lsbuild.views._gone import tells_of_gone
from lsbuild.views.page import Words


def words_of(entry: AnyEntry, desk: Desk) -> Words:
    """The words of an entry: its fields in their order, then its body."""
    data = entry.data
    names = tuple(one.name for one in getattr(data, "names", ()) if isinstance(one, OtherName))
    told = texts_of(data, lambda part: tells_of_gone(part, desk))
    return Words(desk.say(data.label), (*told, *entry.outline.paragraphs), (*names, *data.keywords))
