"""`lsbuild rename`: a page moves, all that name it follow, and its old address leads on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lsbuild.editing import EditingError
from lsbuild.editing.front import former_addresses
from lsbuild.editing.new import free_path
from lsbuild.editing.places import Form, Place, file_links, places, way
from lsbuild.kinds._scales import Status
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry, Library
from lsbuild.library.read import address
from lsbuild.relations.portal import Portal
from lsbuild.rules._fix import Repair, repairs, write_whole
from lsbuild.text.diagnostic import Diagnostic, Fix
from lsbuild.text.source import Span
from lsbuild.text.words import did_you_mean, nearest


@dataclass(frozen=True)
class Renamed:
    """What was moved, and which files were changed for it."""

    moved: tuple[tuple[PurePosixPath, PurePosixPath], ...]
    changed: tuple[Repair, ...]
    """The other files, and in how many places each."""


def rename(portal: Portal, old: Ref, new: Ref) -> Renamed:
    """Give an entry another name; raises `EditingError` before anything is written."""
    library = portal.library
    versions = versions_of(library, old)
    refuse_unread(library)
    moves = {
        entry.source.path: free_path(portal, type(entry.data), new.slug, entry.language, owner=old)
        for entry in versions
    }
    for path in moves.values():
        if (library.root / path).exists():
            raise EditingError(f"`{path}` is already there and stays as it is; take another name")
    if any(not entry.url for entry in versions):
        raise EditingError("the first page of the portal has no other address")
    fixes = [
        Diagnostic("rename", entry.source, Span(1), "", fix=fix)
        for entry in library
        for fix in _fixes(entry, old, new, moves, portal)
    ]
    made = {one.path: one for one in repairs(library.root, fixes)}
    changed = tuple(one for path, one in sorted(made.items()) if path not in moves)
    _write(library.root, moves, made, changed)
    return Renamed(tuple(moves.items()), changed)


def versions_of(library: Library, ref: Ref) -> tuple[AnyEntry, ...]:
    """An entry in all its languages; raises `EditingError` where there is none."""
    versions = library.versions(ref)
    if not versions:
        names = [str(one.ref) for one in library]
        # What was typed without a slash is a name, and its kind is missing.
        typed = str(ref).removesuffix("/")
        same = (name for name in names if name.partition("/")[2] == typed)
        near = next(same, "") or nearest(str(ref), names)
        advice = did_you_mean(near) or "write kind and name, such as lesson/team-meetings"
        raise EditingError(f"no entry is called `{typed}`; {advice}")
    return versions


def refuse_unread(library: Library) -> None:
    """What cannot be read may name the entry, and could not follow."""
    if library.unread:
        names = ", ".join(f"`{ref}`" for ref in sorted(library.unread)[:3])
        more = " and others" if library.unread and len(library.unread) > 3 else ""
        raise EditingError(
            f"{names}{more} cannot be read, and may name this page; "
            "mend what `lsbuild check` says there first"
        )


def _fixes(
    entry: AnyEntry, old: Ref, new: Ref, moves: dict[PurePosixPath, PurePosixPath], portal: Portal
) -> Iterator[Fix]:
    folder = moves.get(entry.source.path, entry.source.path).parent
    for place in places(entry, old):
        # A link to a translation that was never written stays as broken as it is.
        if place.path is None or place.path in moves:
            yield Fix("rename", place.start, place.end, _named(place, new, moves, folder))
    if entry.ref == old:
        prefix = "" if entry.language == portal.library.language else f"{entry.language}/"
        # Nobody has the address of a draft.
        was = "" if entry.data.status is Status.DRAFT else entry.url
        aliases = former_addresses(entry, was, address(type(entry.data), new.slug, prefix))
        yield from [aliases] if aliases else []
        if folder != entry.source.path.parent:
            yield from _own_links(entry, moves, folder)


def _named(
    place: Place, new: Ref, moves: dict[PurePosixPath, PurePosixPath], folder: PurePosixPath
) -> str:
    if place.path is not None:
        return way(moves[place.path], folder)
    return new.slug if place.form is Form.SLUG else str(new)


def _own_links(
    entry: AnyEntry, moves: dict[PurePosixPath, PurePosixPath], folder: PurePosixPath
) -> Iterator[Fix]:
    """The ways from a page that goes to another folder, seen from there."""
    body = entry.source.body.encode()
    for written, path, start in file_links(entry):
        if path not in moves:
            at = entry.source.body_at + len(body[:start].decode())
            yield Fix("rename", at, at + len(written), way(path, folder))


def _write(
    root: Path,
    moves: dict[PurePosixPath, PurePosixPath],
    made: dict[PurePosixPath, Repair],
    changed: tuple[Repair, ...],
) -> None:
    """New files first, old ones last: whatever stops us, no text is lost."""
    for old, new in moves.items():
        raw = made[old].after if old in made else (root / old).read_bytes()
        (root / new).parent.mkdir(parents=True, exist_ok=True)
        with (root / new).open("xb") as file:
            file.write(raw)
        shutil.copymode(root / old, root / new)
    for one in changed:
        write_whole(root / one.path, one.after)
    for old in moves:
        (root / old).unlink()
