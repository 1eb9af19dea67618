from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._prose import in_code
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity
from lsbuild.text.words import shorten

_SHORT = "Dr Drs Mr Mrs Ms Mx Prof Mme Mlle MM Pr"
_LONG = (
    "Professor Nurse nurse Matron matron Midwife midwife Sister Docteur docteur Docteure docteure "
    "Professeur professeur Professeure professeure Sage-femme sage-femme Infirmier infirmier "
    "Infirmière infirmière Monsieur monsieur Madame madame"
)


def _by_letter(patterns: list[str]) -> str:
    """Any of the patterns: the engine looks for first letters quickly, each once."""
    groups = groupby(sorted(patterns), key=itemgetter(0))
    return "|".join(f"{first}(?:{'|'.join(one[1:] for one in group)})" for first, group in groups)


_TITLE = re.compile(
    _by_letter(
        [
            *(rf"{one}\b\.?" for one in _SHORT.split()),
            r"M\.",
            *(rf"{one}\b" for one in _LONG.split()),
        ]
    )
)
_INITIAL = re.compile(r"(?:\b[A-Z]\.?[ -]|[A-Z]\.)$")
# Accents and vowels may be signs of their own, and one line may end within a name.
_LETTER = r"[\w'’\u0300-\u036f\u0900-\u0963\u0966-\u0dff-]"
_WORD = re.compile(rf"([ \t\xa0\u202f]+|[ \t]?\r?\n[ \t>]*)([^\W\d_]{_LETTER}+)")
_POSTS = re.compile(
    r"(?:Administrator|Aide|Anaesthetist|Assistant|Chair|Clinician|Consultant|Coordinator|Counsellor|"
    r"Chairman|Chairperson|Chairwoman|Director|Director-General|Educator|Emeritus|Head|In-Charge|"
    r"Lead|Leader|Manager|Mentor|Midwife|Midwive|Minister|Officer|Practitioner|President|"
    r"Researcher|Speaker|Specialist|Superintendent|"
    r"Supervisor|Trainer|Tutor)s?"
)
# What is called after somebody who is long known; the clinic of a doctor leads to the doctor.
_HOUSES = re.compile(r"Hospitals?|Schools?|College|University|Institute|Foundation|Award|Memorial")


# A name and then, between commas, one post: “Anna Wanjiru, the nurse in charge, …”. A place has a
# preposition before it, or says what it is.
_POST = re.compile(
    r",[ \t\n]+(?:the|its|our|their|a|then|la|le|une?)[ \t\n]+(?:[a-zà-ÿ-]+[ \t\n]+){0,3}?"
    r"(?:manager|director|nurse|matron|midwife|doctor|officer|head|chief|governor|coordinator|"
    r"superintendent|chairperson|secretary|supervisor|directrice|directeur|infirmi(?:er|ère)|"
    r"médecin|sage-femme|responsable)\b(?:[ \t\n]+[a-zà-ÿ-]+){0,4}[,.;:)]"
)
_NAME = r"[^\W\d_a-z][\w'’-]+"
_NAMED = re.compile(rf"(?<![\w-]){_NAME}(?:[ \t\n]+{_NAME}){{1,2}}$")
_LONGEST = 120
"""Letters of a name that are looked at."""
_AT = re.compile(
    r"\b(?:in|at|from|across|of|near|outside|to|en|à|au|aux|de|du|dans)[ \t\n]+$", re.I
)
_PLACES = re.compile(
    r"\b(?:County|District|Province|City|Town|Region|State|Republic|Africa|Health|Hospital|Clinic|"
    r"Centre|Ministry|Department|University|Institute|Act|Plan|Policy|Programme|Committee|Team)\b"
)


class PersonalName(Rule):
    """A page seems to name a person where only roles belong.

    Managers and health workers spoke in meetings, not for the whole world to find them by
    name years later. Write the role: “the district manager”. For somebody who is named in
    public, such as the author of an idea, `allow` this with the reason.
    """

    code = "LS416"
    name = "personal-name"
    severity = Severity.WARNING

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Then Nurse Example opened the meeting.   <!-- <- LS416 -->
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Then the nurse in charge opened the meeting.
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        if entry.ref.kind == "source":
            return
        text, code = entry.source.text, in_code(entry)
        end = 0
        for found in _TITLE.finditer(text):
            inside = text[found.start() - 1 : found.start()].isalnum()
            if found.start() < end or inside or code(found.start()):
                continue
            if found.group() == "M." and _INITIAL.search(text, 0, found.start()):
                continue
            end, named = _name(text, found)
            if named:
                name = " ".join(text[found.start() : end].replace("\n>", "\n").split())
                yield self._found(entry, found.start(), end, name)

        for post in _POST.finditer(text):
            one = _NAMED.search(text, max(0, post.start() - _LONGEST), post.start())
            if one is None or code(one.start()):
                continue
            if _AT.search(text, max(0, one.start() - 12), one.start()):
                continue
            name = " ".join(one.group().split())
            if not _PLACES.search(name) and all(word[0].isupper() for word in name.split()):
                yield self._found(entry, one.start(), one.end(), name)

    def _found(self, entry: AnyEntry, start: int, end: int, name: str) -> Diagnostic:
        return self.found(
            entry.source,
            entry.source.span(start, end),
            f"`{shorten(name, 60)}` looks like a person's name",
            "write the role, or `allow` it with the reason if the name is public",
        )


def _name(text: str, title: re.Match[str]) -> tuple[int, bool]:
    """Where the words behind a title end, and whether there is more than a post."""
    end, named, last = title.end(), False, ""
    heading = text.startswith("#", text.rfind("\n", 0, title.start()) + 1)
    while (word := _WORD.match(text, end)) and not word[2][0].islower():
        if heading and "\n" in word[1]:
            break
        named = named or not _POSTS.fullmatch(word[2])
        last, end = word[2], word.end()
    return end, named and not _HOUSES.fullmatch(last)
