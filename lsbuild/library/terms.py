"""The term that an author called by its label."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from lsbuild.kinds import all_kinds
from lsbuild.kinds._fields import TermIn
from lsbuild.library.fields import marks_of
from lsbuild.library.vocabularies import Vocabularies, Vocabulary
from lsbuild.text.diagnostic import Diagnostic, Fix
from lsbuild.text.words import did_you_mean, listed, slug

_FURTHEST = 3
"""Commas of one label, at most."""


def with_term(one: Diagnostic, vocabularies: Vocabularies) -> Diagnostic:
    """The same finding, with the id of the term that is meant, where it is about one.

    A single file does not know the lists, so this waits until all of them have been read.
    """
    folder = one.source.path.parts[0] if one.name == "malformed-name" else ""
    kind = next((it for it in all_kinds() if it.folder == folder), None)
    term = (
        next((it for it in marks_of(kind, one.keys) if isinstance(it, TermIn)), None)
        if kind
        else None
    )
    if not term or term.vocabulary not in vocabularies:
        return one
    start = one.source.offset(one.span)
    written = one.source.text[start : start + one.span.length]
    terms = vocabularies[term.vocabulary]
    if near := terms.meant(written):
        return replace(one, near=near, hint=did_you_mean(near))
    return _joined(one, terms) or replace(one, hint=f"write {listed(it.id for it in terms)}")


def _joined(one: Diagnostic, terms: Vocabulary) -> Diagnostic | None:
    """The term whose label has commas of its own, which made several items of it."""
    *keys, at = one.keys
    if not isinstance(at, int):
        return None
    whole = one.source.range_of(*keys)
    near_by = range(max(0, at - _FURTHEST), at + _FURTHEST + 1)
    items = {n: one.source.range_of(*keys, n) for n in near_by}
    # Where there is no such item, the place is that of the list.
    items = {n: place for n, place in items.items() if place != whole}
    for first, last in combinations(items, 2):
        label = ", ".join(one.source.text[slice(*items[n])] for n in range(first, last + 1))
        near = terms.names.get(slug(label)) if first <= at <= last else None
        if near:
            fix = Fix(f"write `{near}`", items[first][0], items[last][1], near)
            return replace(one, hint=f"`{label}` is one term: write `{near}`", fix=fix)
    return None
