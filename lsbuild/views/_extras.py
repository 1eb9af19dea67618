"""What some pages show beyond their own fields: who points to them, and from where."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lsbuild.kinds._keeping import Media
from lsbuild.kinds._marks import parts
from lsbuild.kinds._scales import HowMeasured
from lsbuild.kinds.case_study import CaseStudy
from lsbuild.kinds.learning_site import LearningSite
from lsbuild.kinds.role_guide import RoleGuide
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.relations.graph import CITES, LINKS, Edge
from lsbuild.text.words import shorten
from lsbuild.views._body import asset_of
from lsbuild.views._desk import Desk, href
from lsbuild.views._places import areas_of, inset
from lsbuild.views._present import present
from lsbuild.views._sure import in_short
from lsbuild.views._timeline import timeline
from lsbuild.views.page import Plain

UNMEASURED = (HowMeasured.ACCOUNTS, HowMeasured.UNKNOWN, HowMeasured.NOT_MEASURED)
MOST_CARDS = 24
MOST_CASES = 8
"""Of an action; the page that finds has them all."""
MOST_PLACES = 40
"""Of so many citing pages the places are shown, of the others only the title."""

# The words over a list of pages that point here, by kind and field of the page that points.
BACK = {
    ("lesson", "cases"): "Lessons that use this",
    ("lesson", "terms"): "Lessons that explain it",
    ("lesson", "needs"): "Lessons that build on this one",
    ("case-study", "site"): "Cases from this site",
    ("case-study", "lessons"): "Cases for this lesson",
    ("comparison", "entries"): "Compared with others",
    ("term", "see"): "See also",
}

USED = "Used in"


def of(entry: AnyEntry, desk: Desk) -> Plain:
    """The extra data of an entry's page."""
    found: Plain = {"back": back(entry, desk)}
    if areas_of(entry):
        found["inset"] = inset(entry, desk)
    more = _BY_KIND.get(entry.ref.kind)
    return found | more(entry, desk) if more else found


def back(entry: AnyEntry, desk: Desk) -> list[Plain]:
    """Pages that point to this one, grouped by why they do; each stands there once."""
    groups: dict[str, dict[Ref, Plain]] = {}
    for edge, other in desk.into(entry.ref):
        title = BACK.get((edge.source.kind, edge.relation))
        if edge.relation == LINKS and entry.ref.kind == "term":
            title = USED
        if title:
            card = desk.card(entry.url, other)
            groups.setdefault(title, {}).setdefault(other.ref, card)
    shown = {edge.target for edge in desk.portal.graph.out(entry.ref, "see")} | {entry.ref}
    fresh: dict[str, dict[Ref, Plain]] = {}
    for title in sorted(groups):
        fresh[title] = {ref: card for ref, card in groups[title].items() if ref not in shown}
        shown |= fresh[title].keys()
    return [_group(desk.say(title), cards) for title, cards in fresh.items() if cards]


def _group(title: str, found: dict[Ref, Plain]) -> Plain:
    """The first as cards, and the others as bare links: a word may be used on every page."""
    cards = [found[ref] for ref in sorted(found)]
    links = [{"title": one["title"], "href": one["href"]} for one in cards[MOST_CARDS:]]
    group: Plain = {"title": title, "cards": cards[:MOST_CARDS]}
    return {**group, "links": links} if links else group


def _case(entry: AnyEntry, desk: Desk) -> Plain:
    """How sure anyone can be: in a sentence, and who tells those results that it calls measured."""
    outcomes = entry.data.outcomes if isinstance(entry.data, CaseStudy) else ()
    measured = (one for one in outcomes if one.how_measured not in UNMEASURED)
    return {
        "figures": _figures(entry, desk),
        "groups": _groups(desk),
        "in_short": in_short(outcomes, desk.say),
        "tellers": [desk.scale(one) for one in dict.fromkeys(one.who_says for one in measured)],
    }


def _groups(desk: Desk) -> list[Plain]:
    """The stakeholder groups, for the reader to say which is theirs."""
    terms = desk.portal.vocabularies.terms("groups")
    return [{"id": one.id, "label": one.label_in(desk.language)} for one in terms]


def _figures(entry: AnyEntry, desk: Desk) -> list[Plain]:
    """Figures in groups that share source and design, so that these are said once."""
    groups: dict[str, Plain] = {}
    for measure in entry.data.measures if isinstance(entry.data, CaseStudy) else ():
        row = present(measure, desk, entry.url)
        same = {key: row.pop(key) for key in ("sources", "design", "who_says")}
        group = groups.setdefault(repr(same), {**same, "rows": []})
        group["rows"].append(row)
    return list(groups.values())


