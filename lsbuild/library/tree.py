"""The files below `content/`: what is no plain file with a safe name is named and left out."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import pycountry

from lsbuild.text.words import slug

Tell = Callable[[str, PurePosixPath, str, str], None]

_WORD = r"[a-z0-9]+(?:-[a-z0-9]+)*"
# A page may name its language. Other dots would make a folder such as `index.html/`.
_FILE = re.compile(rf"{_WORD}(?:\.[a-z]{{2}})?\.md|{_WORD}(?:\.[a-z0-9]+)*(?<!\.md)")
_FOLDER = re.compile(_WORD)
# What systems and Word make unasked, and what keeps an empty folder in git.
_UNASKED = re.compile(
    r"\.DS_Store|\._.*|Thumbs\.db|desktop\.ini|~\$.*|\.gitkeep", re.IGNORECASE | re.DOTALL
)
_PORTS = [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
_WINDOWS = {"con", "prn", "aux", "nul", *_PORTS}
APPLE = (".heic", ".heif")
"""How pictures of an iPhone end."""
IN_APPLES_FORM = "a picture in Apple's form (HEIC), which browsers do not show"
AS_TEXT = (".markdown", ".mdown", ".txt")
"""How other programs end what is Markdown here."""


def walk(root: Path, tell: Tell) -> Iterator[PurePosixPath]:
    """Every real file below a folder, in order; links are named, never followed."""
    yield from _walk(root, PurePosixPath("."), tell)


def _walk(root: Path, folder: PurePosixPath, tell: Tell) -> Iterator[PurePosixPath]:
    for found in _scan(root, folder, tell):
        path = folder / found.name
        if found.is_symlink():
            tell(
                "symlink",
                path,
                "this is a link to another place, not a file",
                "put the file itself here; nothing outside `content/` is ever read",
            )
        elif _UNASKED.fullmatch(found.name) and found.is_file(follow_symlinks=False):
            continue
        elif not is_safe(path, folder=found.is_dir(follow_symlinks=False)):
            says = f"the name `{found.name}` cannot stand here"
            tell("unsafe-file-name", path, says, _other_name(found))
        elif found.is_dir(follow_symlinks=False):
            yield from _walk(root, path, tell)
        elif found.is_file(follow_symlinks=False):
            yield path
        else:
            tell(
                "unreadable-file",
                path,
                "this is not a file that can be read",
                "delete it: pipes, sockets and devices cannot be published",
            )


def _other_name(found: os.DirEntry[str]) -> str:
    folder = found.is_dir(follow_symlinks=False)
    if not folder and found.name.lower().endswith(APPLE):
        return as_jpeg(found.name)
    right = repaired(found.name, folder=folder) or "team-meetings.md"
    return f"use small letters, digits and single hyphens: `{right}`"


def as_jpeg(name: str) -> str:
    """What to do with a picture in Apple's form, whatever it is called."""
    right = repaired(f"{PurePosixPath(name).stem}.jpg") or "meeting.jpg"
    return f"this is {IN_APPLES_FORM}: save it as JPEG, with the name `{right}`"


def repaired(name: str, *, folder: bool = False) -> str:
    """The same name as it may stand here; nothing where none can be made of it.

    >>> repaired("Night Calls été.md"), repaired("Réunion.fr.MD"), repaired("con.md")
    ('night-calls-ete.md', 'reunion.fr.md', '')
    >>> repaired("meetings.French.md"), repaired("meetings.final.md")
    ('meetings.fr.md', 'meetings-final.md')
    """
    end = "" if folder else PurePosixPath(name).suffix
    stem = name.removesuffix(end)
    end = ".md" if end.lower() in AS_TEXT else end.lower().strip()
    before, _, last = stem.rpartition(".")
    language = _language(last) if end == ".md" and before else ""
    if language:
        stem, end = before, f".{language}.md"
    right = f"{slug(stem)}{end}"
    return right if (folder or end) and is_safe(PurePosixPath("-", right), folder=folder) else ""


def _language(written: str) -> str:
    """The code at the end of a name, also of a language that is written out."""
    if re.fullmatch("[a-z]{2}", written):
        return written
    try:
        # Codes of three letters are names of months, and words.
        found = pycountry.languages.lookup(written) if len(written) > 3 else None
    except LookupError:
        return ""
    return getattr(found, "alpha_2", "")


def _scan(root: Path, folder: PurePosixPath, tell: Tell) -> list[os.DirEntry[str]]:
    try:
        return sorted(os.scandir(root / folder), key=lambda one: one.name)
    except OSError as error:
        tell(
            "unreadable-file",
            folder,
            f"the folder cannot be opened ({error.strerror})",
            "make it readable for the user who builds the portal",
        )
        return []


def is_safe(path: PurePosixPath, *, folder: bool = False) -> bool:
    """Whether every system can hold the name, and an address too."""
    # Only the folder of vocabularies, which is no address, begins with an underscore.
    name = path.name.removeprefix("_") if len(path.parts) == 1 else path.name
    reserved = name.split(".")[0] in _WINDOWS
    return bool((_FOLDER if folder else _FILE).fullmatch(name)) and not reserved and len(name) <= 90
