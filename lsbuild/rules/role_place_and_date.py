from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.kinds._told import told_in
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._prose import in_prose
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MOIS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
# A year is looked for first, and what stands before it after: most texts have few.
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)(?:-\d\d-\d\d(?![\w-]))?")
_BEFORE = re.compile(
    rf"(?:\b(?:{'|'.join((*_MONTHS, *_MOIS))}|{_SHORT})[ \t\n]+(?:\d{{1,2}},[ \t\n]+)?"
    r"|(?<![\w/.])\d{1,2}([/.])\d{1,2}\1)$"
)
# One holder of a post, in the singular: “managers in the district” point to nobody.
_POST = re.compile(
    r"\b(?:the|its|their|one|a|this)[ \t\n]+(?:[a-z-]+[ \t\n]+){0,3}"
    r"(?:manager|director|nurse|matron|midwife|doctor|officer|head|chief|governor|minister|"
    r"councillor|mayor|coordinator|superintendent|chairperson|secretary|supervisor)\b"
    r"|\b(?:[Ll][ea]|[Uu]ne?|[Dd]u|[Cc]et?t?e?|[Ss]on|[Ss]a)[ \t\n]+(?:[a-zà-ÿ-]+[ \t\n]+){0,2}?"
    r"(?:directeur|directrice|infirmi(?:er|ère)|médecin|sage-femme|chef|cheffe|maire|ministre|"
    r"gouverneure?|préfète?|responsable|coordinateur|coordinatrice|superviseure?|secrétaire)\b"
    r"|\b[Ll][’'](?:infirmi(?:er|ère)|adjointe?)\b"
)
_PLACE = re.compile(
    r"\b[A-Z][\w’'-]+[ \t\n]+(?:[Dd]istrict|[Ss]ub-?[Cc]ounty|[Ss]ub-?[Dd]istrict|[Cc]linic|"
    r"[Hh]ospital|[Hh]ealth[ \t\n]+[Cc]entre|[Vv]illage|[Ww]ard|[Mm]unicipality)\b"
    r"|\b(?:[Dd]istrict(?:[ \t\n]+sanitaire)?|[Hh]ôpital|[Cc]linique|[Vv]illage|[Cc]ommune|"
    r"[Cc]entre[ \t\n]+de[ \t\n]+santé)[ \t\n]+(?:de[ \t\n]+|d[’'])?(?:[Ll][ea][ \t\n]+)?"
    r"[A-ZÀ-Ý][\w’'-]+"
)


class RolePlaceAndDate(Rule):
    """A paragraph names one post, a small place and a day or month together.

    Each alone is harmless. Together they are a person: somebody held that post there then. Leave
    one of the three out, or make it wider: the year, the county, “a manager”. Where all of it is
    public, as in a printed law, `allow` it with this reason.
    """

    code = "LS420"
    name = "role-place-and-date"
    severity = Severity.WARNING

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    In March 2016 the clinic manager at Example Clinic stopped the meetings.   <!-- <- LS420 -->
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    In 2016 managers of one clinic stopped the meetings.
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        hint = "leave one of the three out, or make it wider"
        for keys, words, _ in told_in(entry.data):
            for found in _YEAR.finditer(words):
                if says := self._says(entry, words, found):
                    yield self.at(entry, *keys, says=says, hint=hint)
        body = entry.source.body
        for found, (start, end) in in_prose(entry, _YEAR):
            if says := self._says(entry, body, found):
                yield self.in_body(entry, start, end, says=says, hint=hint)

    def _says(self, entry: AnyEntry, text: str, year: re.Match[str]) -> str:
        """What a year is one of three of; nothing where it is no day or month, or stands alone."""
        at = year.start()
        day = _BEFORE.search(text, max(0, at - 25), at)
        if day is None and ("-" not in year.group() or text[at - 1 : at] in ("/", "-")):
            return ""
        paragraph = text[:at].rpartition("\n\n")[2] + text[at:].partition("\n\n")[0]
        post, place = _POST.search(paragraph), self._place(entry, paragraph)
        if not (post and place):
            return ""
        when = " ".join(text[day.start() if day else at : year.end()].split())
        return f"“{' '.join(post.group().split())}”, {place} and {when} together are one person"

    @staticmethod
    def _place(entry: AnyEntry, paragraph: str) -> str:
        for area in getattr(entry.data, "areas", ()):
            if area.subdivision and area.name and area.name in paragraph:
                return str(area.name)
        found = _PLACE.search(paragraph)
        return " ".join(found.group().split()) if found else ""
