"""Every claim of the portal, counted on three separate scales: never one verdict.

Who says so stands in the claim. What we read is the most we read of any source it cites. How it
was measured stands in outcomes and figures; other claims do not measure anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lsbuild.kinds._marks import Keys, parts
from lsbuild.kinds._parts import Citation, Claim, Measure, Outcome
from lsbuild.kinds._scales import HowMeasured, Read, Scale, WhoSays
from lsbuild.kinds.source import SourceText
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry, Library

OURS = (WhoSays.READING, WhoSays.OURS)


@dataclass(frozen=True)
class Told:
    """One claim, where it stands, and what stands behind it."""

    entry: AnyEntry
    keys: Keys
    says: str
    id: str
    who_says: WhoSays
    how_measured: HowMeasured | None
    sources: tuple[str, ...]
    """The ids of its sources, each once."""
    read: Read | None
    """The most we read of any of them."""

    @property
    def is_ours(self) -> bool:
        """Whether no source says so: a suggestion of ours, or our reading of what sources say."""
        return self.who_says in OURS


def claims_of(library: Library) -> Iterator[Told]:
    """All claims and figures that readers can find, in path order; translations add none."""
    for entry in library.works():
        for keys, claim in parts(entry.data, Claim):
            how = claim.how_measured if isinstance(claim, Outcome) else None
            yield _told(library, entry, keys, claim, how, claim.id)
        for keys, measure in parts(entry.data, Measure):
            yield _told(library, entry, keys, measure, measure.design, "")


def _told(
    library: Library,
    entry: AnyEntry,
    keys: Keys,
    claim: Claim | Measure,
    how: HowMeasured | None,
    id_: str,
) -> Told:
    sources = tuple(dict.fromkeys(one.source for one in claim.sources))
    reads = [read for one in claim.sources if (read := _read(library, one)) is not None]
    most = max(reads, key=list(Read).index) if reads else None
    return Told(entry, keys, claim.says, id_, claim.who_says, how, sources, most)


def _read(library: Library, citation: Citation) -> Read | None:
    source = library.find(Ref("source", citation.source))
    return source.data.read if source and isinstance(source.data, SourceText) else None


def count_by(claims: list[Told], scale: type[Scale], field: str) -> dict[str, int]:
    """How many claims have each value of a scale, in the order of the scale."""
    found = Counter(getattr(one, field) for one in claims)
    return {str(value.value): found[value] for value in scale if found[value]}
