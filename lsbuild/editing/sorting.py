"""What was sent, below the headings of the form: each answer with its question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from lsbuild.editing.arrived import Block
from lsbuild.editing.astray import behind_hint, beside_boxes, beside_heading, headings_within, key
from lsbuild.editing.hostile import Cleaner
from lsbuild.editing.word_page import BETWEEN, ROW
from lsbuild.kinds._base import Content
from lsbuild.kinds._questions import BODY, CONSENT, CONTACT, questions
from lsbuild.relations.portal import Portal
from lsbuild.text.messages import languages, say
from lsbuild.text.words import nearest, shorten
from lsbuild.views._forms import choices_of, form_lines

_NOTHING = "no-response"
BEFORE = ""
"""The heading of what stands above all headings."""


@dataclass
class Answers:
    """What was sent, below the headings of the form."""

    by_name: dict[str, list[Block]] = field(default_factory=dict)
    others: dict[str, list[Block]] = field(default_factory=dict)
    """What stands below headings that the form does not have."""
    languages: dict[str, int] = field(default_factory=dict)
    """How many headings were written in each language."""

    @property
    def rows(self) -> int:
        """How many of the blocks are rows of a table."""
        parts = (*self.by_name.values(), *self.others.values())
        return sum(block.role == ROW for blocks in parts for block in blocks)

    @property
    def is_untouched(self) -> bool:
        """Whether there is nothing below the headings of the form, its own promises apart."""
        return bool(self.by_name) and self.by_name.keys() <= {CONSENT, CONTACT} and not self.others

    @property
    def language(self) -> str:
        return max(self.languages, key=lambda one: (self.languages[one], one == "en"), default="en")


def sort_out(portal: Portal, kind: type[Content], blocks: list[Block], cleaner: Cleaner) -> Answers:
    """Each block below its heading, cleaned; what the form itself says is left away."""
    known, hints = _headings(kind), _own_words(portal, kind)
    ours = {_NOTHING, *map(key, hints)}
    answers, here = Answers(), None
    for block in _one_by_one(blocks, known):
        text = _without(ours, hints, cleaner.public(block.text))
        found = _asked(text, block.role, known)
        if found:
            name, written_in = found
            for one in written_in:
                answers.languages[one] = answers.languages.get(one, 0) + 1
            here = (answers.by_name, name)
        elif not text:
            continue
        elif block.role == "heading" and here != (answers.by_name, BODY):
            here = (answers.others, shorten(" ".join(text.split()), 120))
            answers.others.setdefault(here[1], [])
        else:
            place, heading = here or (answers.others, BEFORE)
            place.setdefault(heading, []).append(Block(block.role, text))
    _as_meant(portal, kind, answers)
    return answers


def _one_by_one(blocks: list[Block], known: Iterable[str]) -> Iterator[Block]:
    """The blocks, and as one of its own what was written on the line of a heading."""
    for block in blocks:
        if block.role == "heading" and key(block.text) not in known:
            heading, answer = beside_heading(block.text, known)
            yield Block("heading", heading)
            if answer:
                yield Block("text", answer)
        elif block.role == ROW and key((cells := block.text.partition(BETWEEN))[0]) in known:
            yield Block("heading", cells[0])
            yield Block("text", cells[2])
        elif block.role == "text":
            yield from headings_within(block.text, known)
        else:
            yield block


def _without(ours: set[str], hints: Iterable[str], text: str) -> str:
    """What is left when the words of the form itself are taken away."""
    kept = [behind_hint(line, hints) for line in text.split("\n") if key(line) not in ours]
    return "\n".join(kept).strip()


def _asked(
    text: str, role: str, known: dict[str, tuple[str, tuple[str, ...]]]
) -> tuple[str, tuple[str, ...]] | None:
    """The question a heading asks, also where it lost its look or has a slip in it."""
    name = key(text)
    if name in known and role in ("heading", "text") and len(text) < 120:
        return known[name]
    near = nearest(name, known) if role == "heading" else ""
    return known[near] if near else None


@cache
def _headings(kind: type[Content]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Every heading of every form: the question it asks, and the languages that say so."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for language in languages():
        for one in questions(kind):
            name = key(say(one.heading, language))
            _, others = found.get(name, (one.name, ()))
            found[name] = (one.name, (*others, language))
    return found


def _own_words(portal: Portal, kind: type[Content]) -> frozenset[str]:
    """What stands in the forms before anyone writes in them."""
    return frozenset(
        line.text
        for language in languages()
        for line in form_lines(kind, portal, language)
        if line.role in ("title", "hint")
    )


def _as_meant(portal: Portal, kind: type[Content], answers: Answers) -> None:
    """Boxes as they were meant; no headings with nothing below, or with no box ticked."""
    for one in questions(kind):
        if one.name not in answers.by_name:
            continue
        blocks = answers.by_name[one.name]
        choices = {it for code in languages() for it in choices_of(one, portal, code)}
        if choices:
            blocks[:] = beside_boxes(blocks, choices)
        if all(block.role == "unticked" for block in blocks) and one.name != CONSENT:
            del answers.by_name[one.name]
