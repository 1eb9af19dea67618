"""Every citation of an entry, in its fields and in its body, and what is known of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import pycountry

from lsbuild.kinds._marks import Keys, parts
from lsbuild.kinds._parts import Citation, Pointer
from lsbuild.kinds._scales import Precision
from lsbuild.kinds._setting import Area
from lsbuild.kinds.source import SourceText
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic


@dataclass(frozen=True)
class Cited:
    """One citation, and where it stands: keys of a field, or bytes of the body."""

    entry: AnyEntry
    source: str
    locator: str
    keys: Keys = ()
    start: int = 0
    end: int = 0

    def found(self, rule: Rule, says: str, hint: str) -> Diagnostic:
        if self.keys:
            part = "locator" if self.locator else "source"
            return rule.at(self.entry, *self.keys, part, says=says, hint=hint)
        return rule.in_body(self.entry, self.start, self.end, says=says, hint=hint)


def sources_like(name: str, portal: Portal) -> list[str]:
    """The few sources whose names begin so, whatever the signs and capitals: `Scott2014`."""
    said = _bare(name)
    slugs = [one.ref.slug for one in portal.library.of("source")]
    found = sorted({slug for slug in slugs if len(said) > 3 and _bare(slug).startswith(said)})
    return found if len(found) < 6 else []


def _bare(name: str) -> str:
    return re.sub(r"\W", "", name.casefold())


def citations(entry: AnyEntry, *, pointers: bool = False) -> Iterator[Cited]:
    """All citations of an entry; with `pointers`, what it only points to as well."""
    yield from _citations(entry)
    if pointers:
        for keys, pointer in parts(entry.data, Pointer):
            yield Cited(entry, pointer.source, pointer.locator, keys)


@lru_cache(maxsize=1)
def _citations(entry: AnyEntry) -> list[Cited]:
    # Several rules ask for the same, one after another.
    fields = [
        Cited(entry, one.source, one.locator, keys) for keys, one in parts(entry.data, Citation)
    ]
    rows = entry.outline.citations
    return fields + [Cited(entry, row.source, row.locator, (), row.start, row.end) for row in rows]


def source_named(slug: str, entry: AnyEntry, portal: Portal) -> SourceText | None:
    """What is known of a source; nothing where it does not exist."""
    found = portal.library.find(Ref("source", slug), entry.language)
    return found.data if found is not None and isinstance(found.data, SourceText) else None


def is_anonymised(slug: str, portal: Portal) -> bool:
    """Whether a source hides where it was; one version that says so is enough."""
    versions = portal.library.versions(Ref("source", slug))
    return any(isinstance(one.data, SourceText) and one.data.anonymised for one in versions)


def names_place(entry: AnyEntry) -> bool:
    """Whether an entry says more about its place than the country."""
    if entry.ref.kind == "learning-site":
        return True
    return any(_is_fine(area) for _, area in parts(entry.data, Area))


def _is_fine(area: Area) -> bool:
    rough = area.precision in (Precision.COUNTRY, Precision.NONE)
    return bool(area.subdivision) or names_part(area) or (area.point is not None and not rough)


def names_part(area: Area) -> bool:
    """Whether the name of an area is another than that of its country."""
    country = pycountry.countries.get(alpha_2=area.country)
    known = (getattr(country, "name", ""), getattr(country, "common_name", ""))
    return area.name not in ("", *known)
