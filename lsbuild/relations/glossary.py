"""The words of the glossary as running text uses them: titles and other names, one or several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lsbuild.kinds.term import GlossaryTerm
from lsbuild.library.entry import Ref
from lsbuild.library.library import Library

_PART = re.compile(r"(\W+)")


class Use(NamedTuple):
    """One place where a text uses a term; `start` and `end` count characters."""

    term: Ref
    start: int
    end: int


class Word(NamedTuple):
    """One name of a term."""

    term: Ref
    pattern: re.Pattern[str]
    is_name: bool
    """Whether the term is itself written with capitals, such as the name of a fund."""


Words = Mapping[str, tuple[Word, ...]]
"""Names by the words with which a use can begin, in small letters: those are found quickly."""


def words(library: Library, language: str) -> Words:
    """Each name of each public term in a language; everyday words are left out."""
    found: dict[str, tuple[Word, ...]] = {}
    for entry in library.public("term"):
        if isinstance(entry.data, GlossaryTerm) and not entry.data.everyday:
            # A name without a language is in that of its file, as the title is.
            names = [
                (entry.data.title, ""),
                *((one.name, one.language) for one in entry.data.names),
            ]
            for name, spoken in names:
                if (spoken or entry.language) == language:
                    word = _word(entry.ref, name)
                    for form in _forms(_small(_PART.split(name)[0])):
                        found[form] = (*found.get(form, ()), word)
    return found


def _forms(word: str) -> tuple[str, ...]:
    """A word and its plurals, as `_inflected` knows them."""
    if not word.isalpha():
        return (word,)
    return (word, f"{word[:-1]}ies") if word.endswith("y") else (word, f"{word}s", f"{word}es")


def _word(term: Ref, name: str) -> Word:
    is_short_form = " " not in name and name.isupper()
    pattern = "".join(_inflected(part) for part in _PART.split(name))
    flags = re.RegexFlag(0) if is_short_form else re.IGNORECASE
    whole = re.compile(rf"(?<![\w-]){pattern}(?![\w-])", flags)
    return Word(term, whole, is_short_form or name.istitle())


def _inflected(part: str) -> str:
    """Any word of a name may be a plural: `communities of practice`, `learning loops`.

    >>> _inflected("community"), _inflected("loop"), _inflected("-")
    ('communit(?:y|ies)', 'loop(?:e?s)?', '\\\\-')
    """
    if part.isspace():
        return r"\s+"
    if not part.isalpha():
        return re.escape(part)
    return f"{part[:-1]}(?:y|ies)" if part.endswith("y") else f"{part}(?:e?s)?"


def uses(text: str, known: Words, used: Mapping[str, object]) -> Iterator[Use]:
    """Where a text uses a term, in its order; of two that overlap only the longer one.

    Words that all begin with a capital are the name of something else, such as an institute.
    `used` are the words of the text in small letters: names of others are not looked for.
    """
    found = sorted(_all_uses(text, known, used), key=lambda use: (use.start, -use.end))
    end = -1
    for use in found:
        if use.start >= end:
            yield use
            end = use.end


def _all_uses(text: str, known: Words, used: Mapping[str, object]) -> Iterator[Use]:
    small = _small(text)
    for form in sorted(known.keys() & used.keys()):
        at = small.find(form)
        while at >= 0:
            for word in known[form]:
                match = word.pattern.match(text, at)
                if match and (word.is_name or not _is_name(match.group())):
                    yield Use(word.term, *match.span())
            at = small.find(form, at + 1)


def _small(text: str) -> str:
    """Small letters at the same places: a few letters become two, and stay as they are."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(_kept(one) for one in text)


def _kept(letter: str) -> str:
    return letter.lower() if len(letter.lower()) == 1 else letter


def _is_name(text: str) -> bool:
    long = [word for word in re.split(r"\W+", text) if len(word) > 3]
    return len(long) > 1 and all(word[0].isupper() for word in long)
