"""What the page that finds, and the search box, know of every entry: small, and loaded on use."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence

from lsbuild.kinds import all_kinds
from lsbuild.kinds.case_study import CaseStudy
from lsbuild.kinds.role_guide import RoleGuide
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.relations.distance import FIELDS
from lsbuild.relations.portal import Portal
from lsbuild.text.words import shorten
from lsbuild.views._desk import Desk
from lsbuild.views._facets import facets_of, labels_for
from lsbuild.views.page import Plain

_NOT_HERE = {"read", "involvement"}
_APART = {"source", "term", "page"}
ACTIONS = "actions"
MOST = 200
"""How long a card's summary may be. Ours end with the caution, so few may lose their end."""


def once_each(portal: Portal) -> list[AnyEntry]:
    """Each entry once: in the portal's own language, in another only where that has none."""
    library = portal.library
    # The home page has the address everyone knows.
    shown = [entry for entry in library.public() if entry.ref.slug != "index"]
    own = [entry for entry in shown if entry.language == library.language]
    known = {entry.ref for entry in own}
    others = [entry for entry in shown if entry.ref not in known]
    rank = {kind.kind: number for number, kind in enumerate(all_kinds())}
    first: dict[Ref, AnyEntry] = {}
    for entry in sorted([*own, *others], key=lambda one: (rank[one.ref.kind], one.data.title)):
        first.setdefault(entry.ref, entry)
    return list(first.values())


def found_entries(portal: Portal) -> list[AnyEntry]:
    """What the page lists: words and sources have lists of their own, and little to narrow by."""
    return [entry for entry in once_each(portal) if entry.ref.kind not in _APART]


def head(entries: Sequence[AnyEntry], desk: Desk) -> Plain:
    """What `data/find.json` says of all entries together: the facets, and what has a setting."""
    facets = [one for one in labels_for(entries, desk) if one["id"] not in _NOT_HERE]
    there = {entry.ref.kind for entry in once_each(desk.portal)}
    return {
        "setting": list(FIELDS),
        "kinds": [
            {"id": kind.kind, "label": desk.say(kind.label), "title": desk.say(kind.plural)}
            for kind in all_kinds()
            if kind.kind in there
        ],
        "facets": [*facets, *_actions(entries, desk)],
    }


def rows(entries: Iterable[AnyEntry], desk: Desk, facets: Iterable[Plain]) -> list[Plain]:
    """Each entry with its title, and its facets as places in their lists.

    Facets stand apart from the entries, whose `in` has one list of places for each facet, and
    summaries are in `data/told.json`: so a thousand entries are soon there to be narrowed.
    """
    places = {
        facet["id"]: {one["id"]: place for place, one in enumerate(facet["options"])}
        for facet in facets
    }
    return [_row(entry, desk, places) for entry in entries]


def summaries(entries: Iterable[AnyEntry]) -> list[str]:
    """The summaries of the entries, in their order."""
    return [shorten(entry.data.summary, MOST) for entry in entries]


def written(data: object) -> bytes:
    """JSON without a byte too many."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _row(entry: AnyEntry, desk: Desk, places: dict[str, dict[str, int]]) -> Plain:
    ids = {"kind": [entry.ref.kind], **facets_of(entry), ACTIONS: _shown(entry)}
    inside = [
        [known[id_] for id_ in ids.get(facet, ()) if id_ in known]
        for facet, known in places.items()
    ]
    return {
        "url": entry.url,
        "title": entry.data.title,
        "facts": desk.facts_in_short(entry),
        **_results(entry, desk),
        **({"lang": entry.language} if entry.language != desk.language else {}),
        "in": inside,
    }


def _results(entry: AnyEntry, desk: Desk) -> Plain:
    found = desk.card("", entry).get("results")
    return {"results": [[one["id"], one["label"]] for one in found]} if found else {}


def _shown(entry: AnyEntry) -> Sequence[str]:
    return entry.data.actions if isinstance(entry.data, CaseStudy) else ()


def _actions(entries: Iterable[AnyEntry], desk: Desk) -> list[Plain]:
    """Every action of the role guides, shown by a case or not: the table says which are not."""
    options = [
        {"id": f"{entry.ref.slug}#{row.id}", "label": row.title, "of": entry.data.title}
        for entry in sorted(entries, key=_by_group(desk))
        if isinstance(entry.data, RoleGuide)
        for row in entry.data.actions
    ]
    title = desk.say("What a role can do")
    return [{"id": ACTIONS, "title": title, "options": options}] if options else []


def _by_group(desk: Desk) -> Callable[[AnyEntry], int]:
    ids = [term.id for term in desk.portal.vocabularies.terms("groups")]
    rank = {id_: number for number, id_ in enumerate(ids)}
    return lambda entry: rank.get(getattr(entry.data, "group", ""), len(rank))
