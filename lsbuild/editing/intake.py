"""`lsbuild intake`: what someone sent becomes a draft, and nothing of it is lost or hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from lsbuild.editing import EditingError
from lsbuild.editing.arrived import Block, read_arrived
from lsbuild.editing.astray import behind_hint, beside_boxes, beside_heading, key
from lsbuild.editing.blank import Blank
from lsbuild.editing.hostile import Cleaner, as_markdown
from lsbuild.editing.new import NewFile, create
from lsbuild.editing.placing import Unplaced, value_of
from lsbuild.kinds._base import Content
from lsbuild.kinds._questions import BODY, CONSENT, CONTACT, Question, questions
from lsbuild.relations.portal import Portal
from lsbuild.text.messages import languages, say
from lsbuild.text.words import nearest, shorten
from lsbuild.views._forms import choices_of, form_lines

_NOTHING = "no-response"


class Aside(NamedTuple):
    """Words that no field took."""

    heading: str
    why: str
    blocks: tuple[Block, ...]
    kept: bool = True
    """Whether they stand at the end of the draft."""


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


def take_in(
    portal: Portal, kind: type[Content], path: Path, name: str = "", language: str = ""
) -> Intake:
    """Write a draft from a file; raises `EditingError` where there is nothing to make one of."""
    cleaner = Cleaner()
    answers = sort_out(portal, kind, read_arrived(path), cleaner)
    if not answers.by_name:
        example = say(questions(kind)[0].heading)
        raise EditingError(
            f"{path}: none of its headings is one of the form, such as `{example}`; "
            "the forms are on the page /contribute/ of the portal"
        )
    language = language or answers.language
    values, asides = _placed(kind, answers, Blank(kind, portal), language)
    taken = set(values)
    title = str(values.pop("title", "")) or _some_title(answers)
    body = _body(answers.by_name.get(BODY, []), asides, language)
    made = create(portal, kind, title, values, name, language, body)
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
    )


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
        asides.append(Aside(heading, "this heading is not in the form", tuple(blocks)))
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
            place, heading = here or (answers.others, "Before the first heading")
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
        for line in form_lines(kind, portal.vocabularies, language)
        if line.role in ("title", "hint")
    )


def _as_meant(portal: Portal, kind: type[Content], answers: Answers) -> None:
    """Boxes as they were meant; no headings with nothing below, or with no box ticked."""
    for one in questions(kind):
        if one.name not in answers.by_name:
            continue
        blocks = answers.by_name[one.name]
        words = portal.vocabularies
        choices = {it for code in languages() for it in choices_of(one, words, code)}
        if choices:
            blocks[:] = beside_boxes(blocks, choices)
        if all(block.role == "unticked" for block in blocks) and one.name != CONSENT:
            del answers.by_name[one.name]


def _fields(kind: type[Content], answers: Answers) -> Iterator[Question]:
    for one in questions(kind):
        if one.name in answers.by_name and one.name not in (BODY, CONSENT, CONTACT):
            yield one


def _some_title(answers: Answers) -> str:
    """A title for what has none: the first words of what was sent."""
    first = next(block.text for blocks in answers.by_name.values() for block in blocks)
    return shorten(" ".join(first.split()), 60).rstrip("\u00a0…")


def _body(story: list[Block], asides: list[Aside], language: str) -> str:
    """The story, and below it what found no place; all of it as plain words."""
    parts = [_paragraphs(story)] if story else []
    for one in asides:
        if one.kept:
            todo = f"TODO: {one.why[:1].upper()}{one.why[1:]}. Move these words, or delete them."
            parts.append(f"## {as_markdown(one.heading)}\n\n{todo}\n\n{_paragraphs(one.blocks)}")
    return "\n" + "\n\n".join(parts) + "\n" if parts else ""


def _paragraphs(blocks: list[Block] | tuple[Block, ...]) -> str:
    made, before = "", ""
    for block in blocks:
        if block.role == "unticked":
            continue
        text = as_markdown(block.text)
        if block.role == "heading":
            text = "## " + " ".join(text.split())
        if block.role in ("item", "ticked"):
            text = "- " + text.replace("\n", "\n  ")
        gap = "" if not made else "\n" if before == block.role == "item" else "\n\n"
        made, before = f"{made}{gap}{text}", block.role
    return made


def _consent(blocks: list[Block]) -> tuple[str, ...]:
    said = (("not: " if one.role == "unticked" else "") + one.text for one in blocks)
    return tuple(shorten(" ".join(one.split()), 200) for one in said)
