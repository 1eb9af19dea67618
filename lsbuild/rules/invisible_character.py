from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import name

from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Fix

# Thai, Lao, Burmese and Khmer, which part words by U+200B where others have a blank.
_NO_BLANKS = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f]"
_INVISIBLE = re.compile(
    "[\u202a-\u202e\u2066-\u2069\u2060-\u2064\ufeff\U000e0000-\U000e0fff]"
    f"|(?<!{_NO_BLANKS})\u200b|\u200b(?!{_NO_BLANKS})"
)


class InvisibleCharacter(Rule):
    """A text holds a character that nobody sees and that changes what is read.

    Such characters can make a sentence or an address show in another order than it is
    stored, or hide words from reviewers; most come along with pasted text. `lsbuild check
    --fix` deletes them. Texts in Arabic or Hebrew need none of these; the space of no width that
    parts words in Khmer, Thai, Lao and Burmese stays between their letters.
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
            if source.text.isascii():
                continue
            for found in _INVISIBLE.finditer(source.text):
                letter = found.group()
                called = name(letter, "a tag").lower()
                yield self.found(
                    source,
                    source.span(*found.span()),
                    f"an invisible character stands here (U+{ord(letter):04X}, {called})",
                    "delete it",
                    fix=Fix("delete it", *found.span(), ""),
                )
