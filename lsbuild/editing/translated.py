"""A translation begun from its original: all its fields and its text, to be put into our words."""

from __future__ import annotations

from collections.abc import Iterable

from lsbuild.editing import EditingError
from lsbuild.editing.front import append, set_field, set_status
from lsbuild.editing.new import NewFile, free_path, known_language, refuse_mistakes, write_new
from lsbuild.editing.yaml_lines import scalar
from lsbuild.kinds._base import Content
from lsbuild.kinds._scales import Status
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.relations.translations import fingerprint
from lsbuild.rules._fix import applied
from lsbuild.text.front_matter import read_front, split
from lsbuild.text.words import listed

_TODO = "TODO: translate the other fields and the text as well; ids and numbers stay"


def to_translate(portal: Portal, kind: type[Content], name: str, language: str) -> AnyEntry | None:
    """The original that a new entry of this name and language would be a translation of."""
    if not name or language in ("", portal.library.language):
        return None
    known_language(language)
    return portal.library.find(Ref(kind.kind, name), portal.library.language, drafts=True)


def translate(
    portal: Portal, first: AnyEntry, title: str, language: str, given: Iterable[str] = ()
) -> NewFile:
    """Write a draft with what the original has; raises `EditingError` rather than lose anything."""
    if flags := [f"--{name.replace('.', '-')}" for name in given]:
        raise EditingError(
            f"a translation begins with the fields of `{first.source.path}`; "
            f"leave out {listed(flags, 'and')}, and change them in the new file"
        )
    if first.data.status is Status.WITHDRAWN:
        raise EditingError(f"`{first.source.path}` is withdrawn, so it is not to be translated")
    path = free_path(portal, type(first.data), first.ref.slug, language)
    title = " ".join(title.split())
    fixes = [
        set_field(first, "title", f"title: {scalar(title)}  # {_TODO}"),
        set_field(first, "aliases", ""),
        set_field(first, "translation_of", ""),
        set_status(first, "draft"),
        append(first, f"translation_of: {scalar(fingerprint(first))}\n"),
    ]
    wanted = sorted((one for one in fixes if one), key=lambda one: one.start)
    text = applied(first.source.text.encode(), wanted).decode()
    refuse_mistakes(type(first.data), read_front(split(path, text)), text, path)
    write_new(portal.library.root / path, text)
    return NewFile(first.ref, path, text.count("TODO"))
