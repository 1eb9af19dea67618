from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._prose import in_code
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity

# The engine finds a first letter quickly; what stands before it is looked at after.
_NAME = re.compile(
    r"(?:Dr|Drs|Mr|Mrs|Ms|Mx|Prof|Professor|Nurse|Matron|Sister)\b\.?[ \t]+"
    r"(?!of\b)[A-Z][\w'’-]+(?:[ \t]+[A-Z][\w'’-]+)*"
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
        for found in _NAME.finditer(text):
            inside = text[found.start() - 1 : found.start()].isalnum()
            if not inside and not code(found.start()):
                yield self.found(
                    entry.source,
                    entry.source.span(*found.span()),
                    f"`{found.group()}` looks like a person's name",
                    "write the role, or `allow` it with the reason if the name is public",
                )
