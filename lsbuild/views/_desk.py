"""The desk every view works at: labels, addresses, cards and citations as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from lsbuild.kinds._base import Content
from lsbuild.kinds._parts import Citation
from lsbuild.kinds._scales import Precision, Scale
from lsbuild.kinds._setting import Area
from lsbuild.kinds.case_study import CaseStudy
from lsbuild.kinds.source import SourceText
from lsbuild.library.entry import Entry, Ref
from lsbuild.library.library import AnyEntry
from lsbuild.relations.graph import Edge
from lsbuild.relations.portal import Portal
from lsbuild.rules._hidden import Hidden, hidden_in
from lsbuild.text.dates import UNKNOWN, in_words
from lsbuild.text.messages import country_name, say, subdivision_name
from lsbuild.text.words import shorten
from lsbuild.views._references import References
from lsbuild.views._sure import in_short
from lsbuild.views.page import Plain


def href(here: str, there: str) -> str:
    """The way from one address to another, relative, so that any base path works.

    >>> href("case-studies/a/", "sources/b/#cited-by"), href("", "")
    ('../../sources/b/#cited-by', './')
    """
    target, hash_, anchor = there.partition("#")
    if target == here and anchor:
        return f"#{anchor}"
    mine, theirs = here.split("/")[:-1], target.split("/")
    same = 0
    while same < min(len(mine), len(theirs) - 1) and mine[same] == theirs[same]:
        same += 1
    way = "../" * (len(mine) - same) + "/".join(theirs[same:])
    return (way or "./") + hash_ + anchor


def shown_locator(locator: str) -> str:
    """A web page of one piece is its own place, so that saying `page` would tell nothing."""
    return "" if locator == "page" else locator


def place_name(area: Area) -> str:
    """What a place is called; nothing where only its country may be told."""
    if area.precision in (Precision.NONE, Precision.COUNTRY):
        return ""
    return area.name or (subdivision_name(area.subdivision) if area.subdivision else "")


class Desk:
    """Turns what is known into what can be shown, for one language."""

    def __init__(self, portal: Portal, language: str) -> None:
        self.portal, self.language = portal, language
        self.library = portal.library
        self._cards: dict[AnyEntry, Plain] = {}

    @cached_property
    def hidden(self) -> Hidden | None:
        """What hides its place and what names one; nothing where no source hides its place."""
        return hidden_in(self.portal)

    def say(self, text: str) -> str:
        return say(text, self.language)

    def term(self, vocabulary: str, id_: str) -> Plain:
        """A term as chips and facts show it."""
        return {"id": id_, "label": self.portal.vocabularies.label(vocabulary, id_, self.language)}

    def scale(self, value: Scale) -> Plain:
        return {"id": str(value.value), "label": self.say(value.label)}

    def period(self, when: str) -> str:
        return in_words(when, self.language)

    def prefix(self, language: str = "") -> str:
        """The first part of addresses in a language; nothing for the portal's own."""
        language = language or self.language
        return "" if language == self.library.language else f"{language}/"

    def find(self, ref: Ref) -> AnyEntry | None:
        """A public entry, in this language if there is one."""
        entry = self.library.find(ref, self.language)
        return entry if entry is not None and entry.is_public else None

    def into(self, ref: Ref, relation: str = "") -> Iterator[tuple[Edge, AnyEntry]]:
        """Edges that end at an entry, of the version of each page that these readers see."""
        for edge in self.portal.graph.into(ref, relation):
            other = self.find(edge.source)
            if other is not None and other.language == edge.language:
                yield edge, other

    def link(self, here: str, ref: Ref, anchor: str = "") -> Plain | None:
        """A link to an entry, or nothing where readers cannot go."""
        entry = self.find(ref)
        if entry is None:
            return None
        where = entry.url + (f"#{anchor}" if anchor else "")
        return {"title": entry.data.title, "href": href(here, where), "kind": entry.ref.kind}

    def card(self, here: str, entry: AnyEntry, why: str = "") -> Plain:
        """What lists and next steps show of an entry."""
        if entry not in self._cards:
            self._cards[entry] = self._card(entry)
        known = self._cards[entry]
        return {**known, "href": href(here, entry.url), "why": why, "facts": [*known["facts"]]}

    def _card(self, entry: AnyEntry) -> Plain:
        """What all cards of an entry have in common."""
        data: Content = entry.data
        card: Plain = {
            "kind": data.kind,
            "kind_label": self.say(data.label),
            "title": data.title,
            "summary": data.summary,
            "href": "",
            "facts": self.facts_in_short(entry),
            "why": "",
        }
        if entry.language != self.language:
            card["lang"] = entry.language
        if isinstance(data, CaseStudy):
            card["results"] = in_short(data.outcomes, self.say)
            card["depth"] = self.scale(data.depth)
        return card

    def facts_in_short(self, entry: AnyEntry) -> list[str]:
        """Facts for a card: that it is retired, where, when, how long."""
        data = entry.data
        facts = [self.say(data.status.label)] if data.status == "retired" else []
        facts += [self.place(area) for area in getattr(data, "areas", ())][:2]
        when = getattr(data, "period", "") or getattr(data, "start", "")
        facts += [self.period(when)] if when not in ("", UNKNOWN) else []
        minutes = getattr(data, "minutes", 0)
        facts += [f"{minutes} {self.say('minutes')}"] if minutes else []
        if isinstance(data, SourceText):
            facts.append(self.say(data.read.label))
        return [fact for fact in facts if fact]

    def place(self, area: Area) -> str:
        """A place in words, no finer than declared."""
        country, name = country_name(area.country, self.language), place_name(area)
        return f"{name}, {country}" if name and name != country else country

    @cached_property
    def references(self) -> References:
        sources = [e for e in self.library.of("source") if isinstance(e.data, SourceText)]
        hands = self.portal.settings.hands
        return References(sources, hands, self.language)  # type: ignore[arg-type]

    def cite(self, here: str, citation: Citation) -> Plain:
        """A citation: the author and year, where in the source, and the way to it."""
        source = self.source(citation.source)
        if source is None:
            return {"label": citation.source, "locator": citation.locator, "href": ""}
        return {
            "id": citation.source,
            "label": self.references.label(source),
            "locator": shown_locator(citation.locator),
            "href": f"#ref-{citation.source}",
        }

    def source(self, slug: str) -> Entry[SourceText] | None:
        entry = self.find(Ref("source", slug))
        return entry if entry is not None and isinstance(entry.data, SourceText) else None  # type: ignore[return-value]

    def reference_list(self, here: str, slugs: Iterable[str]) -> list[Plain]:
        """The references of a page, in the order of their labels."""
        found = [source for slug in sorted(set(slugs)) if (source := self.source(slug))]
        rows = [self.reference(here, source) for source in found]
        return sorted(rows, key=lambda row: row["label"].casefold())

    def reference(self, here: str, source: Entry[SourceText]) -> Plain:
        data = source.data
        return {
            "id": source.ref.slug,
            "label": self.references.label(source),
            "html": self.references.html(source),
            "href": href(here, source.url),
            "read": self.scale(data.read),
            "involvement": self.scale(data.involvement),
            "incomplete": not data.complete,
        }

    def description(self, text: str) -> str:
        return shorten(text, 160)
