"""Signs that nobody sees, as they stand in a text or written as a code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""What steers a terminal or ends a text for some programs; tabs and line ends are no such thing."""
_HIDDEN = re.compile(
    "[\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
# Python reads some of them as browsers do, and others not as the Markdown parser does.
_CODED = re.compile(r"&#(?:[xX]0*([\da-fA-F]{1,6})|0*(\d{1,7}));?")


def coded_controls(text: str) -> Iterator[re.Match[str]]:
    """Each control character that HTML or Markdown writes as its number.

    >>> [found.group() for found in coded_controls("&#27; &#x9b; &#65;")]
    ['&#27;', '&#x9b;']
    """
    for found in _CODED.finditer(text):
        number = int(found[1], 16) if found[1] else int(found[2])
        if number < 0xA0 and CONTROL.match(chr(number)):
            yield found


def as_seen(text: str) -> tuple[str, Sequence[int]]:
    """A text without the signs that nobody sees, and where each of its letters stood.

    >>> as_seen("a\\u200db")[0], list(as_seen("a\\u200db")[1])
    ('ab', [0, 2, 3])
    """
    if text.isascii() or not _HIDDEN.search(text):
        return text, range(len(text) + 1)
    kept = [at for at, letter in enumerate(text) if not _HIDDEN.match(letter)]
    return "".join(text[at] for at in kept), [*kept, len(text)]
