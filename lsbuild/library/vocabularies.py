"""Controlled lists: themes, groups, levels. Each is a plain file in `content/_vocabularies/`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pydantic import BaseModel, ConfigDict, Field

from lsbuild.kinds._fields import Language, Line, Slug, Text
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.source import Source
from lsbuild.text.words import nearest, slug


class VocabularyTerm(BaseModel):
    """One term of a vocabulary."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    id: Slug
    """How authors write it; it never changes."""
    label: Line
    """How readers see it."""
    description: Text = ""
    """What it means, in a sentence."""
    broader: Slug = ""
    """The id of a wider term."""
    labels: Mapping[Language, Line] = Field(default_factory=dict)
    """Labels in other languages."""

    def label_in(self, language: str) -> str:
        return self.labels.get(language, self.label)


class VocabularyFile(BaseModel):
    """A file of `content/_vocabularies/`."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    title: Line
    """What the list is called."""
    description: Text = ""
    """What it is for."""
    terms: tuple[VocabularyTerm, ...]
    """The terms, in the order in which readers should see them."""


def repeats(source: Source, data: VocabularyFile) -> Iterator[Diagnostic]:
    """Terms that a list has twice."""
    seen: set[str] = set()
    for index, term in enumerate(data.terms):
        if term.id in seen:
            yield Diagnostic(
                "repeated-term",
                source,
                source.span_of("terms", index, "id"),
                f"the term `{term.id}` stands twice in this list",
                "give one of them another id",
            )
        seen.add(term.id)


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The terms of one list, by id and in their order."""

    name: str
    source: Source
    data: VocabularyFile

    @cached_property
    def _by_id(self) -> dict[str, VocabularyTerm]:
        return {term.id: term for term in self.data.terms}

    def __iter__(self) -> Iterator[VocabularyTerm]:
        return iter(self.data.terms)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._by_id

    def __getitem__(self, id_: str) -> VocabularyTerm:
        return self._by_id[id_]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Every id and every label as it stands in an address, and the id that is meant by it."""
        labels = {
            slug(one): term.id for term in self for one in (term.label, *term.labels.values())
        }
        return labels | {term.id: term.id for term in self}

    def meant(self, words: str) -> str:
        """The id of the term that is called so in any language, or nearly; or nothing."""
        word = slug(words)
        return self.names.get(word) or self.names.get(nearest(word, self.names), "")

    def rank(self, id_: str) -> int:
        """The place of a term in its list; unknown terms come last."""
        ids = list(self._by_id)
        return ids.index(id_) if id_ in self._by_id else len(ids)


@dataclass(frozen=True, eq=False)
class Vocabularies:
    """All lists by name."""

    by_name: Mapping[str, Vocabulary] = field(default_factory=dict)

    def __contains__(self, name: object) -> bool:
        return name in self.by_name

    def __getitem__(self, name: str) -> Vocabulary:
        return self.by_name[name]

    def __iter__(self) -> Iterator[Vocabulary]:
        return iter(self.by_name.values())

    def terms(self, name: str) -> tuple[VocabularyTerm, ...]:
        """The terms of a list in their order; none where there is no such list."""
        return self.by_name[name].data.terms if name in self.by_name else ()

    def label(self, name: str, id_: str, language: str = "en") -> str:
        """What readers call a term; the id itself where it is not known."""
        if name in self.by_name and id_ in self.by_name[name]:
            return self.by_name[name][id_].label_in(language)
        return id_
