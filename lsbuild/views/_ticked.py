"""Words between backticks, which pages show as code."""

from __future__ import annotations

from lsbuild.views.page import Plain


def ticked(text: str) -> list[Plain]:
    """The parts of a text in their order, each with whether it is code.

    >>> ticked("Write `KE`.")
    [{'text': 'Write ', 'code': False}, {'text': 'KE', 'code': True}, {'text': '.', 'code': False}]
    """
    parts = enumerate(text.split("`"))
    return [{"text": part, "code": place % 2 == 1} for place, part in parts if part]
