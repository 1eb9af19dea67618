from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from unicodedata import category, name

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._prose import in_code
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Fix
from lsbuild.text.source import Source

# Thai, Lao, Burmese and Khmer, which part words by U+200B where others have a blank.
_NO_BLANKS = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f]"
# How emoji look is chosen by signs that mean nothing between letters.
_LATIN = "[A-Za-z\u00c0-\u024f]"
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u180e\u2028-\u202e\u2060-\u206f\u2800\u3164\ue000-\uf8ff\ufeff"
    "\uffa0\ufff9-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
    f"|(?<!{_NO_BLANKS})\u200b|\u200b(?!{_NO_BLANKS})"
    f"|(?<={_LATIN})[\ufe00-\ufe0f]+(?={_LATIN})"
    "|[\u061c\u200c-\u200f]+"
)
_JOINERS, _TURNS = set("\u200c\u200d"), set("\u061c\u200e\u200f")
# Arabic and its kin, those of India and around, Mongolian.
_JOINED = re.compile(
    "[\u0590-\u109f\u1780-\u18af\u1900-\u1cff\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010a00-\U00011fff\U0001e900-\U0001eeff]"
)
_FROM_RIGHT = re.compile(
    "[\u0590-\u05ff\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_AROUND = 200
# What may stand between a word and the sign that says where it belongs: `C++`, `(WHO)`.
_BESIDE = re.compile(r"[^\w\s]{0,3}(\w)")
_WRITTEN = re.compile(
    r"\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U00(?:0[\dA-Fa-f]|10)[\dA-Fa-f]{4})|&#?\w{1,40};"
)


class InvisibleCharacter(Rule):
    """A text holds a character that nobody sees and that changes what is read.

    Such characters can make a sentence, a dose or an address show in another order than it is
    stored, or hide words from reviewers; most come along with pasted text. `lsbuild check
    --fix` deletes them. What parts words in Khmer, Thai, Lao and Burmese stays between their
    letters, and so do signs that join or turn letters of other scripts, beside such a letter.
    Characters of private use, such as signs of one font, are found too.
    """

    code = "LS125"
    name = "invisible-character"
    allowed = False

    bad = r"""
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    The team\u200B met once a month.   <!-- <- LS125 -->
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    The team met once a month.
    """

    def check_portal(self, portal: Portal) -> Iterator[Diagnostic]:
        sources = [entry.source for entry in portal.library]
        sources += [vocabulary.source for vocabulary in portal.vocabularies]
        for source in sources:
            if not source.text.isascii():
                for sign, place in _signs(source.text):
                    yield self._found(source, sign, place)
        for entry in portal.library:
            yield from self._written(entry)

    def _written(self, entry: AnyEntry) -> Iterator[Diagnostic]:
        """What is written as a code: `\\u200b` in a field, `&shy;` in a body."""
        source, code = entry.source, in_code(entry)
        for found in _WRITTEN.finditer(source.text):
            start, end = found.span()
            in_field = start < source.body_at
            if in_field is not (found.group()[0] == "\\") or code(start):
                continue
            letter = chr(int(found.group()[2:], 16)) if in_field else unescape(found.group())
            if letter.isascii():
                continue
            before = source.text[max(0, start - _AROUND) : start].rpartition("\n")[2]
            line = before + letter + source.text[end : end + _AROUND].partition("\n")[0]
            if any(place[0] == len(before) for _, place in _signs(line)):
                yield self._found(source, letter[0], found.span())

    def _found(self, source: Source, letter: str, place: tuple[int, int]) -> Diagnostic:
        called = name(letter, "of no name").lower()
        return self.found(
            source,
            source.span(*place),
            f"an invisible character stands here (U+{ord(letter):04X}, {called})",
            "delete it",
            fix=Fix("delete it", *place, ""),
        )


def _signs(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each sign that nobody sees and no script needs where it stands, and its place."""
    at = 0
    for line in text.split("\n"):
        turned = None
        for found in () if line.isascii() else _INVISIBLE.finditer(line):
            start, end = found.span()
            fits = _joins(line[max(0, start - 1) : start], found.group(), line[end : end + 1])
            if not fits and set(found.group()) <= _TURNS:
                turned = bool(_FROM_RIGHT.search(line)) if turned is None else turned
                fits = turned and _at_word(line[max(0, start - 4) : start], line[end : end + 4])
            if not fits:
                yield found.group()[0], (at + start, at + end)
        at += len(line) + 1


def _joins(before: str, signs: str, after: str) -> bool:
    """Whether letters of a script that is joined, or emoji, stand about it."""
    if not set(signs) <= _JOINERS:
        return False
    emoji = (
        signs == "\u200d" and _sort(before) in ("So", "Sk", "Mn") and _sort(after) in ("So", "Sm")
    )
    return emoji or any(_JOINED.match(one) and _sort(one)[0] in "LM" for one in (before, after))


def _at_word(before: str, after: str) -> bool:
    """Whether a letter stands about it; numbers would be read in another order."""
    beside = _BESIDE.match(before[::-1]), _BESIDE.match(after)
    return any(found and found[1].isalpha() for found in beside)


def _sort(letter: str) -> str:
    return category(letter) if letter else "  "
