"""`lsbuild new`: a file that passes every check but for what is marked as still to be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import pycountry
from pydantic import ValidationError

from lsbuild.editing import EditingError
from lsbuild.editing.blank import Blank, needs
from lsbuild.editing.csl import language_code
from lsbuild.editing.yaml_lines import front_matter, plain
from lsbuild.kinds._base import Content
from lsbuild.library.entry import Ref
from lsbuild.library.read import address
from lsbuild.library.speak import speak
from lsbuild.library.tree import is_safe
from lsbuild.relations.portal import Portal
from lsbuild.text.front_matter import split
from lsbuild.text.words import did_you_mean, is_slip, listed, nearest, slug

_BODY = "\nTODO: Write the text here. Each part begins with a line like `## The first month`.\n"
_OTHERS = "More fields, for what you know; write the value after the colon and take the # away:"


@dataclass(frozen=True)
class NewFile:
    """A file that is there now."""

    ref: Ref
    path: PurePosixPath
    """Below `content/`."""
    todos: int
    """How many things its author has still to write."""


def create(
    portal: Portal,
    kind: type[Content],
    title: str,
    given: Mapping[str, Any],
    name: str = "",
    language: str = "",
    body: str = "",
) -> NewFile:
    """Write a new entry; raises `EditingError` rather than touch what is there."""
    known_language(language)
    title = " ".join(title.split())
    slug_ = name or slug(title)
    path = free_path(portal, kind, slug_, language)
    if name and language not in ("", portal.library.language):
        _known_original(portal, kind, name)
    _known_terms(portal, kind, given)
    blank = Blank(kind, portal)
    fields = blank.fields(title, given)
    others = ["# " + _OTHERS, *(f"#{name}:  # {about}" for name, about in blank.others(given))]
    text = front_matter(fields, others) + (body or (_BODY if blank.has_body else ""))
    refuse_mistakes(kind, plain(fields), text, path)
    write_new(portal.library.root / path, text)
    return NewFile(Ref(kind.kind, slug_), path, text.count("TODO"))


def free_path(
    portal: Portal, kind: type[Content], name: str, language: str = "", owner: Ref | None = None
) -> PurePosixPath:
    """Where an entry of this name belongs; raises `EditingError` where something is in the way.

    The former addresses of an `owner` are free for it: a page may go back to where it was.
    """
    if not name and owner:
        raise EditingError("the new name is missing; write it after the slash: lesson/new-name")
    if not name:
        raise EditingError(
            "no address can be made of this title; give one with --slug team-meetings"
        )
    other = "" if language in ("", portal.library.language) else language
    path = PurePosixPath(kind.folder, f"{name}.{other}.md" if other else f"{name}.md")
    depth = len(path.parts) == 2 or kind.kind == "page"
    if slug(name.replace("/", "-")) != name.replace("/", "-") or not depth or not _all_safe(path):
        raise EditingError(
            f"`{name}` cannot be an address; use small letters, digits and single hyphens, "
            "such as team-meetings"
        )
    url = address(kind, name, f"{other}/" if other else "")
    for entry in portal.library:
        if url == entry.url or (url in entry.data.aliases and entry.ref != owner):
            other = "open that file, or give the new one another name with --slug"
            advice = "take another name for the page you move" if owner else other
            raise EditingError(f"`{entry.source.path}` has the address `/{url}`; {advice}")
    return path


def known_language(code: str) -> None:
    """Raises `EditingError` for what is no code; a file named by it could never be read."""
    if not code or (code.islower() and pycountry.languages.get(alpha_2=code)):
        return
    near = language_code(code)
    known = near != code and pycountry.languages.get(alpha_2=near)
    advice = did_you_mean(near) if known else "write two small letters, such as fr"
    raise EditingError(f"`{code}` is no language code; {advice}")


def write_new(place: Path, text: str) -> None:
    """Write a file that was not there; raises `EditingError` where it was."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        with place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise EditingError(
            f"{place} is already there and stays as it is; "
            "open it, or give the new one another name with --slug"
        ) from error


def _known_original(portal: Portal, kind: type[Content], name: str) -> None:
    """A name with a slip in it would begin a page of its own, not a translation."""
    slugs = [one.ref.slug for one in portal.library.of(kind.kind)]
    near = next((one for one in slugs if is_slip(name, one)), "")
    if near and name not in slugs:
        advice = f"write --slug {near} to translate it, or another name"
        raise EditingError(f"no {kind.kind} is called `{name}`, but one is `{near}`; {advice}")


def _all_safe(path: PurePosixPath) -> bool:
    return all(is_safe(PurePosixPath(part)) for part in path.parts)


def _known_terms(portal: Portal, kind: type[Content], given: Mapping[str, Any]) -> None:
    for need in needs(kind):
        ids = [term.id for term in portal.vocabularies.terms(need.vocabulary)]
        values = given.get(need.name, [])
        for value in values if isinstance(values, list) else [values]:
            if ids and value not in ids:
                advice = did_you_mean(nearest(value, ids)) or f"write {listed(ids)}"
                raise EditingError(f"`{value}` is not in the list {need.vocabulary}; {advice}")


def refuse_mistakes(
    kind: type[Content], fields: dict[str, Any], text: str, path: PurePosixPath
) -> None:
    """What was given must fit the kind; our own placeholders always do."""
    try:
        kind.model_validate(fields)
    except ValidationError as error:
        first = speak(error, kind, split(path, text))[0]
        raise EditingError(f"{first.says} ({first.hint})" if first.hint else first.says) from error
