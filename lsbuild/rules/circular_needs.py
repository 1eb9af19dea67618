from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from lsbuild.kinds.learning_site import LearningSite
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic


class CircularNeeds(Rule):
    """Lessons need each other in a circle, or layers build on each other in one.

    Nobody could begin: each lesson of the circle asks for another one first, and there is no
    order in which to draw the layers of a site. Decide which comes first, and delete what it
    needs. The finding names all members of the circle.
    """

    code = "LS203"
    name = "circular-needs"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    needs: [second-lesson]   # <- LS203
    --- lessons/second-lesson.md
    title: A second lesson
    needs: [first-lesson]
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    --- lessons/second-lesson.md
    title: A second lesson
    needs: [first-lesson]
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        if isinstance(entry.data, LearningSite):
            ids = [layer.id for layer in entry.data.layers]
            for circle in circles({one.id: one.builds_on for one in entry.data.layers}):
                yield self.at(
                    entry,
                    "layers",
                    ids.index(circle[0]),
                    "builds_on",
                    says=f"these layers build on each other: {_chain(circle)}",
                    hint="a layer builds on earlier ones only",
                )

    def check_portal(self, portal: Portal) -> Iterator[Diagnostic]:
        lessons = portal.library.of("lesson")
        needs: dict[str, tuple[str, ...]] = {}
        # One work over all its languages: a translation adds to what is needed, and hides nothing.
        for one in lessons:
            others = tuple(name for name in _needs(one) if name != one.ref.slug)
            needs[one.ref.slug] = needs.get(one.ref.slug, ()) + others
        for circle in circles(needs):
            entry, *others_ = (_who_needs(lessons, *pair) for pair in pairwise(circle))
            yield self.at(
                entry,
                "needs",
                _needs(entry).index(circle[1]),
                says=f"these lessons need each other: {_chain(circle)}",
                hint="decide which comes first, and delete what it needs",
                related=tuple(
                    self.other(one, "needs", says="part of the circle") for one in others_
                ),
            )


def _needs(entry: AnyEntry) -> tuple[str, ...]:
    return tuple(getattr(entry.data, "needs", ()))


def _who_needs(lessons: Iterable[AnyEntry], name: str, needed: str) -> AnyEntry:
    """The version of a lesson that names what it needs."""
    return next(one for one in lessons if one.ref.slug == name and needed in _needs(one))


def _chain(circle: tuple[str, ...]) -> str:
    return " → ".join(f"`{name}`" for name in circle)


def circles(needs: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Each circle once, from its first name back to it.

    >>> list(circles({"a": ("b",), "b": ("a",), "c": ("a",)}))
    [('a', 'b', 'a')]
    """
    done: set[str] = set()
    for start in sorted(needs):
        path: list[str] = []
        ways = [iter((start,))]
        while ways:
            name = next(ways[-1], None)
            if name is None:
                ways.pop()
                done.update(path[-1:])
                del path[-1:]
            elif name in path:
                yield (*path[path.index(name) :], name)
            elif name not in done:
                path.append(name)
                ways.append(iter(needs.get(name, ())))
