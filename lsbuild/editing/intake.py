"""`lsbuild intake`: what someone sent becomes a draft, and nothing of it is lost or hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lsbuild.editing import EditingError
from lsbuild.editing.arrived import Block, read_arrived
from lsbuild.editing.asides import Aside, body
from lsbuild.editing.blank import Blank
from lsbuild.editing.hostile import Cleaner
from lsbuild.editing.new import NewFile, create
from lsbuild.editing.placing import Unplaced, value_of
from lsbuild.editing.sorting import BEFORE, Answers, sort_out
from lsbuild.kinds._base import Content
from lsbuild.kinds._questions import BODY, CONSENT, CONTACT, Question, questions
from lsbuild.relations.portal import Portal
from lsbuild.text.messages import say
from lsbuild.text.words import shorten


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
    rows: int = 0
    """How many rows of tables came along, each as one line."""


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
    if answers.is_untouched:
        raise EditingError(f"{path}: this is the form without an answer; ask for the filled one")
    language = language or answers.language
    rows = answers.rows
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
        rows,
    )


def _letter(kind: type[Content], answers: Answers, path: Path, language: str) -> list[Aside]:
    """All of what came without a heading; raises `EditingError` where there are other ones."""
    if not answers.others:
        raise EditingError(f"{path}: there are no words in it")
    if set(answers.others) != {BEFORE}:
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
        for one in answers.others.pop(BEFORE)
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
