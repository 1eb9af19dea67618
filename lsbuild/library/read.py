"""From the folder `content/` to a `Library`, and everything that is wrong with its files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

import pycountry
from pydantic import ValidationError

from lsbuild.kinds import all_kinds
from lsbuild.kinds._base import Content
from lsbuild.library.astray import VOCABULARIES, not_published, of_another, outside, too_deep
from lsbuild.library.entry import Entry, Ref
from lsbuild.library.fields import names_in
from lsbuild.library.half import right_of, stand_in
from lsbuild.library.library import AnyEntry, Library
from lsbuild.library.memory import Memory
from lsbuild.library.speak import speak
from lsbuild.library.terms import with_term
from lsbuild.library.tree import walk
from lsbuild.library.vocabularies import Vocabularies, Vocabulary, VocabularyFile, repeats
from lsbuild.text.diagnostic import Diagnostic, Fix, Report, own_fault
from lsbuild.text.front_matter import decode, line_ends, read_front, split
from lsbuild.text.hands import at_most, share
from lsbuild.text.source import Source, Span
from lsbuild.text.yaml12 import YamlProblem, load

ASSETS = {".png", ".jpg", ".jpeg", ".webp", ".avif", ".pdf", ".csv", ".vtt"}
_LANGUAGE = re.compile(r"(.+)\.([a-z]{2})$")


@dataclass
class _Reading:
    """What has been gathered so far."""

    root: Path
    language: str
    entries: list[AnyEntry] = field(default_factory=list)
    vocabularies: dict[str, Vocabulary] = field(default_factory=dict)
    assets: dict[PurePosixPath, Path] = field(default_factory=dict)
    unread: set[Ref] = field(default_factory=set)
    half: list[AnyEntry] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)

    def tell(self, name: str, path: PurePosixPath, says: str, hint: str = "") -> None:
        self.findings.append(Diagnostic(name, Source(path, ""), Span(1), says, hint))

    def add(self, other: _Reading) -> None:
        self.entries += other.entries
        self.vocabularies |= other.vocabularies
        self.assets |= other.assets
        self.unread |= other.unread
        self.half += other.half
        self.findings += other.findings


def read(
    root: Path, language: str = "en", hands: int = 1, memory: Memory | None = None
) -> tuple[Library, Report]:
    """Read every file below `root`; each becomes an entry, a list, an asset or a finding.

    A file that cannot be read is reported in full and left out; the others go on. Who reads the
    same folder again and again, in one language, brings a `memory`, and only changed files are
    read anew.
    """
    reading = _Reading(root, language)
    paths = list(walk(root, reading.tell))
    if memory is None:
        parts = iter(share(partial(_read, root, language), paths, hands))
    else:
        parts = memory.recall(root, paths, lambda path: _read(root, language, [path]))
    for part in parts:
        reading.add(part)
    reading.entries.sort(key=lambda entry: str(entry.source.path))
    _clashes(reading)
    vocabularies = Vocabularies(dict(sorted(reading.vocabularies.items())))
    library = Library(
        root,
        tuple(reading.entries),
        vocabularies,
        dict(sorted(reading.assets.items())),
        language,
        frozenset(reading.unread),
        tuple(reading.half),
    )
    found = (with_term(one, vocabularies) for one in reading.findings)
    return library, Report.of(found, len(paths))


def _read(root: Path, language: str, paths: Iterable[PurePosixPath]) -> _Reading:
    reading = _Reading(root, language)
    for path in paths:
        try:
            with at_most():
                _sort(reading, path)
        except Exception as error:
            # A fault of ours in one file must not hide what is wrong with the others.
            reading.findings.append(own_fault(Source(path, ""), error))
    return reading


def _sort(reading: _Reading, path: PurePosixPath) -> None:
    """Decide what a file is by where it stands and how it ends."""
    if path.parts[0] == VOCABULARIES and path.suffix == ".yml":
        if len(path.parts) == 2:
            _vocabulary(reading, path)
        else:
            reading.tell("file-outside-collection", path, *too_deep(path))
    elif path.suffix == ".md":
        kind = next((one for one in all_kinds() if one.folder == path.parts[0]), None)
        nested = len(path.parts) != 2 and not (kind and kind.kind == "page")
        if kind is None or nested or len(path.parts) == 1:
            reading.tell("file-outside-collection", path, *outside(path, kind))
        else:
            _entry(reading, path, kind)
    elif path.suffix in ASSETS:
        reading.assets[path] = reading.root / path
    else:
        reading.tell("forbidden-file-type", path, *not_published(path, ASSETS))


def _text(reading: _Reading, path: PurePosixPath) -> str | None:
    try:
        raw = (reading.root / path).read_bytes()
    except OSError as error:
        reading.tell(
            "unreadable-file",
            path,
            f"the file cannot be opened ({error.strerror})",
            "make it readable for the user who builds the portal",
        )
        return None
    try:
        return decode(raw)
    except YamlProblem as problem:
        # Of what is too large, not even the lines are counted.
        whole = problem.name != "oversized-file"
        lines = line_ends(raw.decode("utf-8-sig", errors="replace")) if whole else ""
        reading.findings.append(_placed(Source(path, lines), problem))
        return None


def _placed(source: Source, problem: YamlProblem) -> Diagnostic:
    span = source.span(problem.start, problem.end)
    fix = Fix(problem.hint, *problem.fix) if problem.fix else None
    return Diagnostic(problem.name, source, span, problem.says, problem.hint, fix=fix)


def name_of(path: PurePosixPath, kind: type[Content]) -> tuple[str, str]:
    """The slug and the language in a file's name; no language means the portal's own."""
    stem = str(path.relative_to(kind.folder).with_suffix(""))
    match = _LANGUAGE.match(stem)
    return (match.group(1), match.group(2)) if match else (stem, "")


def address(kind: type[Content], slug: str, prefix: str = "") -> str:
    """The address of an entry below the site; `index` pages stand at their folder."""
    base = "" if kind.kind == "page" else f"{kind.base()}/"
    own = "" if slug == "index" else f"{slug.removesuffix('/index')}/"
    return f"{prefix}{base}{own}"


def _entry(reading: _Reading, path: PurePosixPath, kind: type[Content]) -> None:
    slug, language = name_of(path, kind)
    ref = Ref(kind.kind, slug)
    text = _text(reading, path) if _is_language(reading, path, language) else None
    if text is None:
        reading.unread.add(ref)
        return
    source = split(path, text)
    data, right = _validated(reading, source, kind)
    language = language or reading.language
    prefix = "" if language == reading.language else f"{language}/"
    fields = data or stand_in(kind, right)
    entry = Entry(ref, language, source, fields, address(kind, slug, prefix))
    # Everybody needs it; asked for here, it is made by whichever hand reads the file.
    entry.outline  # noqa: B018
    if data:
        reading.entries.append(entry)
        return
    reading.unread.add(ref)
    # Where the fields do not end, all of the file would be its body.
    if source.body_at:
        reading.half.append(entry)


def _is_language(reading: _Reading, path: PurePosixPath, code: str) -> bool:
    known = not code or pycountry.languages.get(alpha_2=code) is not None
    if not known:
        hint = "end the name as `.fr.md` for French, or write a hyphen for the dot before it"
        reading.tell("unknown-language", path, f"no language has the code `{code}`", hint)
    return known


def _validated(
    reading: _Reading, source: Source, kind: type[Content]
) -> tuple[Content | None, dict[str, Any]]:
    """The fields; where some have mistakes none of them, and what was written of the others."""
    try:
        front = read_front(source, names_in(kind))
        return kind.model_validate(front), front
    except YamlProblem as problem:
        reading.findings.append(_placed(source, problem))
    except ValidationError as error:
        if strange := of_another(front, kind):
            one = Diagnostic("file-outside-collection", source, Span(1), *strange)
            reading.findings.append(one)
        else:
            reading.findings += speak(error, kind, source)
        return None, right_of(front, error)
    return None, {}


def _vocabulary(reading: _Reading, path: PurePosixPath) -> None:
    text = _text(reading, path)
    if text is None:
        return
    source = Source(path, text, front=text, body_at=len(text))
    try:
        data = VocabularyFile.model_validate(load(text))
    except YamlProblem as problem:
        reading.findings.append(_placed(source, problem))
    except ValidationError as error:
        reading.findings += speak(error, VocabularyFile, source)
    else:
        reading.findings += repeats(source, data)
        reading.vocabularies[path.stem] = Vocabulary(path.stem, source, data)


def _clashes(reading: _Reading) -> None:
    """Two files with one address: neither wins, so both stay out until one has moved."""
    seen: dict[str, AnyEntry] = {}
    clashing: set[str] = set()
    for entry in reading.entries:
        other = seen.setdefault(entry.url, entry)
        if other is not entry:
            clashing.add(entry.url)
            reading.unread |= {entry.ref, other.ref}
            reading.tell(
                "clashing-address",
                entry.source.path,
                f"`{other.source.path}` already has the address `/{entry.url}`",
                "rename one of the two files",
            )
    reading.entries = [entry for entry in reading.entries if entry.url not in clashing]
