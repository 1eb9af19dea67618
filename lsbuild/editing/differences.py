"""What differs between the content as it was and as it is, page by page, for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel

from lsbuild.editing.review import LONGEST, MOST, EntryChange, FieldChange, Finding
from lsbuild.kinds._marks import parts
from lsbuild.kinds._parts import Claim, Measure
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._cited import citations
from lsbuild.rules.hard_to_read import lix
from lsbuild.text.diagnostic import Report, Severity
from lsbuild.text.words import shorten

# What names one item of a list, so that it is the same item where its place has changed.
_NAMES = ("id", "says", "title", "name", "entry", "source", "term", "rule", "family", "literal")
_TOLD = ("sources", "says")
_FEWEST = 100
Weights = Mapping[str, int]
"""Bytes of HTML, by the file of a page."""
Leaves = dict[tuple[str, ...], str]


def differences(
    before: Portal, now: Portal, weighed: tuple[Weights, Weights] = ({}, {})
) -> Iterator[EntryChange]:
    """Every page that is new, changed, moved, gone, or there and not read, in path order."""
    old = {str(one.source.path): one for one in before.library}
    new = {str(one.source.path): one for one in now.library}
    came_from = _moves(old, new)
    for path in sorted(old.keys() | new.keys()):
        was = old.get(came_from.get(path, path))
        is_ = new.get(path)
        if is_ is None and path in came_from.values():
            continue
        same = was is not None and is_ is not None and was.source.text == is_.source.text
        if same and path not in came_from:
            continue
        unread = was is not None and is_ is None and _is_unread(was, now)
        yield _unread(was) if was and unread else _change(was, is_, path in came_from, weighed)


def _is_unread(was: AnyEntry, now: Portal) -> bool:
    """Whether a page is missing only because of a mistake in its file."""
    library = now.library
    return was.ref in library.unread and (library.root / was.source.path).is_file()


def _unread(was: AnyEntry) -> EntryChange:
    """Nobody can tell what such a page has lost."""
    return EntryChange(
        path=_short(was.source.path),
        title=_short(was.data.title),
        kind=was.ref.kind,
        state="unread",
        status=str(was.data.status.value),
    )


def _moves(old: Mapping[str, AnyEntry], new: Mapping[str, AnyEntry]) -> dict[str, str]:
    """New paths whose page says that it was elsewhere, where that page is gone."""
    gone = {one.url: path for path, one in old.items() if path not in new}
    return {
        path: gone[alias]
        for path, one in new.items()
        if path not in old
        for alias in one.data.aliases
        if alias in gone
    }


def _change(
    was: AnyEntry | None, is_: AnyEntry | None, moved: bool, weighed: tuple[Weights, Weights]
) -> EntryChange:
    entry = is_ or was
    if entry is None:
        raise ValueError("a change without a page")
    claims = [_claims(one) for one in (was, is_)]
    sources = [_sources(one) for one in (was, is_)]
    return EntryChange(
        path=_short(entry.source.path),
        title=_short(entry.data.title),
        kind=entry.ref.kind,
        state=_state(was, is_, moved),
        status=str(entry.data.status.value),
        fields=list(_fields(was, is_, {*claims[0], *claims[1]}))[:MOST] if was and is_ else [],
        claims_added=[one for one in claims[1] if one not in claims[0]][:MOST],
        claims_lost=[one for one in claims[0] if one not in claims[1]][:MOST],
        sources_added=sorted(sources[1] - sources[0])[:MOST],
        sources_lost=sorted(sources[0] - sources[1])[:MOST],
        words=(_words(was), _words(is_)),
        reading=(_reading(was), _reading(is_)),
        bytes=(_weight(was, weighed[0]), _weight(is_, weighed[1])),
    )


def _state(
    was: AnyEntry | None, is_: AnyEntry | None, moved: bool
) -> Literal["new", "changed", "moved", "gone"]:
    if was is None:
        return "new"
    if is_ is None:
        return "gone"
    return "moved" if moved else "changed"


def _claims(entry: AnyEntry | None) -> list[str]:
    if entry is None:
        return []
    told = [claim for _, claim in parts(entry.data, Claim)]
    figures = [figure for _, figure in parts(entry.data, Measure)]
    rows = [one.says for one in told] + [f"{one.says}: {one.value} {one.unit}" for one in figures]
    return list(dict.fromkeys(map(_short, rows)))


def _sources(entry: AnyEntry | None) -> set[str]:
    return {one.source[:120] for one in citations(entry, pointers=True)} if entry else set()


def _words(entry: AnyEntry | None) -> int:
    return entry.outline.words if entry else 0


def _reading(entry: AnyEntry | None) -> int:
    if entry is None or entry.outline.words < _FEWEST:
        return 0
    return round(lix(entry.outline.paragraphs, entry.outline.counts))


def _weight(entry: AnyEntry | None, weights: Weights) -> int:
    return weights.get(str(entry.source.path), 0) if entry else 0


def _fields(was: AnyEntry, is_: AnyEntry, claims: set[str]) -> Iterator[FieldChange]:
    """Fields that say something else, one row each; claims and sources are told elsewhere."""
    old, new = _leaves(was.data), _leaves(is_.data)
    done: set[tuple[str, ...]] = set()
    for keys in dict.fromkeys([*new, *old]):
        if old.get(keys) == new.get(keys) or keys[-1] in _TOLD:
            continue
        # A whole item that came or went is one row, not one for each of its fields.
        whole = _item(keys, old, new)
        if whole in done:
            continue
        done.add(whole)
        if whole != keys and _short(whole[-1]) in claims:
            continue
        yield FieldChange(
            field=_short(" › ".join(whole if whole == keys else whole[:-1])),
            old=_said(whole, keys, old),
            new=_said(whole, keys, new),
        )


def _item(keys: tuple[str, ...], old: Leaves, new: Leaves) -> tuple[str, ...]:
    for depth in range(2, len(keys)):
        start = keys[:depth]
        there = [any(key[:depth] == start for key in leaves) for leaves in (old, new)]
        if not all(there):
            return start
    return keys


def _said(whole: tuple[str, ...], keys: tuple[str, ...], leaves: Leaves) -> str:
    if whole == keys:
        return leaves.get(keys, "")
    there = any(key[: len(whole)] == whole for key in leaves)
    return _short(whole[-1]) if there else ""


def _leaves(data: BaseModel) -> Leaves:
    found: Leaves = {}
    for name in type(data).model_fields:
        _gather(getattr(data, name), (name,), found)
    return found


def _gather(value: Any, keys: tuple[str, ...], found: Leaves) -> None:  # noqa: ANN401
    if value is None or value == "" or value == ():
        return
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            _gather(getattr(value, name), (*keys, name), found)
    elif isinstance(value, tuple) and isinstance(value[0], BaseModel):
        for index, one in enumerate(value):
            _gather(one, (*keys, _name(one, index)), found)
    elif isinstance(value, tuple):
        found[keys] = _short(", ".join(map(str, value)))
    else:
        found[keys] = _short(_shown(value))


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


def _name(one: BaseModel, index: int) -> str:
    return next((str(name) for key in _NAMES if (name := getattr(one, key, ""))), str(index + 1))


def _short(text: object) -> str:
    # A file's name may hold bytes that are no letters.
    words = str(text).encode("utf-8", "replace").decode()
    return shorten(" ".join(words.split()), LONGEST)[:LONGEST]


def findings_of(report: Report, paths: frozenset[str], prefix: str) -> tuple[list[Finding], int]:
    """What was found in the files that changed, the worst first, and how many more there are."""
    found = sorted(
        (one for one in report if str(one.source.path) in paths),
        key=lambda one: (one.severity.rank, one.order),
    )
    blocking = [one for one in report.of_severity(Severity.ERROR) if one not in found]
    rows = [
        Finding(
            code=one.code,
            severity=one.severity.value,
            path=_short(f"{prefix}{one.source.path}"),
            line=one.span.line,
            says=_short(one.says),
            hint=_short(one.hint),
        )
        for one in [*found, *blocking]
    ]
    return rows[:MOST], max(0, len(rows) - MOST)
