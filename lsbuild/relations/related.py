"""What to read next, and why, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import nsmallest
from math import log

from lsbuild.kinds.case_study import CaseStudy
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry, Library

KINDS = ("case-study", "learning-site", "lesson", "role-guide", "comparison", "page")
ENOUGH = 60
Feature = tuple[str, str]
_WEIGHT = {"actions": 2.0, "themes": 1.5, "constraints": 1.2, "loops": 0.8, "groups": 0.4}


@dataclass(frozen=True, eq=False)
class Neighbours:
    """Which entries share which features; rare features weigh more."""

    having: dict[Feature, frozenset[Ref]] = field(default_factory=dict)
    number: int = 0

    def of(self, entry: AnyEntry, most: int) -> list[tuple[Ref, Feature, float]]:
        """The entries most like this one, the strongest shared feature, and the closeness."""
        close: dict[Ref, float] = {}
        best: dict[Ref, tuple[float, Feature]] = {}
        for feature in sorted(features(entry), key=lambda one: len(self.having.get(one, ()))):
            others = self.having.get(feature, frozenset())
            weight = _WEIGHT[feature[0]] * log(1 + self.number / max(1, len(others)))
            # Rare features come first; what very many share adds nobody new, and is not walked.
            for ref in others if len(close) < ENOUGH else [one for one in close if one in others]:
                close[ref] = close.get(ref, 0) + weight
                best[ref] = max(best.get(ref, (0.0, feature)), (weight, feature))
        close.pop(entry.ref, None)
        ranked = nsmallest(most, close, key=lambda ref: (-close[ref], ref))
        return [(ref, best[ref][1], close[ref]) for ref in ranked]


def neighbours(library: Library) -> Neighbours:
    """Gather which entries share what, once for all pages."""
    having: dict[Feature, list[Ref]] = {}
    entries = [entry for entry in library.public() if entry.ref.kind in KINDS]
    for entry in entries:
        if entry.language == library.language:
            for feature in features(entry):
                having.setdefault(feature, []).append(entry.ref)
    return Neighbours({f: frozenset(refs) for f, refs in having.items()}, len(entries))


def features(entry: AnyEntry) -> Iterator[Feature]:
    """What an entry can share with another."""
    data = entry.data
    yield from (("themes", theme) for theme in data.themes)
    yield from (("groups", group) for group in getattr(data, "groups", ()))
    if isinstance(data, CaseStudy):
        yield from (("actions", action) for action in data.actions)
        yield from (("constraints", one) for one in data.context.constraints)
        yield from (("loops", label.term) for label in data.learning.loops)
