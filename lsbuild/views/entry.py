"""One page for each entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property, partial

from lsbuild.library.library import AnyEntry
from lsbuild.relations.graph import CITES
from lsbuild.relations.telling import asked_before
from lsbuild.relations.translations import is_behind
from lsbuild.text.messages import language_name
from lsbuild.views import _extras
from lsbuild.views._body import body_html, parted
from lsbuild.views._cite import cite_this
from lsbuild.views._desk import href
from lsbuild.views._gather import Gatherings
from lsbuild.views._next import next_steps
from lsbuild.views._present import present
from lsbuild.views._report import report_address, with_reports
from lsbuild.views._view import View
from lsbuild.views._words import words_of
from lsbuild.views.compare import COMPARED, compare_url
from lsbuild.views.home import doors
from lsbuild.views.page import Page, Plain, Planned, Section, ready
from lsbuild.views.sheet import has_sheet, sheet_url

# Kinds without a navigation item of their own light up another.
_UNDER = {"source": "glossary", "comparison": "case-studies"}
# Pages of learning sites have no byte to spare for it.
_LEADS_ON = {"case-study", "lesson"}


class EntryPages(View):
    """Every published entry, and a note at the address of every withdrawn one."""

    order = 10

    def planned(self) -> Iterator[Planned]:
        for entry in self.portal.library:
            if entry.language != self.desk.language:
                continue
            if entry.is_public:
                outline = self.outline(entry)
                yield outline, partial(self.page, outline, entry)
            elif entry.data.status == "withdrawn":
                yield ready(self.tombstone(entry))

    @cached_property
    def gatherings(self) -> Gatherings:
        return Gatherings(self.desk)

    def outline(self, entry: AnyEntry) -> Page:
        home = entry.url == self.desk.prefix()
        return Page(
            url=entry.url,
            title=entry.data.title,
            template="home.html" if home else entry.data.template,
            language=entry.language,
            description=self.desk.description(entry.data.summary),
            source=entry.source.path,
            section=self.section(entry),
            words=words_of(entry, self.desk),
            changed=_day(entry),
            versions=self.versions(entry),
        )

    def versions(self, entry: AnyEntry) -> tuple[tuple[str, str], ...]:
        found = [one for one in self.portal.library.versions(entry.ref) if one.is_public]
        return tuple((one.language, one.url) for one in found) if len(found) > 1 else ()

    def page(self, outline: Page, entry: AnyEntry) -> Page:
        here, data = entry.url, entry.data
        body = body_html(entry, self.desk)
        shown: Plain = {"entry": present(data, self.desk, here), **self.around(entry)}
        shown |= _extras.of(entry, self.desk)
        if entry.ref.kind in _LEADS_ON:
            shown["gathered"] = self.gatherings.ways_from(entry)
        self.let_report(entry, shown)
        if here == self.desk.prefix():
            shown |= doors(self, here)
        edges = self.portal.graph.out(entry.ref, CITES)
        cited = [edge.target.slug for edge in edges if edge.language == entry.language]
        shown["references"] = self.desk.reference_list(here, cited)
        shown["next"] = next_steps(entry, self.desk)
        shown["back"] = _not_twice(shown["back"], shown["next"])
        if has_sheet(entry):
            shown["sheet"] = href(here, sheet_url(entry))
        if entry.ref.kind in COMPARED and (way := compare_url(entry, self.desk)):
            shown["compare"] = way
        shown["cite"] = cite_this(entry, self.desk)
        toc = tuple(self.toc(entry, shown, bool(body)))
        shown["sections"] = {row.id: row.title for row in toc if row.level == 2}
        if asked := asked_before(entry):
            shown["opening"], body = parted(body, asked)
        return replace(outline, data=shown, body=body, toc=toc)

    def let_report(self, entry: AnyEntry, shown: Plain) -> None:
        """A way to tell of a mistake in each claim, where there is anybody to tell."""
        settings = self.portal.settings
        if settings.issues or settings.contact:
            where = partial(report_address, settings, entry.url, entry.data.title, entry.language)
            with_reports(shown, where)

    def around(self, entry: AnyEntry) -> Plain:
        """What every entry's page says about itself."""
        data, here = entry.data, entry.url
        versions = [
            {
                "lang": one.language,
                "label": language_name(one.language, one.language),
                "href": href(here, one.url),
            }
            for one in self.portal.library.versions(entry.ref)
            if one is not entry and one.is_public
        ]
        return {
            "kind": data.kind,
            "id": str(entry.ref),
            "kind_label": self.desk.say(data.label),
            "collection": {
                "title": self.desk.say(data.plural),
                "href": href(here, f"{self.desk.prefix()}{data.base()}/"),
            },
            "listed": data.listed,
            "languages": versions,
            **({"behind": True} if is_behind(entry, self.portal.library) else {}),
        }

    def toc(self, entry: AnyEntry, shown: Plain, body: bool) -> Iterator[Section]:
        """The sections that have something to show, with the body's headings in their place."""
        fields, asked = shown["entry"], asked_before(entry)
        for part in type(entry.data).sections:
            if asked and part.id == "decision":
                continue
            has_body = "body" in part.fields and body
            told = any(fields.get(name) or shown.get(name) for name in part.fields)
            if part.fields and not told and not has_body:
                continue
            if part.id != "body":
                yield Section(2, part.id, self.desk.say(part.title))
            if has_body:
                yield from self.headings(entry, asked)

    def headings(self, entry: AnyEntry, asked: str) -> Iterator[Section]:
        """The body's headings, and a lesson's question where it parts the body."""
        top = type(entry.data).body_top
        for row in entry.outline.headings:
            if asked and row.id == asked:
                title = next(p.title for p in type(entry.data).sections if p.id == "decision")
                yield Section(2, "decision", self.desk.say(title))
            if row.level <= 3:
                yield Section(row.level + top - 2, row.id, row.text)

    def section(self, entry: AnyEntry) -> str:
        """The navigation item that lights up: a page's own, or that of its collection."""
        if entry.ref.kind == "page":
            return f"{self.desk.prefix()}{entry.ref.slug.split('/')[0]}/"
        base = _UNDER.get(entry.ref.kind, entry.data.base())
        return f"{self.desk.prefix()}{base}/"

    def tombstone(self, entry: AnyEntry) -> Page:
        """What stands at the address of a withdrawn entry: the day, the reason, nothing else."""
        gone = entry.data.withdrawal
        shown: Plain = {
            "kind_label": self.desk.say(entry.data.label),
            "collection": self.way_back(entry),
        }
        if gone is not None:
            shown |= {"why": gone.why, "on": self.desk.period(gone.on.isoformat())}
        return Page(
            url=entry.url,
            title=self.desk.say("This page was withdrawn"),
            template="withdrawn.html",
            data=shown,
            language=entry.language,
        )

    def way_back(self, entry: AnyEntry) -> Plain:
        """The list a withdrawn entry stood in; the home page where there is none, or no more."""
        kind = entry.data
        if kind.listed and self.portal.library.public(kind.kind, self.desk.language):
            there = f"{self.desk.prefix()}{kind.base()}/"
            return {"title": self.desk.say(kind.plural), "href": href(entry.url, there)}
        return {"title": self.desk.say("To the home page"), "href": href(entry.url, "")}


def _not_twice(groups: list[Plain], steps: list[Plain]) -> list[Plain]:
    """Leave out of the lists what the next steps show already."""
    shown = {one["href"] for one in steps}
    kept = [
        {**group, "cards": [one for one in group["cards"] if one["href"] not in shown]}
        for group in groups
    ]
    return [group for group in kept if group["cards"]]


def _day(entry: AnyEntry) -> str:
    day = entry.data.updated or entry.data.published
    return day.isoformat() if day else ""
