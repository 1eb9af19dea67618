from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._prose import in_code
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity
from lsbuild.text.words import shorten

# The engine finds a first letter quickly; what stands before it is looked at after.
_TITLE = re.compile(r"(?:(?:Dr|Drs|Mr|Mrs|Ms|Mx|Prof)\b\.?|(?:Professor|Nurse|Matron|Sister)\b)")
# Accents and vowels may be signs of their own, and one line may end within a name.
_LETTER = r"[\w'’\u0300-\u036f\u0900-\u0963\u0966-\u0dff-]"
_WORD = re.compile(rf"([ \t\xa0\u202f]+|[ \t]?\r?\n[ \t>]*)([^\W\d_]{_LETTER}+)")
_POSTS = re.compile(
    r"(?:Administrator|Aide|Anaesthetist|Assistant|Chair|Clinician|Consultant|Coordinator|Counsellor|"
    r"Director|Director-General|Educator|Emeritus|Head|In-Charge|Lead|Leader|Manager|Mentor|"
    r"Midwife|Midwive|Minister|Officer|Practitioner|President|Researcher|Specialist|Superintendent|"
    r"Supervisor|Trainer|Tutor)s?"
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
            end, named = _name(text, found)
            if named:
                name = " ".join(text[found.start() : end].replace("\n>", "\n").split())
                yield self.found(
                    entry.source,
                    entry.source.span(found.start(), end),
                    f"`{shorten(name, 60)}` looks like a person's name",
                    "write the role, or `allow` it with the reason if the name is public",
                )


def _name(text: str, title: re.Match[str]) -> tuple[int, bool]:
    """Where the words behind a title end, and whether there is more than a post."""
    end, named = title.end(), False
    heading = text.startswith("#", text.rfind("\n", 0, title.start()) + 1)
    while (word := _WORD.match(text, end)) and not word[2][0].islower():
        if heading and "\n" in word[1]:
            break
        named = named or not _POSTS.fullmatch(word[2])
        end = word.end()
    return end, named
