from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity

LIMIT = 55
# One set of signs to begin with, since the engine looks for such quickly; of many dots, the first.
_END = re.compile(
    r"[.!?:।॥።؟۔。！？]"
    r"(?:(?<=[.!?:])(?<![.!?:]{2})[.!?:]*(?:\s|$)|(?<![.!?:])[।॥።؟۔。！？]*\s*)"
)
# Latin, Greek and Cyrillic: elsewhere letters, words and sentences have other lengths.
_MEASURED = re.compile(r"[a-zß-\u052f\u1e00-\u1fff]")


class HardToRead(Rule):
    """A text is hard to read.

    Many readers have English as their second or third language and read on a phone, between
    two meetings. LIX adds the length of sentences and the share of long words: a newspaper has
    40 to 50, a law 60. Cut long sentences in two, and take the shorter word.
    """

    code = "LS320"
    name = "hard-to-read"
    severity = Severity.ADVICE

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson   # <- LS320
    ---
    Organisational institutionalisation of collaborative learning arrangements necessitates
    continuous negotiation between decentralised administrative authorities, implementing
    organisations and representatives of participating communities, particularly throughout
    transitional restructuring periods characterised by constrained financial resources,
    considerable managerial discontinuity, comparatively fragmented accountability relationships
    and systematically underestimated coordination requirements affecting practically everybody
    responsible for operational planning, supportive supervision, information management,
    community participation, intersectoral collaboration, sustainable financing, continuing
    professional development and comprehensive organisational performance improvement.
    Organisational preconditions, notwithstanding contextual heterogeneity, predominantly
    concern psychological safety, distributed leadership, protected reflective opportunities,
    trustworthy relationships, appropriately disaggregated information, decentralised
    decision-making responsibilities, sufficiently flexible financing arrangements and
    institutionalised mechanisms facilitating bidirectional communication between facilities,
    districts, provinces and ministries, complemented through externally accompanied capacity
    strengthening interventions, systematic documentation practices and participatory evaluation.
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    A team learns when it has time to look at its own work. It asks what went well, and what
    did not. Then it changes one thing, and looks again after a month.
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        if entry.outline.words < 100:
            return
        value = round(lix(entry.outline.paragraphs, entry.outline.counts))
        if value > LIMIT:
            yield self.at(
                entry,
                "title",
                says=f"the text below is hard to read (LIX {value})",
                hint=f"aim at less than {LIMIT}: shorter sentences, shorter words",
            )


def lix(paragraphs: Iterable[str], counts: Mapping[str, int]) -> float:
    """Words per sentence, and words of more than six letters per hundred (Björnsson 1968).

    Nought for a text in a script that it was not made for.

    >>> lix(["We met. We met people"], {"we": 2, "met": 2, "people": 1})
    2.5
    """
    strange = sum(
        n
        for word, n in counts.items()
        if word[0] > "z" and word[0].isalpha() and not _MEASURED.match(word)
    )
    words = sum(counts.values())
    if strange > words / 2:
        return 0
    sentences = sum(map(_sentences, paragraphs)) or 1
    long = sum(number for word, number in counts.items() if len(word) > 6)
    return words / sentences + 100 * long / max(1, words)


def _sentences(paragraph: str) -> int:
    """An item of a list, a heading or a cell ends with its words, and needs no full stop."""
    ends = [found.end() for found in _END.finditer(paragraph)]
    return len(ends) + (ends[-1:] != [len(paragraph)])
