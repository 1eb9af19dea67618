"""Everything that is known before anything is shown: the one argument of rules and views."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lsbuild.library.library import AnyEntry, Library
from lsbuild.library.vocabularies import Vocabularies
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
