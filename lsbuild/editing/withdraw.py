"""`lsbuild withdraw`: a page is taken down; at its address stand the day and the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from pydantic import ValidationError

from lsbuild.editing import EditingError
from lsbuild.editing.front import append, set_status
from lsbuild.editing.places import line_of, places
from lsbuild.editing.rename import versions_of
from lsbuild.editing.yaml_lines import scalar
from lsbuild.kinds._keeping import Withdrawal
from lsbuild.kinds._scales import Status
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry, Library
from lsbuild.relations.portal import Portal
from lsbuild.rules._fix import repair
from lsbuild.text.dates import today
from lsbuild.text.diagnostic import Diagnostic, Fix
from lsbuild.text.source import Span


@dataclass(frozen=True)
class Withdrawn:
    """The files that were changed, and the places that still lead there."""

    paths: tuple[PurePosixPath, ...]
    places: tuple[tuple[PurePosixPath, int], ...]
    """File and line, in published pages and in drafts."""


def withdraw(portal: Portal, ref: Ref, why: str) -> Withdrawn:
    """Take an entry down in all its languages; raises `EditingError` before anything is written."""
    library = portal.library
    versions = [one for one in versions_of(library, ref) if one.data.withdrawal is None]
    _refuse(versions, ref)
    lines = f"withdrawal:\n  on: {today()}\n  why: {scalar(_reason(why))}\n"
    fixes = [
        Diagnostic("withdraw", entry.source, Span(1), "", fix=fix)
        for entry in versions
        for fix in _fixes(entry, lines)
    ]
    done = repair(library.root, fixes)
    return Withdrawn(tuple(one.path for one in done), tuple(_referring(library, ref)))


def _refuse(versions: list[AnyEntry], ref: Ref) -> None:
    if not versions:
        raise EditingError(f"`{ref}` has been withdrawn before; its file says when and why")
    if all(one.data.status is Status.DRAFT and not one.is_taken_down for one in versions):
        raise EditingError(
            f"`{ref}` is a draft that no reader can open; "
            f"delete the file `{versions[0].source.path}`"
        )


def _reason(why: str) -> str:
    try:
        return Withdrawal(on=today(), why=" ".join(why.split())).why
    except ValidationError as error:
        raise EditingError(
            "the reason must be a sentence or two of plain text, in words that harm nobody"
        ) from error


def _fixes(entry: AnyEntry, lines: str) -> Iterator[Fix]:
    status = set_status(entry, Status.WITHDRAWN)
    block = append(entry, lines)
    if status.start == block.start:
        yield append(entry, status.text + lines)
    else:
        yield from (status, block)


def _referring(library: Library, ref: Ref) -> Iterator[tuple[PurePosixPath, int]]:
    for entry in library:
        if entry.ref != ref and entry.data.status is not Status.WITHDRAWN:
            lines = {line_of(entry, place) for place in places(entry, ref)}
            yield from ((entry.source.path, line) for line in sorted(lines))
