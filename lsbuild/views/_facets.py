"""What lists and search results can be narrowed by."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from lsbuild.kinds import _scales, kind_named
from lsbuild.library.library import AnyEntry
from lsbuild.text.dates import years
from lsbuild.text.messages import country_name, say
from lsbuild.views._desk import Desk
from lsbuild.views.page import Plain

Finder = Callable[[Any], Iterable[str]]

TITLES = {
    "kind": "Kind",
    "themes": "Theme",
    "countries": "Country",
    "levels": "Health-system level",
    "groups": "Stakeholder group",
    "constraints": "Difficulty",
    "governance": "Governance",
    "learning_levels": "Learning level",
    "loops": "Learning loop",
    "means": "Means of learning",
    "results": "Result",
    "who_says": "Who says so",
    "how_measured": "How it was measured",
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
    scale = _scale_labels().get(id_)
    return say(scale, desk.language) if scale else id_


@cache
def _scale_labels() -> dict[str, str]:
    return {
        str(value.value): value.label
        for thing in vars(_scales).values()
        if isinstance(thing, type) and issubclass(thing, _scales.Scale) and len(thing)
        for value in thing
    }


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
                for id_ in sorted(seen[facet], key=lambda one: label(facet, one, desk).casefold())
            ],
        }
        for facet in TITLES
        if facet in seen
    ]
