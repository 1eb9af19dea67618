"""What stands beside the place where it would be read, and the way there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

import pycountry

from lsbuild.kinds import all_kinds
from lsbuild.kinds._base import Content
from lsbuild.library.tree import APPLE, AS_TEXT, as_jpeg, repaired
from lsbuild.text.words import listed

VOCABULARIES = "_vocabularies"


def outside(path: PurePosixPath, kind: type[Content] | None) -> tuple[str, str]:
    """What is wrong with the folder of a page, and what to do."""
    if kind is None and (right := _with_language(path.parts[1:2], path.parts[0], path)):
        return "languages have no folders of their own", f"move it to `{right}`"
    if kind is None or len(path.parts) == 1:
        folders = listed(f"{one.folder}/" for one in all_kinds())
        return "this file is in no collection", f"move it into {folders}"
    return too_deep(path, "pages")


def too_deep(path: PurePosixPath, what: str = "lists") -> tuple[str, str]:
    """What is wrong with a file in a folder too many, and what to do."""
    deep, folder = len(path.parts) - 2, path.parts[0]
    if deep == 1 and (right := _with_language((folder,), path.parts[1], path)):
        return "languages have no folders of their own", f"move it to `{right}`"
    steps = "one folder" if deep == 1 else f"{deep} folders"
    return (
        f"{what} in folders inside `{folder}/` are not read",
        f"move it {steps} up: `{folder}/{path.name}`",
    )


def _with_language(folder: Sequence[str], code: str, path: PurePosixPath) -> str:
    """Where a translation belongs that stands in a folder for its language; else nothing."""
    known = [one.folder for one in all_kinds() if one.folder in folder]
    language = len(code) == 2 and pycountry.languages.get(alpha_2=code)
    if not known or not language or path.suffix != ".md":
        return ""
    # One moved up without it would lie where its original is.
    return f"{known[0]}/{path.stem.removesuffix(f'.{code}')}.{code}.md"


def not_published(path: PurePosixPath, endings: Iterable[str]) -> tuple[str, str]:
    """What is wrong with a file of this type, and what to do."""
    hint = f"only Markdown, and pictures and files ending in {listed(sorted(endings))}"
    if path.suffix in APPLE:
        hint = as_jpeg(path.name)
    elif path.suffix in AS_TEXT and any(one.folder == path.parts[0] for one in all_kinds()):
        hint = f"rename it to `{repaired(path.name) or 'team-meetings.md'}`"
    elif path.parts[0] == VOCABULARIES and path.suffix == ".yaml":
        hint = f"rename it to `{path.stem}.yml`"
    return f"files ending in `{path.suffix}` are not published", hint


def of_another(fields: Iterable[str], kind: type[Content]) -> tuple[str, str] | None:
    """What is wrong where several fields are not of this kind, and all are of one other."""
    given = set(fields)
    if len(given - kind.model_fields.keys()) < 2:
        return None
    fits = [one for one in all_kinds() if given <= one.model_fields.keys()]
    if len(fits) != 1:
        return None
    return (
        f"these are the fields of a `{fits[0].kind}`, and each file here is a `{kind.kind}`",
        f"move the file into `{fits[0].folder}/`",
    )
