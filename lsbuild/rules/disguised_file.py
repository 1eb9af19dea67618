from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsbuild.library.tree import IN_APPLES_FORM
from lsbuild.relations.portal import Portal
from lsbuild.rules._pictures import SUFFIXES, picture
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.source import Source, Span

_HEADS = {".pdf": b"%PDF-", ".vtt": b"WEBVTT"}
_APPLES = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")


class DisguisedFile(Rule):
    """A file is not what its name says.

    Browsers trust the ending, so such a file is not shown, and a program that looks like a
    picture is a danger to whoever downloads it. If only the ending is wrong, rename the file;
    otherwise open it in the program it was made with, and save it as what it should be.
    """

    code = "LS504"
    name = "disguised-file"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ![Eight people around a table](meeting.png)
    --- lessons/meeting.png (JPEG, 40 x 30 pixels)   # <- LS504
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    ![Eight people around a table](meeting.jpg)
    --- lessons/meeting.jpg (JPEG, 40 x 30 pixels)
    """

    def check_portal(self, portal: Portal) -> Iterator[Diagnostic]:
        for path, file in portal.library.assets.items():
            really = _mismatch(path.suffix, file)
            if really:
                hint = "rename it to what it is, or save it again in the right form"
                if IN_APPLES_FORM in really:
                    hint = f"open it and save it as JPEG, with the name `{path.stem}.jpg`"
                says = f"the name ends in `{path.suffix}`, and this {really}"
                yield self.found(Source(path, ""), Span(1), says, hint)


def _mismatch(suffix: str, file: Path) -> str:
    """What a file is, where that is not what its ending says."""
    if suffix in SUFFIXES:
        found = picture(file)
        if found is None:
            return f"is {IN_APPLES_FORM}" if _is_apples(file) else "is no picture we can open"
        return "" if found.type == SUFFIXES[suffix] else f"is a {found.type} picture"
    with file.open("rb") as opened:
        head = opened.read(4096).removeprefix(b"\xef\xbb\xbf")
    if suffix in _HEADS:
        return "" if head.startswith(_HEADS[suffix]) else "is something else"
    return "is not text" if b"\0" in head or head.startswith((b"PK", b"\xd0\xcf")) else ""


def _is_apples(file: Path) -> bool:
    with file.open("rb") as opened:
        head = opened.read(12)
    return head[4:8] == b"ftyp" and head[8:] in _APPLES
