"""Everything that is known before anything is shown: the one argument of rules and views."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry, Library
from lsbuild.library.vocabularies import Vocabularies
from lsbuild.relations.glossary import Words, words
from lsbuild.relations.graph import Graph
from lsbuild.relations.paths import lessons_in_order
from lsbuild.relations.related import Neighbours, neighbours
from lsbuild.settings import Settings


@dataclass(frozen=True, eq=False)
class Portal:
    """Settings, what was written, and how it hangs together. Immutable."""

    settings: Settings
    library: Library
    graph: Graph

    @property
    def vocabularies(self) -> Vocabularies:
        return self.library.vocabularies

    @cached_property
    def neighbours(self) -> Neighbours:
        return neighbours(self.library)

    @cached_property
    def lessons(self) -> tuple[AnyEntry, ...]:
        """All public lessons of the portal's language, in learning order."""
        return lessons_in_order(self.library)  # type: ignore[return-value]

    @cached_property
    def lesson_after(self) -> dict[Ref, Ref]:
        """Which lesson follows which."""
        order = [one.ref for one in self.lessons]
        return dict(pairwise(order))

    def words(self, language: str) -> Words:
        """The names of the glossary's terms, as a text in this language uses them."""
        if language not in self._words:
            self._words[language] = words(self.library, language)
        return self._words[language]

    @cached_property
    def _words(self) -> dict[str, Words]:
        return {}
