from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.kinds._scales import ConsentScope
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
_OPENING = '“"«'
_FEWEST = 8
"""Words. Fewer are a title, a term, or one word held with tongs."""


class QuotationWithoutConsent(Rule):
    """Somebody's words are quoted, with neither a source nor a consent.

    What was said in a meeting was said to those in the room. Words from a published text need
    their source right after them. Words that were said to us need the speaker's consent, named
    under `consents`. Often the thought in our own words does as well.
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
        body = entry.source.body
        if not any(sign in body for sign in _OPENING):
            return
        for found, (start, end) in in_prose(entry, _QUOTED):
            paragraph = body[found.end() :].partition("\n\n")[0]
            if len(found[1].split()) >= _FEWEST and "[@" not in paragraph:
                yield self.in_body(
                    entry,
                    start,
                    end,
                    says="these words are quoted without a source or a consent",
                    hint="cite the text they stand in, name the speaker's consent under "
                    "`consents`, or say it in your own words",
                )
