"""Where the links of a body lead, whichever way they are written."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import PurePosixPath

from lsbuild.kinds import all_kinds
from lsbuild.kinds._marks import Keys, parts
from lsbuild.kinds._parts import Claim
from lsbuild.kinds.learning_site import Layer
from lsbuild.kinds.role_guide import Action
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry, Library
from lsbuild.library.read import name_of
from lsbuild.text.outline import Link, LinkType


def links(entry: AnyEntry) -> Iterator[tuple[Link, Ref, str]]:
    """Each link of a body to another entry: `[[lesson/a]]` or `[words](a.md)`; and its anchor."""
    for link in entry.outline.links:
        if link.type is LinkType.ENTRY:
            target, _, anchor = link.target.partition("#")
            yield link, Ref.parse(target), anchor
        elif link.type is LinkType.FILE:
            path, anchor = beside(entry, link.target)
            ref = ref_of(path)
            if ref is not None:
                yield link, ref, anchor


def led_to(entry: AnyEntry, library: Library) -> Iterator[tuple[Link, AnyEntry, str]]:
    """Each link of a body with the version of an entry that it opens, and its anchor.

    A link to a file opens that file; the name of an entry, what suits the reader of the page.
    """
    for link, ref, anchor in links(entry):
        if link.type is LinkType.FILE:
            target = library.by_path.get(beside(entry, link.target)[0])
        else:
            target = find(ref, entry, library)
        if target is not None:
            yield link, target, anchor


def find(ref: Ref, entry: AnyEntry, library: Library) -> AnyEntry | None:
    """What an entry means by a name: drafts are written together, and mean each other."""
    return library.find(ref, entry.language, drafts=not entry.is_public)


def beside(entry: AnyEntry, target: str) -> tuple[PurePosixPath, str]:
    """A relative path in a body, as a path below `content/`, and the anchor after it."""
    return _beside(entry.source.path, target)


@lru_cache(maxsize=10_000)
def _beside(file: PurePosixPath, target: str) -> tuple[PurePosixPath, str]:
    # Half a dozen rules ask for the same.
    path, _, anchor = target.partition("#")
    return PurePosixPath(posixpath.normpath(posixpath.join(file.parent, path))), anchor


@cache
def ref_of(path: PurePosixPath) -> Ref | None:
    """The name of the entry that a file is, or would be."""
    # The way to the folder of all content has no parts.
    kind = next((one for one in all_kinds() if one.folder in path.parts[:1]), None)
    if kind is None or path.suffix != ".md":
        return None
    return Ref(kind.kind, name_of(path, kind)[0])


def anchors(entry: AnyEntry) -> set[str]:
    """What a link to a part of an entry's page can name."""
    return {*own_anchors(entry), *(anchor for _, anchor in named_parts(entry))}


def own_anchors(entry: AnyEntry) -> set[str]:
    """The sections of the page and the headings of the body."""
    sections = {section.id for section in type(entry.data).sections}
    return sections | {heading.id for heading in entry.outline.headings}


def named_parts(entry: AnyEntry) -> Iterator[tuple[Keys, str]]:
    """Each part with an id of its own, and the anchor it has on the page."""
    for keys, layer in parts(entry.data, Layer):
        yield keys, f"layer-{layer.id}"
    for keys, action in parts(entry.data, Action):
        yield keys, action.id
    for keys, claim in parts(entry.data, Claim):
        if claim.id:
            yield keys, claim.id
