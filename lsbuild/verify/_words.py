"""Words that must not be online: of withdrawn entries and drafts, and secrets."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

from lsbuild.kinds._told import texts_of
from lsbuild.library.library import AnyEntry
from lsbuild.text.secrets import secrets_in
from lsbuild.text.signs import CONTROL, coded_controls
from lsbuild.verify._page import PageText
from lsbuild.verify._problem import Problem

_SPACE = re.compile(r"\W+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_SHORTEST = 40
# As JSON is written here, this is how control characters below the blank stand in it.
_IN_JSON = re.compile(r"(?<!\\)(?:\\\\)*\\[bfu]")


def unpublished(entries: Iterable[AnyEntry]) -> dict[str, str]:
    """Sentences of entries that readers must not find, folded, each with the entry's name.

    The title is left out: a withdrawn entry's stands on the page that says it was withdrawn.
    """
    entries = list(entries)
    hidden = {
        _folded(sentence): str(entry.ref)
        for entry in entries
        if not entry.is_public
        for text in _texts(entry)
        for sentence in _SENTENCE.split(text)
        if len(sentence) >= _SHORTEST
    }
    told = " ".join(_folded(text) for entry in entries if entry.is_public for text in _texts(entry))
    return {sentence: name for sentence, name in hidden.items() if sentence not in told}


def _texts(entry: AnyEntry) -> Iterator[str]:
    """What an entry tells; most of a case stands in its fields."""
    yield from texts_of(entry.data)
    yield from entry.outline.paragraphs


def in_words(path: str, text: str, hidden: dict[str, str]) -> Iterator[Problem]:
    """Secrets and unpublished sentences in what a file says."""
    for what, found in secrets_in(text):
        # Our handbook shows one that opens nothing.
        if not found.group().endswith("EXAMPLE"):
            yield Problem(path, 0, "secret", f"this looks like {what}")
    if hidden:
        folded = _folded(text)
        for name in sorted({name for words, name in hidden.items() if words in folded}):
            yield Problem(path, 0, "unpublished", f"holds words of `{name}`, which is not public")


def in_signs(path: Path, text: str) -> Iterator[str]:
    """What a file holds that could steer a terminal or end a text; scripts are known by hash."""
    if path.suffix == ".js" or path.suffix.startswith(".pf_"):
        return
    raw = path.read_bytes().decode("utf-8", errors="ignore")
    coded = path.suffix == ".json" and _IN_JSON.search(text)
    if coded or CONTROL.search(raw) or any(coded_controls(raw)):
        yield "a control character, or the code of one"


def text_of(path: Path, page: PageText | None) -> str:
    """All that a file says, as far as we know how to read it."""
    if page is not None:
        attributes = (value for one in page.elements for value in one.attributes.values())
        return " ".join([*page.words, *attributes])
    data = path.read_bytes()
    if path.suffix.startswith(".pf_"):
        data = gzip.decompress(data)
    text = data.decode("utf-8", errors="ignore")
    if path.suffix == ".json":
        # `\u0026` and the like would hide words from a plain look.
        text = json.dumps(json.loads(text), ensure_ascii=False)
    return unescape(text)


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text).casefold().strip()
