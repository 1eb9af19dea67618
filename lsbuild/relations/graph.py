"""Typed edges between entries, readable in both directions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from lsbuild.kinds._fields import RefTo
from lsbuild.kinds._marks import Keys, parts
from lsbuild.kinds._parts import Citation, Pointer
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry, Library
from lsbuild.text.outline import LinkType

CITES = "cites"
POINTS = "points-to"
LINKS = "links-to"


class Edge(NamedTuple):
    """`source` has `relation` to `target`: the name of the field, or `cites`, `links-to`."""

    source: Ref
    relation: str
    target: Ref
    keys: Keys = ()
    """Where in the front matter; empty for the body."""
    more: str = ""
    """A locator in a source, an action of a guide, an anchor on a page."""
    under: str = ""
    """For the body: the id of the heading it stands under."""
    language: str = ""
    """Of the version it was read from: each has `keys` of its own."""


@dataclass(frozen=True, eq=False)
class Graph:
    """All edges, by where they begin and where they end."""

    _out: Mapping[Ref, tuple[Edge, ...]] = field(default_factory=dict)
    _into: Mapping[Ref, tuple[Edge, ...]] = field(default_factory=dict)

    def out(self, ref: Ref, relation: str = "") -> tuple[Edge, ...]:
        return _of(self._out.get(ref, ()), relation)

    def into(self, ref: Ref, relation: str = "") -> tuple[Edge, ...]:
        return _of(self._into.get(ref, ()), relation)


def _of(edges: tuple[Edge, ...], relation: str) -> tuple[Edge, ...]:
    return tuple(edge for edge in edges if edge.relation == relation) if relation else edges


def relate(library: Library) -> Graph:
    """Read every relation out of the entries. Targets that do not exist are left to the rules."""
    out: dict[Ref, list[Edge]] = {}
    into: dict[Ref, list[Edge]] = {}
    for entry in library:
        for edge in edges_of(entry):
            out.setdefault(edge.source, []).append(edge)
            into.setdefault(edge.target, []).append(edge)
    return Graph(
        {ref: tuple(edges) for ref, edges in out.items()},
        {ref: tuple(edges) for ref, edges in into.items()},
    )


def edges_of(entry: AnyEntry) -> Iterator[Edge]:
    """The edges that begin at one entry: from its fields, then from its body."""
    edge = partial(Edge, language=entry.language)
    for keys, value, mark in entry.marked(RefTo):
        if mark.kind == "source":
            continue
        slug, _, part = value.partition("#")
        target = Ref(mark.kind, slug) if mark.kind else Ref.parse(slug)
        yield edge(entry.ref, str(keys[0]), target, keys, part)
    for keys, cited in parts(entry.data, Citation):
        yield edge(entry.ref, CITES, Ref("source", cited.source), keys, cited.locator)
    for keys, pointer in parts(entry.data, Pointer):
        yield edge(entry.ref, POINTS, Ref("source", pointer.source), keys, pointer.locator)
    for row in entry.outline.citations:
        yield edge(entry.ref, CITES, Ref("source", row.source), (), row.locator, row.under)
    for link in entry.outline.links:
        if link.type is LinkType.ENTRY:
            address, _, anchor = link.target.partition("#")
            yield edge(entry.ref, LINKS, Ref.parse(address), (), anchor)
