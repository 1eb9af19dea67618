from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._attached import attached
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity
from lsbuild.text.signs import as_seen
from lsbuild.text.source import Source

# Numbers in addresses and identifiers have a sign before or behind them, and are left alone.
# Between digits Word writes spaces and hyphens that do not break.
_DIGITS = re.compile(r"\d[\d \xa0\u202f().\u2011-]{6,18}\d(?![\w/]|[.\u2011-]\w)")
_BEFORE = re.compile(r"(?:^|[^\w./:@=\u2011-])([+(]{0,2})$")
# Begun at the sign, since names of sources have it too and stand in every paragraph.
_HOST = re.compile(r"@[\w-]+(?:\.[\w-]+)+")
_BOX = re.compile(r"(?<![\w@/.-])[\w.+-]{1,64}$")
# RFC 2606 keeps these for examples: they lead to nobody.
_NOBODY = re.compile(r"[@.]example(?:\.\w+)?$")
# A year and a hyphen begin the number of a grant; those of persons have spaces there, or nothing.
_GRANT = re.compile(r"(?:19[89]|20[0-3])\d[-\u2011]")


class PersonalData(Rule):
    """A text holds what looks like a telephone number, an e-mail address or a number of a person.

    These lead to somebody, and copies of them cannot be called back. Leave them out. What an
    organisation publishes itself may be `allow`ed, with the reason. Tables and captions beside the
    pages are read too.
    """

    code = "LS421"
    name = "personal-data"
    severity = Severity.WARNING

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Ring the facilitator: +27 82 123 4567.   <!-- <- LS421 -->
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Ring the facilitator. Of 1,234,567 people, 12 000 did.
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        return self._in(entry.source, _regions((entry,)), portal)

    def check_portal(self, portal: Portal) -> Iterator[Diagnostic]:
        for source in attached(portal.library):
            yield from self._in(source, (), portal)

    def _in(self, source: Source, regions: tuple[str, ...], portal: Portal) -> Iterator[Diagnostic]:
        text, places = as_seen(source.text)
        for what, start, end in _found_in(text, regions, portal):
            yield self.found(
                source,
                source.span(places[start], places[end - 1] + 1),
                f"this looks like {what}",
                "leave it out, or `allow` it where an organisation publishes it",
            )


def _found_in(
    text: str, regions: tuple[str, ...], portal: Portal
) -> Iterator[tuple[str, int, int]]:
    for found in _DIGITS.finditer(text):
        before = _BEFORE.search(text[max(0, found.start() - 3) : found.start()])
        if before and not regions and found.group().startswith("0"):
            # What says no country of its own is read as of those of the whole collection.
            regions = _regions(portal.library)
        what = _number(before[1] + found.group(), regions) if before else ""
        if what:
            yield what, *found.span()
    for host in _HOST.finditer(text):
        box = _BOX.search(text, max(0, host.start() - 65), host.start())
        if box and not _NOBODY.search(host.group()):
            yield "an e-mail address", box.start(), host.end()


def _regions(entries: Iterable[AnyEntry]) -> tuple[str, ...]:
    areas = (area for entry in entries for area in getattr(entry.data, "areas", ()))
    return tuple(sorted({area.country for area in areas}))


def _number(text: str, regions: tuple[str, ...]) -> str:
    """What a run of digits is, as far as its own check digits and plans of numbers tell."""
    text = text.replace("\u202f", " ")  # which the plans of numbers do not know as a space
    digits = re.sub(r"\D", "", text)
    if text.startswith(("+", "0", "(")) and 9 <= len(digits) <= 15:
        return "a telephone number" if _is_telephone(text, regions) else ""
    if 12 <= len(digits) <= 19 and not _GRANT.match(text):
        return _of_a_person(digits)
    return ""


def _is_telephone(text: str, regions: tuple[str, ...]) -> bool:
    import phonenumbers

    for region in (None,) if "+" in text else regions:
        try:
            if phonenumbers.is_valid_number(phonenumbers.parse(text, region)):
                return True
        except phonenumbers.NumberParseException:
            continue
    return False


def _of_a_person(digits: str) -> str:
    """Numbers with check digits, of the countries that the collection is about."""
    from stdnum import luhn
    from stdnum.in_ import aadhaar
    from stdnum.za import idnr

    if idnr.is_valid(digits):
        return "a South African identity number"
    if aadhaar.is_valid(digits):
        return "an Indian identity number"
    return "the number of a bank card" if len(digits) in (15, 16) and luhn.is_valid(digits) else ""
