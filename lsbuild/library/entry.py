"""One thing an author wrote, and its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from lsbuild.kinds._base import Content
from lsbuild.kinds._marks import Keys, M, Mark, marked
from lsbuild.text.markdown import write
from lsbuild.text.outline import Outline
from lsbuild.text.source import Source

C = TypeVar("C", bound=Content)


class Ref(NamedTuple):
    """The name of a work, whatever its language: written `lesson/learning-loops`."""

    kind: str
    slug: str

    @classmethod
    def parse(cls, text: str) -> Ref:
        kind, _, slug = text.partition("/")
        return cls(kind, slug)

    def __str__(self) -> str:
        return f"{self.kind}/{self.slug}"


@dataclass(frozen=True, eq=False)
class Entry(Generic[C]):
    """An entry in one language. Two entries may share a `ref`: an original and a translation."""

    ref: Ref
    language: str
    source: Source
    data: C
    url: str
    """Its address below the site, ending in `/`: `case-studies/kerala-aardram/`."""

    @cached_property
    def outline(self) -> Outline:
        """The body's HTML in parts, and its rows."""
        kind = type(self.data)
        return write(self.source.body, top=kind.body_top, taken=[part.id for part in kind.sections])

    @cached_property
    def _marked(self) -> tuple[tuple[Keys, str, Mark], ...]:
        return tuple(marked(self.data))

    def marked(self, kind_of_mark: type[M]) -> Iterator[tuple[Keys, str, M]]:
        """Each value that names something: its keys in the front matter, the value, the mark."""
        for keys, value, mark in self._marked:
            if isinstance(mark, kind_of_mark):
                yield keys, value, mark

    @property
    def is_public(self) -> bool:
        """Whether readers can find it: in lists, search and data."""
        return self.data.status in ("published", "retired")

    @property
    def is_taken_down(self) -> bool:
        """Whether readers could find it once, and no more; a first draft has no day of its own."""
        status = self.data.status
        return status == "withdrawn" or (status == "draft" and self.data.published is not None)

    def __repr__(self) -> str:
        return f"<Entry {self.ref} {self.language}>"
