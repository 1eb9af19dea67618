"""All that was written: entries by name, kind and language; vocabularies; assets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

from lsbuild.kinds._base import Content
from lsbuild.library.entry import Entry, Ref
from lsbuild.library.vocabularies import Vocabularies

AnyEntry = Entry[Content]


@dataclass(frozen=True, eq=False)
class Library:
    """Everything below `content/`. Immutable; entries are always in path order."""

    root: Path
    entries: tuple[AnyEntry, ...]
    vocabularies: Vocabularies = field(default_factory=Vocabularies)
    assets: Mapping[PurePosixPath, Path] = field(default_factory=dict)
    """Pictures and files by their path below `content/`."""
    language: str = "en"
    """The language whose addresses have no prefix."""
    unread: frozenset[Ref] = frozenset()
    """Names of files that could not be read; references to them are not reported again."""
    half: tuple[AnyEntry, ...] = ()
    """Files whose fields have mistakes: only their bodies are theirs, and only these are judged."""

    @cached_property
    def _by_ref(self) -> dict[Ref, dict[str, AnyEntry]]:
        found: dict[Ref, dict[str, AnyEntry]] = {}
        for entry in self.entries:
            found.setdefault(entry.ref, {})[entry.language] = entry
        return found

    @cached_property
    def _by_kind(self) -> dict[str, tuple[AnyEntry, ...]]:
        found: dict[str, list[AnyEntry]] = {}
        for entry in self.entries:
            found.setdefault(entry.ref.kind, []).append(entry)
        return {kind: tuple(entries) for kind, entries in found.items()}

    @cached_property
    def by_path(self) -> dict[PurePosixPath, AnyEntry]:
        return {entry.source.path: entry for entry in self.entries}

    @cached_property
    def half_by_path(self) -> dict[PurePosixPath, AnyEntry]:
        return {entry.source.path: entry for entry in self.half}

    @cached_property
    def by_address(self) -> dict[str, AnyEntry]:
        """Entries by the addresses they have, and by those they had."""
        former = {url: entry for entry in self.entries for url in entry.data.aliases}
        return former | {entry.url: entry for entry in self.entries}

    def __iter__(self) -> Iterator[AnyEntry]:
        return iter(self.entries)

    def __contains__(self, ref: object) -> bool:
        return ref in self._by_ref

    def find(self, ref: Ref, language: str = "", *, drafts: bool = False) -> AnyEntry | None:
        """An entry in a language; else in the portal's own; else in whichever there is.

        What readers can open goes before what they cannot, save for who works on `drafts`: a
        translation that is not finished must not stand in the way of its original.
        """
        versions = self._by_ref.get(ref)
        if not versions:
            return None
        if len(versions) == 1:
            # As of most works, which are asked for again and again.
            return next(iter(versions.values()))
        wanted = (language, self.language, *sorted(versions))
        order = [versions[one] for one in wanted if one in versions]
        return next((one for one in order if drafts or one.is_public), order[0])

    def versions(self, ref: Ref) -> tuple[AnyEntry, ...]:
        """One work in all its languages."""
        versions = self._by_ref.get(ref, {})
        return tuple(versions[language] for language in sorted(versions))

    def of(self, kind: str) -> tuple[AnyEntry, ...]:
        """All entries of a kind, drafts and withdrawn ones included."""
        return self._by_kind.get(kind, ())

    def public(self, kind: str = "", language: str = "") -> tuple[AnyEntry, ...]:
        """Entries readers can find, of one kind and language or of all."""
        if (kind, language) not in self._public:
            self._public[kind, language] = tuple(
                entry
                for entry in (self.of(kind) if kind else self.entries)
                if entry.is_public and (not language or entry.language == language)
            )
        return self._public[kind, language]

    def works(self) -> Iterator[AnyEntry]:
        """One public version of each work: in the portal's own language where there is one."""
        return (entry for entry in self.public() if self.find(entry.ref) is entry)

    @cached_property
    def _public(self) -> dict[tuple[str, str], tuple[AnyEntry, ...]]:
        return {}

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The portal's own language first, then the others."""
        others = {entry.language for entry in self.entries} - {self.language}
        return (self.language, *sorted(others))
