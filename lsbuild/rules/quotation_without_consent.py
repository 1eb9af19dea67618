from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.kinds._scales import ConsentScope
from lsbuild.kinds._told import told_in
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._consent import has_consent
from lsbuild.rules._prose import in_prose
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity

# Up to the end of the paragraph: an opening sign stands before a word, a closing one behind one.
_QUOTED = re.compile(
    r"(?<![^\s(\[*_])(?:[“\"](?=\S)|«)((?:[^“”«»\"\n]|\n(?!\n)){30,800})(?:(?<=\S)[”\"]|»)"
)
# An apostrophe stands within a word or behind an `s`: any other one ends what ‘somebody’ is called.
_SINGLE = re.compile(
    r"(?<!\w)(?:‘(?=\S)((?:[^‘’\n]|\n(?!\n)|’(?=\w|(?<=[sS]’))){30,800}?)(?<=\S)’(?!\w)"
    r"|„(?=\S)((?:[^„“”\n]|\n(?!\n)){30,800})[“”])"
)
_BLOCK = re.compile(r"(?:^ {0,3}>.*(?:\n|\Z))+", re.MULTILINE)
_SHAPES = ((_QUOTED, '“"«'), (_SINGLE, "‘„"))
"""With what such a quotation begins."""
_OPENING = "".join(signs for _, signs in _SHAPES)
_SENTENCE = 5
"""Words of the longest sentence of a block. Shorter ones are a list or a form, and no speech."""
_SAYS = "these words are quoted without a source or a consent"
_HINT = (
    "cite the text they stand in, name the speaker's consent under `consents`, or say it in your "
    "own words"
)
_FEWEST = 8
"""Words. Fewer are a title, a term, or one word held with tongs."""


class QuotationWithoutConsent(Rule):
    """Somebody's words are quoted, with neither a source nor a consent.

    What was said in a meeting was said to those in the room. Words from a published text need
    their source right after them. Words that were said to us need the speaker's consent, named
    under `consents`. Often the thought in our own words does as well.
    In a field the source is that of the claim.
    """

    code = "LS418"
    name = "quotation-without-consent"
    severity = Severity.WARNING

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    One of them said: “We had two bosses and no idea whom to follow.”   <!-- <- LS418 -->
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    consents:
      - {record: book-2026-015, scope: [quotation], until: 2090-01-01}
    ---
    One of them said: “We had two bosses and no idea whom to follow.”
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        if has_consent(entry, ConsentScope.QUOTATION):
            return
        told = told_in(entry.data) if _has(entry.source.front, _OPENING) else ()
        for keys, words, part in told:
            if _has(words, _OPENING) and not getattr(part, "sources", ()) and _is_quoted(words):
                yield self.at(entry, *keys, says=_SAYS, hint=_HINT)
        body = entry.source.body
        for pattern, signs in _SHAPES:
            for found, (start, end) in in_prose(entry, pattern) if _has(body, signs) else ():
                paragraph = body[found.end() :].partition("\n\n")[0]
                if _is_long(found) and "[@" not in paragraph:
                    yield self.in_body(entry, start, end, says=_SAYS, hint=_HINT)
        for found, (start, end) in in_prose(entry, _BLOCK) if ">" in body else ():
            before = body[: found.start()].rstrip().rpartition("\n\n")[2]
            if _is_speech(found.group()) and "[@" not in before + found.group():
                yield self.in_body(entry, start, end, says=_SAYS, hint=_HINT)


def _has(words: str, signs: str) -> bool:
    """Looking for the signs first is ten times quicker where there are none."""
    return any(sign in words for sign in signs)


def _is_long(found: re.Match[str]) -> bool:
    return len(found[found.lastindex or 0].split()) >= _FEWEST


def _is_quoted(words: str) -> bool:
    return any(_is_long(one) for shape, _ in _SHAPES for one in shape.finditer(words))


def _is_speech(block: str) -> bool:
    """Whether a block is what somebody said: no note, no form, and not found by its signs."""
    words = re.sub(r"^ {0,3}>", "", block, flags=re.MULTILINE).strip()
    longest = max(len(one.split()) for one in re.split(r"[.!?…]", words))
    long = longest >= _SENTENCE and len(words.split()) >= _FEWEST
    return long and not words.startswith("[!") and not _is_quoted(words)
