"""JavaScript as readers get it."""

from __future__ import annotations

import re

_BLANK = re.compile(r"^[ \t]*(//.*)?", re.MULTILINE)


def lean(script: str) -> str:
    """A script as readers get it: comments on lines of their own stay with us, and indentation.

    Lines keep their numbers, so that what a browser complains of can be found.
    """
    return _BLANK.sub("", script)
