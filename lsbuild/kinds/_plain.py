"""What plain text and addresses may not hold."""

from __future__ import annotations

import re

from pydantic_core import PydanticCustomError

from lsbuild.text.hosts import disguise

# What ends a line for programs that read one line for each value.
_LINE_END = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def plain(text: str) -> str:
    """Refuse what looks like HTML."""
    found = re.search(r"<[/!a-zA-Z][^>]*>?", text)
    if found:
        raise PydanticCustomError(
            "markup",
            "`{markup}` looks like HTML; this field is plain text",
            {"markup": found.group()},
        )
    return text


def one_line(text: str) -> str:
    """Refuse more than one line."""
    if _LINE_END.search(text):
        raise PydanticCustomError("lines", "more than one line")
    return text


def open_host(address: str) -> str:
    """An address that shows the host it leads to."""
    if says := disguise(address):
        raise PydanticCustomError("host", "`{text}`: {says}", {"text": address, "says": says})
    return address
