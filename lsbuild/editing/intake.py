"""`lsbuild intake`: what someone sent becomes a draft, and nothing of it is lost or hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from lsbuild.editing import EditingError
from lsbuild.editing.arrived import Block, read_arrived
from lsbuild.editing.asides import Aside, body
from lsbuild.editing.astray import behind_hint, beside_boxes, beside_heading, headings_within, key
from lsbuild.editing.blank import Blank
from lsbuild.editing.hostile import Cleaner
from lsbuild.editing.new import NewFile, create
from lsbuild.editing.placing import Unplaced, value_of
from lsbuild.kinds._base import Content
from lsbuild.kinds._questions import BODY, CONSENT, CONTACT, Question, questions
from lsbuild.relations.portal import Portal
from lsbuild.text.messages import languages, say
from lsbuild.text.words import nearest, shorten
from lsbuild.views._forms import choices_of, form_lines

_NOTHING = "no-response"
_BEFORE = ""


@dataclass
class Answers:
    """What was sent, below the headings of the form."""

    by_name: dict[str, list[Block]] = field(default_factory=dict)
    others: dict[str, list[Block]] = field(default_factory=dict)
    """What stands below headings that the form does not have."""
    languages: dict[str, int] = field(default_factory=dict)
    """How many headings were written in each language."""

    @property
    def language(self) -> str:
        return max(self.languages, key=lambda one: (self.languages[one], one == "en"), default="en")


@dataclass(frozen=True)
class Intake:
    """A draft that was made of what someone sent, and what there is to say about it."""

    made: NewFile
    title: str
    language: str
    placed: tuple[Question, ...]
    asides: tuple[Aside, ...]
    empty: tuple[Question, ...]
    consent: tuple[str, ...]
    """What was said about consent; promises that were not ticked begin with `not:`."""
    left_out: dict[str, int]
    reached: bool
    """Whether the writer said how to reach them; that is in no file of ours."""
    guessed: bool
    """Whether accents may be wrong."""


def take_in(
    portal: Portal,
    kind: type[Content],
    path: Path,
    name: str = "",
    language: str = "",
    title: str = "",
) -> Intake:
    """Write a draft from a file; raises `EditingError` where there is nothing to make one of."""
    cleaner = Cleaner()
    arrived = read_arrived(path)
    answers = sort_out(portal, kind, arrived.blocks, cleaner)
    language = language or answers.language
    letter = [] if answers.by_name else _letter(kind, answers, path, language)
    values, asides = _placed(kind, answers, Blank(kind, portal), language)
    asides += letter
    taken = set(values)
    sent = str(values.pop("title", ""))
    title = title or sent or _some_title(answers, letter)
    text = body(answers.by_name.get(BODY, []), asides)
    made = create(portal, kind, title, values, name, language, text)
    return Intake(
        made,
        title,
        language,
        tuple(one for one in questions(kind) if one.name in taken)
        + tuple(one for one in questions(kind) if one.name == BODY and BODY in answers.by_name),
        tuple(asides),
        tuple(one for one in questions(kind) if one.name not in answers.by_name),
        _consent(answers.by_name.get(CONSENT, [])),
        dict(cleaner.left_out),
        CONTACT in answers.by_name,
        arrived.guessed,
    )


def _letter(kind: type[Content], answers: Answers, path: Path, language: str) -> list[Aside]:
    """All of what came without a heading; raises `EditingError` where there are other ones."""
    if not answers.others:
        raise EditingError(f"{path}: there are no words in it")
    if set(answers.others) != {_BEFORE}:
        example = say(questions(kind)[0].heading)
        raise EditingError(
            f"{path}: none of its headings is one of the form, such as `{example}`; "
            "the forms are on the page /contribute/ of the portal, and a letter has no headings"
        )
    words = say(kind.story, language)
    why = "this came as a letter, without the form; take out the names of people"
    # A box that nobody ticked is a line like others where there is no form.
    blocks = (
        Block("text", one.text) if one.role == "unticked" else one
        for one in answers.others.pop(_BEFORE)
    )
    return [Aside(words, why, tuple(blocks))]


def _placed(
    kind: type[Content], answers: Answers, blank: Blank, language: str
) -> tuple[dict[str, Any], list[Aside]]:
    """Answers as values of their fields, and what found no place."""
    values: dict[str, Any] = {}
    asides = []
    for one in _fields(kind, answers):
        try:
            values[one.name] = value_of(one, answers.by_name[one.name], blank, language)
        except Unplaced as reason:
            sent = tuple(answers.by_name[one.name])
            asides.append(Aside(say(one.heading, language), reason.why, sent, reason.keep))
            if reason.value is not None:
                values[one.name] = reason.value
    for heading, blocks in answers.others.items():
        why = "this heading is not in the form" if heading else "this stands above all headings"
        title = heading or say("Before the first heading", language)
        asides.append(Aside(title, why, tuple(blocks)))
    return values, asides


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
            place, heading = here or (answers.others, _BEFORE)
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


def _fields(kind: type[Content], answers: Answers) -> Iterator[Question]:
    for one in questions(kind):
        if one.name in answers.by_name and one.name not in (BODY, CONSENT, CONTACT):
            yield one


def _some_title(answers: Answers, letter: list[Aside]) -> str:
    """A title for what has none: the first words of what was sent, of a letter its first line."""
    parts = [one.blocks for one in letter] or answers.by_name.values()
    first = next(block.text for blocks in parts for block in blocks)
    first = first.partition("\n")[0] if letter else first
    return shorten(" ".join(first.split()), 60).rstrip("\u00a0…")


def _consent(blocks: list[Block]) -> tuple[str, ...]:
    said = (("not: " if one.role == "unticked" else "") + one.text for one in blocks)
    return tuple(shorten(" ".join(one.split()), 200) for one in said)
