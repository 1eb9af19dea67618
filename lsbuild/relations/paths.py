"""The order in which lessons are learned."""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter

from lsbuild.kinds.lesson import Lesson
from lsbuild.library.entry import Entry
from lsbuild.library.library import Library


def lessons_in_order(library: Library, language: str = "") -> tuple[Entry[Lesson], ...]:
    """All public lessons: what a lesson needs comes before it, else modules in their order."""
    lessons = [
        entry
        for entry in library.public("lesson", language or library.language)
        if isinstance(entry.data, Lesson)
    ]
    by_slug = {entry.ref.slug: entry for entry in lessons}
    ranked = sorted(lessons, key=lambda entry: _rank(library, entry))  # type: ignore[arg-type]
    return tuple(by_slug[slug] for slug in _sorted(ranked, by_slug))  # type: ignore[arg-type, misc]


def _rank(library: Library, entry: Entry[Lesson]) -> tuple[int, int, str]:
    modules = library.vocabularies
    rank = modules["modules"].rank(entry.data.module) if "modules" in modules else 0
    return (rank, entry.data.place, entry.ref.slug)


def _sorted(ranked: Iterable[Entry[Lesson]], known: Iterable[str]) -> list[str]:
    """Kahn's algorithm, always taking the ready lesson that comes first in the course."""
    order = {entry.ref.slug: place for place, entry in enumerate(ranked)}
    wanted = set(known)
    sorter: TopologicalSorter[str] = TopologicalSorter(
        {entry.ref.slug: [n for n in entry.data.needs if n in wanted] for entry in ranked}
    )
    try:
        sorter.prepare()
    except CycleError:
        # A rule names the circle; the order of the course is still an order.
        return list(order)
    found: list[str] = []
    ready: list[str] = []
    while sorter.is_active():
        ready = sorted([*ready, *sorter.get_ready()], key=order.__getitem__)
        found.append(ready.pop(0))
        sorter.done(found[-1])
    return found
