"""What a translation was made from, and whether the original has moved on since."""

from __future__ import annotations

from hashlib import sha256

from lsbuild.library.library import AnyEntry, Library


def original(entry: AnyEntry, library: Library) -> AnyEntry | None:
    """The version in the portal's own language; none for originals and for works without one."""
    found = library.find(entry.ref, library.language, drafts=True)
    same = found is None or found is entry or found.language != library.language
    return None if same else found


def fingerprint(entry: AnyEntry) -> str:
    """Changes with every change of the file: what `translation_of` remembers."""
    return sha256(entry.source.text.encode(errors="surrogateescape")).hexdigest()[:12]


def is_behind(entry: AnyEntry, library: Library) -> bool:
    """Whether the original has changed since a translation says it was made."""
    first = original(entry, library)
    made_from = entry.data.translation_of
    return first is not None and bool(made_from) and made_from != fingerprint(first)