def _role_guide(entry: AnyEntry, desk: Desk) -> Plain:
    """For each action the first cases that show it, then sites and lessons; or that none does."""
    shown: dict[tuple[str, str], list[AnyEntry]] = {}
    for edge, other in desk.into(entry.ref, "actions"):
        shown.setdefault((edge.more, other.ref.kind), []).append(other)
    ids = [row.id for row in entry.data.actions] if isinstance(entry.data, RoleGuide) else []
    return {
        "shown_by_action": {
            id_: [
                desk.card(entry.url, one)
                for kind in ("case-study", "learning-site", "lesson")
                for one in shown.get((id_, kind), [])[:MOST_CASES]
            ]
            for id_ in ids
        },
        "more_by_action": {
            id_: _all_cases(entry, id_, len(some), desk)
            for (id_, kind), some in shown.items()
            if kind == "case-study" and len(some) > MOST_CASES
        },
        "groups": _groups(desk),
    }


def _all_cases(guide: AnyEntry, action: str, number: int, desk: Desk) -> Plain:
    """The way to all cases that show an action; the page that finds is in one language only."""
    query = f"?kind=case-study&actions={guide.ref.slug}%23{action}"
    words = desk.say("All {n} cases").format(n=number)
    return {"title": words, "href": href(guide.url, f"find/{query}")}


def _lesson(entry: AnyEntry, desk: Desk) -> Plain:
    """Films and recordings, each with the way to its words."""
    rows = [present(one, desk, entry.url) for _, one in parts(entry.data, Media)]
    for row in rows:
        row |= {
            name: asset_of(row[name], entry, desk)
            for name in ("transcript", "captions")
            if name in row
        }
    return {"recordings": rows} if rows else {}


def _learning_site(entry: AnyEntry, desk: Desk) -> Plain:
    """Titles of the layers, so that `builds_on` can be shown in words; the dated ones drawn."""
    if not isinstance(entry.data, LearningSite):
        return {}
    return {
        "layer_titles": {row.id: row.title for row in entry.data.layers},
        "timeline": timeline(entry.data, desk),
    }


def _source(entry: AnyEntry, desk: Desk) -> Plain:
    """The reference, and every claim that rests on the source, page by page."""
    pages: dict[AnyEntry, list[Plain]] = {}
    for edge, other in desk.into(entry.ref, CITES):
        pages.setdefault(other, []).append(_place(edge, other, entry.url, desk))
    cited = [
        {
            "title": page.data.title,
            "kind_label": desk.say(page.data.label),
            "href": href(entry.url, page.url),
            "places": _distinct(pages[page]) if number < MOST_PLACES else [],
        }
        for number, page in enumerate(sorted(pages, key=lambda page: page.ref))
    ]
    source = desk.source(entry.ref.slug)
    html = desk.references.html(source) if source else ""
    return {"reference": html, "cited_by": cited, "doi": source.data.csl.doi if source else ""}


def _place(edge: Edge, other: AnyEntry, here: str, desk: Desk) -> Plain:
    """Where a citation stands: its section, its words, its locator."""
    field = str(edge.keys[0]) if edge.keys else "body"
    section = next((p for p in type(other.data).sections if field in p.fields), None)
    anchor = edge.under or (section.id if section and section.id != "body" else "")
    where = f"{other.url}#{anchor}" if anchor else other.url
    place: Plain = {"href": href(here, where), "says": shorten(_said(other.data, edge), 180)}
    heading = next((row.text for row in other.outline.headings if row.id == edge.under), "")
    title = heading or (desk.say(section.title) if section is not None else "")
    if title:
        place["section"] = title
    if edge.more:
        place["locator"] = edge.more
    return place


def _said(data: Any, edge: Edge) -> str:  # noqa: ANN401
    """The sentence a citation supports: the nearest words above it."""
    said, node = "", data
    for key in edge.keys:
        node = node[key] if isinstance(key, int) else getattr(node, key)
        for name in ("title", "name", "done", "how", "what", "says"):
            said = getattr(node, name, "") or said
    return said


def _distinct(places: list[Plain]) -> list[Plain]:
    seen: dict[str, Plain] = {}
    for place in places:
        seen.setdefault(f"{place['href']}{place['says']}{place.get('locator')}", place)
    return list(seen.values())


_BY_KIND: dict[str, Callable[[AnyEntry, Desk], Plain]] = {
    "case-study": _case,
    "role-guide": _role_guide,
    "learning-site": _learning_site,
    "lesson": _lesson,
    "source": _source,
}
