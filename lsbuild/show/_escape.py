"""Words of authors in Markdown that GitHub shows: they call nobody and become no link or HTML."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[!-&(-+./:<-@\[-`{-~]")
# Between these and the next letter nothing may stand that GitHub reads as a name or a number.
_CALLS = re.compile(r"\\[@#]")


def safe(text: str) -> str:
    """A sentence whose words in backticks are code and whose signs mean nothing."""
    pieces = text.split("`")
    if len(pieces) % 2 == 0:
        # A backtick without its other half is a letter like any other.
        pieces[-2:] = [f"{pieces[-2]}`{pieces[-1]}"]
    return "".join(
        code(piece) if index % 2 and piece.strip() else _plain(piece)
        for index, piece in enumerate(pieces)
    )


def _plain(text: str) -> str:
    return _CALLS.sub("\\g<0>\u200b", _SIGNS.sub(r"\\\g<0>", text))


def code(text: str) -> str:
    """Text as code, in a fence longer than any within it."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    room = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{room}{text}{room}{fence}"
