from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._prose import in_prose
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAY = re.compile(rf"\b(?:{'|'.join(_MONTHS)})[ \t\n]+(?:\d{{1,2}},[ \t\n]+)?(?:19|20)\d\d\b")
# One holder of a post, in the singular: “managers in the district” point to nobody.
_POST = re.compile(
    r"\b(?:the|its|their|one|a|this)[ \t\n]+(?:[a-z-]+[ \t\n]+){0,3}"
    r"(?:manager|director|nurse|matron|midwife|doctor|officer|head|chief|governor|minister|"
    r"councillor|mayor|coordinator|superintendent|chairperson|secretary|supervisor)\b"
)
_PLACE = re.compile(
    r"\b[A-Z][\w’'-]+[ \t\n]+(?:[Dd]istrict|[Ss]ub-?[Cc]ounty|[Ss]ub-?[Dd]istrict|[Cc]linic|"
    r"[Hh]ospital|[Hh]ealth[ \t\n]+[Cc]entre|[Vv]illage|[Ww]ard|[Mm]unicipality)\b"
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
        body = entry.source.body
        # Most texts name no month, and to look for twelve words is far quicker than the pattern.
        if not any(month in body for month in _MONTHS):
            return
        for found, (start, end) in in_prose(entry, _DAY):
            before = body[: found.start()].rpartition("\n\n")[2]
            paragraph = before + body[found.start() :].partition("\n\n")[0]
            post, place = _POST.search(paragraph), self._place(entry, paragraph)
            if post and place:
                yield self.in_body(
                    entry,
                    start,
                    end,
                    says=f"“{' '.join(post.group().split())}”, {place} and {found.group()} "
                    "together are one person",
                    hint="leave one of the three out, or make it wider",
                )

    @staticmethod
    def _place(entry: AnyEntry, paragraph: str) -> str:
        for area in getattr(entry.data, "areas", ()):
            if area.subdivision and area.name and area.name in paragraph:
                return str(area.name)
        found = _PLACE.search(paragraph)
        return " ".join(found.group().split()) if found else ""
