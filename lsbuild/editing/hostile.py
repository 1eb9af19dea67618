"""Words from strangers as plain text: nothing in them steers a screen, a page or a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_TAG = re.compile(r"<[/!a-zA-Z][^<>]*>")
_OPEN = re.compile(r"<(?=[/!a-zA-Z])")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_MONTH = r"(?:\d\d\.)?\d\d\.(?:19|20)\d\d"
# From one month to another has as many figures as a number that somebody can call.
_PERIOD = rf"{_MONTH}[ -]{_MONTH}(?![ ().-]?\d)"
_PHONE = re.compile(rf"(?<!\w)(?!{_PERIOD})(?:\+\d|0\d)(?:[ ().-]?\d){{7,13}}(?!\w)")
# Letters of Persian, Hindi and many emoji are joined by these two.
_JOINERS = "\u200c\u200d"
_GONE = {"Cc", "Cf", "Cs", "Co", "Cn"}
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~&$])")
_BLOCK = re.compile(r"^(\s*)([#>=+:-]|\d+(?=[.)]))", re.MULTILINE)


class Cleaner:
    """Cleans texts one after another, and counts what it left out of them."""

    def __init__(self) -> None:
        self.left_out: Counter[str] = Counter()
        """How often what was left out: `invisible`, `markup`, `mail`, `phone`."""

    def text(self, raw: str) -> str:
        """The letters a reader sees, line by line."""
        text = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", raw))
        kept = "".join(map(self._letter, text))
        kept = self._without(_TAG, "markup", "", kept)
        kept = _OPEN.sub("< ", kept)
        return "\n".join(" ".join(line.split()) for line in kept.split("\n")).strip()

    def public(self, raw: str) -> str:
        """The same without ways to reach a person, which do not belong in a public file."""
        kept = self._without(_MAIL, "mail", "…", self.text(raw))
        return self._without(_PHONE, "phone", "…", kept)

    def _letter(self, letter: str) -> str:
        if letter in "\n" or letter in _JOINERS:
            return letter
        if letter == "\t" or unicodedata.category(letter) == "Zs":
            return " "
        if unicodedata.category(letter) in _GONE:
            self.left_out["invisible"] += 1
            return ""
        return letter

    def _without(self, pattern: re.Pattern[str], what: str, instead: str, text: str) -> str:
        kept, number = pattern.subn(instead, text)
        if number:
            self.left_out[what] += number
        return kept


def as_markdown(text: str) -> str:
    """Plain text that reads the same as Markdown: no link, picture, heading or citation in it.

    >>> print(as_markdown("# [@a](javascript:b)"))
    \\# \\[@a\\](javascript:b)
    """
    return _BLOCK.sub(_escape_first, _MARKDOWN.sub(r"\\\1", text))


def _escape_first(found: re.Match[str]) -> str:
    space, sign = found.groups()
    return f"{space}{sign}\\" if sign.isdigit() else f"{space}\\{sign}"
