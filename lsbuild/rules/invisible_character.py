from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from unicodedata import name

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._prose import in_code
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Fix
from lsbuild.text.source import Source

# Thai, Lao, Burmese and Khmer, which part words by U+200B where others have a blank.
_NO_BLANKS = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f]"
# Signs that join, part or turn letters of other scripts, and choose how emoji look.
_LATIN = "[A-Za-z\u00c0-\u024f]"
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u3164\uffa0\u2800\u202a-\u202e\u2066-\u2069\u2060-\u2064\ufeff"
    "\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
    f"|(?<!{_NO_BLANKS})\u200b|\u200b(?!{_NO_BLANKS})"
    f"|(?<={_LATIN})[\u200c-\u200f\ufe00-\ufe0f]+(?={_LATIN})"
)
_WRITTEN = re.compile(
    r"\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U00(?:0[\dA-Fa-f]|10)[\dA-Fa-f]{4})|&#?\w{1,40};"
)


class InvisibleCharacter(Rule):
    """A text holds a character that nobody sees and that changes what is read.

    Such characters can make a sentence or an address show in another order than it is
    stored, or hide words from reviewers; most come along with pasted text. `lsbuild check
    --fix` deletes them. What parts words in Khmer, Thai, Lao and Burmese stays between their
    letters, and so do signs that join or turn letters of other scripts. Characters of private
    use, such as signs of one font, are found too.
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
                for found in _INVISIBLE.finditer(source.text):
                    yield self._found(source, found.group()[0], found.span())
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
            about = source.text[start - 1 : start] + letter + source.text[end : end + 1]
            if _INVISIBLE.search(about):
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
