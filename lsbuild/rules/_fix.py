"""Applies the fixes of findings to the files, and leaves every other byte as it was."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path, PurePosixPath

from lsbuild.text.diagnostic import Diagnostic, Fix
from lsbuild.text.front_matter import decode
from lsbuild.text.words import shorten
from lsbuild.text.yaml12 import YamlProblem

_BOM = "\ufeff"


@dataclass(frozen=True)
class Repair:
    """One file before and after its fixes."""

    path: PurePosixPath
    before: bytes
    after: bytes
    fixes: tuple[Fix, ...]
    """Those that were applied; those that overlap another wait for the next run."""

    @property
    def places(self) -> int:
        return len(self.fixes)

    def told(self) -> Iterator[str]:
        """Each place in words: its line, what stood there and what stands there now."""
        text, line, seen = _text(self.before) or "", 1, 0
        for fix in self.fixes:
            line, seen = line + text.count("\n", seen, fix.start), fix.start
            old, new = _seen(text[fix.start : fix.end]), _seen(fix.text)
            guess = "" if fix.safe else " (a guess: look at it)"
            yield f"{line}: {old} → {new}{guess}"


def repairs(
    content: Path, report: Iterable[Diagnostic], *, unsafe: bool = False
) -> Iterator[Repair]:
    """What the safe fixes of a report would make of each file; nothing is written.

    With `unsafe`, guesses that may change a meaning are made too.
    """
    files: dict[PurePosixPath, list[Diagnostic]] = {}
    for one in report:
        if one.fix and (unsafe or one.fix.safe):
            files.setdefault(one.source.path, []).append(one)
    for path, found in files.items():
        before = (content / path).read_bytes()
        # A file that changed since it was read keeps its text: the fixes belong to the old one.
        if _text(before) == found[0].source.text:
            fixes = _apart({one.fix for one in found if one.fix})
            yield Repair(path, before, applied(before, fixes), tuple(fixes))


def repair(
    content: Path, report: Iterable[Diagnostic], *, unsafe: bool = False
) -> tuple[Repair, ...]:
    """Apply the fixes that `repairs` names; says what was done."""
    done = tuple(repairs(content, report, unsafe=unsafe))
    for one in done:
        write_whole(content / one.path, one.after)
    return done


def as_diff(found: Iterable[Repair], prefix: str = "") -> bytes:
    """Repairs as a unified diff that `git apply` takes."""
    return b"".join(
        line.encode() if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n".encode()
        for one in found
        for line in unified_diff(
            _lines(one.before),
            _lines(one.after),
            f"a/{prefix}{one.path}",
            f"b/{prefix}{one.path}",
        )
    )


def _lines(raw: bytes) -> list[str]:
    """Lines as `diff` sees them: a carriage return belongs to its line."""
    return re.findall(r"[^\n]*\n|[^\n]+", raw.decode())


def _seen(text: str) -> str:
    """A stretch of text on one line of a terminal, with what nobody sees by its number.

    >>> _seen("a\u200bb"), _seen("one\\n  two"), _seen("")
    ('`a<U+200B>b`', '`one two`', 'nothing')
    """
    line = " ".join(text.split()) or text.replace("\n", "⏎")
    plain = "".join(one if one.isprintable() else f"<U+{ord(one):04X}>" for one in line)
    return f"`{shorten(plain, 60)}`" if plain else "nothing"


def _text(raw: bytes) -> str | None:
    try:
        return decode(raw)
    except YamlProblem:
        return None


def _apart(fixes: set[Fix]) -> list[Fix]:
    """The fixes that do not touch one another's text, in the order of the file."""
    kept: list[Fix] = []
    for fix in sorted(fixes, key=lambda one: (one.start, one.end, one.text)):
        last = kept[-1] if kept else None
        if last is None or (fix.start >= last.end and fix.start != last.start):
            kept.append(fix)
    return kept


def applied(raw: bytes, fixes: list[Fix]) -> bytes:
    """Put each fix in its place, last first, so that earlier places stay where they are."""
    text = raw.decode()
    head = _BOM if text.startswith(_BOM) else ""
    text = text.removeprefix(head)
    ends = [match.start() - index for index, match in enumerate(re.finditer("\r\n", text))]
    newline = "\r\n" if "\r\n" in text else "\n"
    for fix in reversed(fixes):
        # Findings count a Windows line end as one character; the file holds two.
        start, end = (place + bisect_left(ends, place) for place in (fix.start, fix.end))
        text = text[:start] + fix.text.replace("\n", newline) + text[end:]
    return (head + text).encode()


def write_whole(path: Path, raw: bytes) -> None:
    """Replace a file whole, so that a crash leaves the old one or the new one."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    neighbour = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        shutil.copymode(path, neighbour)
        neighbour.replace(path)
    except BaseException:
        neighbour.unlink(missing_ok=True)
        raise
