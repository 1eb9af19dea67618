"""Each payload in a file of its own, as an author could propose it; and what `check` says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from lsbuild.editing.sources import Written, import_sources
from lsbuild.pipeline import examine
from lsbuild.settings import Settings
from lsbuild.text import yaml12
from lsbuild.text.front_matter import split
from tests.portals import Portal
from tests.proof.payloads import BIBTEX, BODY, FIELD, FILES, IMPORTS, NAMES

THEMES = "_vocabularies/themes.yml"
LESSON = "lessons/sample-second-lesson.md"
TERM = """\
---
title: Planted {n}
summary: A word that only a test would plant, number {n}.
status: published
definitions:
  - says: Something planted.
    sources: [{{source: sample-article, locator: p. 3}}]
---

"""
Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class Attempt:
    """One payload in its place: files below `content/`, and terms added to a list."""

    number: int
    place: str
    words: str
    files: tuple[tuple[str, bytes], ...]
    term: str = ""

    def plant(self, content: Path) -> None:
        for name, data in self.files:
            path = content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        if self.term:
            with (content / THEMES).open("a", encoding="utf-8") as themes:
                themes.write(self.term)

    def take_back(self, content: Path, themes: str) -> None:
        for name, _ in self.files:
            (content / name).unlink()
        (content / THEMES).write_text(themes, "utf-8")


def _as_published(written: bytes) -> bytes:
    """As if an editor had looked at it and let it through."""
    data = written.replace(b"status: draft", b"status: published")
    return data.replace(b"# TODO: ", b"# ").replace(b"TODO: ", b"")


def hit(words: str, number: int) -> str:
    """A payload that says its number when it runs."""
    return words.replace("HIT", f"window.hit={number}")


def attempts(portal: Portal, settings: Settings, every: int = 1) -> Iterator[Attempt]:
    """All payloads in all places; with `every`, each so many-th of them."""
    number = 0
    for place, words, make in (*_bodies(), *_fields(portal), *_terms(portal), *_names(), *_files()):
        number += 1
        if number % every == 0:
            yield make(number, place, hit(words, number))
    for form in ("bib", "json"):
        for reference in IMPORTS:
            number += 1
            if number % every == 0:
                yield _imported(number, form, reference, portal, settings)


def refused(attempt: Attempt, portal: Portal, settings: Settings) -> bool:
    """Whether `check` would stop a build with this payload in it."""
    themes = (portal.content / THEMES).read_text("utf-8")
    attempt.plant(portal.content)
    try:
        return examine(settings)[1].blocks()
    finally:
        attempt.take_back(portal.content, themes)


def _bodies() -> Iterator[tuple[str, str, Any]]:
    for words in BODY:
        yield "body", words, _body


def _body(number: int, place: str, words: str) -> Attempt:
    text = f"{TERM.format(n=number)}{words}\n"
    return Attempt(number, place, words, ((f"glossary/planted-{number}.md", text.encode()),))


def _names() -> Iterator[tuple[str, str, Any]]:
    for words in NAMES:
        yield "file name", words, _name


def _name(number: int, place: str, words: str) -> Attempt:
    text = f"{TERM.format(n=number)}Planted.\n"
    return Attempt(number, place, words, ((f"glossary/{words}.md", text.encode()),))


def _files() -> Iterator[tuple[str, str, Any]]:
    for name, words in FILES.items():

        def make(number: int, place: str, words: str, name: str = name) -> Attempt:
            page = f"{TERM.format(n=number)}[a file](p{number}-{name}) ![x](p{number}-{name})\n"
            # A file with a dot alone has no ending to go by.
            files = ((f"glossary/p{number}-{name}", words.encode("latin-1")),)
            return Attempt(
                number, place, words, (*files, (f"glossary/planted-{number}.md", page.encode()))
            )

        yield ("SVG" if name.endswith(".svg") else "other file"), words, make


def _fields(portal: Portal) -> Iterator[tuple[str, str, Any]]:
    """Each text in each field of each kind, as the golden site has them."""
    seen: set[tuple[str | int, ...]] = set()
    turn = 0
    for file in sorted(portal.content.glob("*/*.md")):
        source = split(Path(file.name), file.read_text("utf-8"))  # type: ignore[arg-type]
        front = yaml12.load(source.front)
        if front["status"] != "published" or file.name.count(".") > 1:
            continue
        for path in _leaves(front):
            name = (file.parent.name, *(key for key in path if isinstance(key, str)))
            if name in seen:
                continue
            seen.add(name)
            turn += 1
            words = FIELD[turn % len(FIELD)]
            yield "front matter", words, _Field(file.parent.name, front, source.body, path)


@dataclass(frozen=True)
class _Field:
    folder: str
    front: dict[str, Any]
    body: str
    path: Path_

    def __call__(self, number: int, place: str, words: str) -> Attempt:
        front = json.loads(json.dumps(self.front))
        front.pop("aliases", None) if self.path[0] != "aliases" else None
        front["title"] = f"{front['title']} {number}"
        inner = front
        for key in self.path[:-1]:
            inner = inner[key]
        inner[self.path[-1]] = words
        text = f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n{self.body}"
        where = f"{place} ({'.'.join(map(str, self.path))})"
        return Attempt(
            number, where, words, ((f"{self.folder}/planted-{number}.md", text.encode()),)
        )


def _leaves(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    rows = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in rows:
        if isinstance(inner, dict | list):
            yield from _leaves(inner, (*path, key))
        elif isinstance(inner, str):
            yield (*path, key)


def _terms(portal: Portal) -> Iterator[tuple[str, str, Any]]:
    lesson = (portal.content / LESSON).read_text("utf-8")
    for turn, words in enumerate(FIELD):
        field = ("label", "description", "id", "broader")[turn % 4]

        def make(number: int, place: str, words: str, field: str = field) -> Attempt:
            term = {"id": f"p{number}", "label": f"Planted {number}", field: words}
            own = lesson.replace("themes: [", f"themes: [p{number}, ")
            own = own.replace("A second sample lesson", f"A planted lesson {number}")
            return Attempt(
                number,
                f"{place} ({field})",
                words,
                ((f"lessons/planted-{number}.md", own.encode()),),
                f"  - {json.dumps(term, ensure_ascii=False)}\n",
            )

        yield "vocabulary", words, make


def _imported(
    number: int, form: str, reference: tuple[str, str, str], portal: Portal, settings: Settings
) -> Attempt:
    """What `lsbuild sources import` writes for a hostile reference."""
    title, author, url = (hit(one, number) for one in reference)
    file = portal.root.parent / f"references.{form}"
    if form == "bib":
        text = BIBTEX.format(n=number, title=title, author=author, url=url)
    else:
        names = [{"family": author, "given": author}]
        row = {"id": "x", "type": "book", "title": title, "author": names, "URL": url}
        text = json.dumps([{**row, "abstract": title, "note": title}])
    file.write_text(text, "utf-8")
    written = []
    for one in import_sources(examine(settings)[0], file):
        if isinstance(one, Written):
            path = portal.content / one.path
            written.append((str(one.path), _as_published(path.read_bytes())))
            path.unlink()
    return Attempt(number, f"import ({form})", title, tuple(written))
