"""What lists and search results can be narrowed by."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from lsbuild.kinds import all_kinds, kind_named
from lsbuild.kinds._scales import (
    Depth,
    Direction,
    Governance,
    HowMeasured,
    Involvement,
    Read,
    Scale,
    WhoSays,
)
from lsbuild.library.library import AnyEntry
from lsbuild.text.dates import years
from lsbuild.text.messages import country_name
from lsbuild.views._desk import Desk
from lsbuild.views.page import Plain

Finder = Callable[[Any], Iterable[str]]

TITLES = {
    "kind": "Kind",
    "themes": "Theme",
    "results": "Result",
    "how_measured": "How it was measured",
    "countries": "Country",
    "levels": "Health-system level",
    "groups": "Stakeholder group",
    "constraints": "Difficulty",
    "governance": "Governance",
    "learning_levels": "Learning level",
    "loops": "Learning loop",
    "means": "Means of learning",
    "who_says": "Who says so",
    "period": "Period",
    "depth": "Depth",
    "module": "Module",
    "read": "What we read",
    "involvement": "Who wrote it",
}
_VOCABULARY = {
    "themes": "themes",
    "levels": "system-levels",
    "groups": "groups",
    "constraints": "constraints",
    "learning_levels": "learning-levels",
    "loops": "learning-loops",
    "means": "learning-means",
    "module": "modules",
}
_SCALES: tuple[tuple[str, type[Scale]], ...] = (
    ("governance", Governance),
    ("results", Direction),
    ("who_says", WhoSays),
    ("how_measured", HowMeasured),
    ("depth", Depth),
    ("read", Read),
    ("involvement", Involvement),
)
_BY_SCALE = {facet: {str(one.value): one.label for one in scale} for facet, scale in _SCALES}


def _decades(data: Any) -> Iterable[str]:  # noqa: ANN401
    first, last = years(getattr(data, "period", "") or getattr(data, "start", ""))
    if first is None:
        return ()
    return (f"{decade}s" for decade in range(first // 10 * 10, (last or first) + 1, 10))


_FINDERS: dict[str, Finder] = {
    "themes": lambda d: d.themes,
    "countries": lambda d: (area.country for area in d.areas),
    "levels": lambda d: d.levels,
    "groups": lambda d: d.groups if hasattr(d, "groups") else (d.group,),
    "constraints": lambda d: d.context.constraints,
    "governance": lambda d: (d.context.governance,) if d.context.governance else (),
    "learning_levels": lambda d: (one.term for one in d.learning.levels),
    "loops": lambda d: (one.term for one in d.learning.loops),
    "means": lambda d: (one.term for one in d.learning.means),
    "results": lambda d: (one.direction for one in d.outcomes),
    "who_says": lambda d: (one.who_says for one in d.outcomes),
    "how_measured": lambda d: (one.how_measured for one in d.outcomes),
    "period": _decades,
    "depth": lambda d: (d.depth,),
    "module": lambda d: (d.module,),
    "read": lambda d: (d.read,),
    "involvement": lambda d: (d.involvement,),
}


def facets_of(entry: AnyEntry) -> dict[str, list[str]]:
    """The ids of an entry for each facet of its kind; facets without a value are left out."""
    found: dict[str, list[str]] = {}
    for facet in type(entry.data).facets:
        finder = _FINDERS.get(facet)
        if finder is None:
            continue
        try:
            values = list(dict.fromkeys(str(value) for value in finder(entry.data)))
        except AttributeError:
            # A new kind may name a facet that its own fields do not carry.
            continue
        if values:
            found[facet] = values
    return found


def label(facet: str, id_: str, desk: Desk) -> str:
    """What readers see for a value of a facet."""
    if facet in _VOCABULARY:
        return str(desk.term(_VOCABULARY[facet], id_)["label"])
    if facet == "kind":
        return desk.say(kind_named(id_).label)
    if facet == "countries":
        return country_name(id_, desk.language)
    if facet == "period":
        return desk.say("{year}s").format(year=id_.removesuffix("s"))
    return desk.say(_BY_SCALE[facet][id_]) if facet in _BY_SCALE else id_


def _in_order(facet: str, ids: Iterable[str], desk: Desk) -> list[str]:
    """Ids as lists and scales have them; places and years by what readers see."""
    if facet == "kind":
        order = [kind.kind for kind in all_kinds()]
    elif facet in _BY_SCALE:
        order = list(_BY_SCALE[facet])
    else:
        order = [term.id for term in desk.portal.vocabularies.terms(_VOCABULARY.get(facet, ""))]
    ranks = {id_: rank for rank, id_ in enumerate(order)}
    return sorted(
        ids, key=lambda id_: (ranks.get(id_, len(ranks)), label(facet, id_, desk).casefold())
    )


def labels_for(entries: Iterable[AnyEntry], desk: Desk) -> list[Plain]:
    """The facets that occur, each with its title and its values in a sensible order."""
    seen: dict[str, set[str]] = {}
    for entry in entries:
        seen.setdefault("kind", set()).add(entry.ref.kind)
        for facet, ids in facets_of(entry).items():
            seen.setdefault(facet, set()).update(ids)
    return [
        {
            "id": facet,
            "title": desk.say(TITLES[facet]),
            "options": [
                {"id": id_, "label": label(facet, id_, desk)}
                for id_ in _in_order(facet, seen[facet], desk)
            ],
        }
        for facet in TITLES
        if facet in seen
    ]
