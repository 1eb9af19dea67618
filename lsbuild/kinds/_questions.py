"""What people without an account are asked: read from the fields of a kind, in every language."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

from lsbuild.kinds import all_kinds
from lsbuild.kinds._base import Content
from lsbuild.kinds._fields import Ask, TermIn
from lsbuild.text.messages import say

BODY, CONSENT, CONTACT = "body", "consent", "contact"


class Question(NamedTuple):
    """One heading of a form, and what stands below it. Words are the keys of the catalogue."""

    name: str
    """The field it fills; or `body`, `consent`, `contact`."""
    heading: str
    hint: str
    must: bool = False
    """Whether a suggestion makes no sense without it."""
    many: bool = False
    """Whether more than a line is wanted."""
    vocabulary: str = ""
    """The list whose terms are the answers."""


def suggested_kinds() -> tuple[type[Content], ...]:
    """The kinds that people without an account can suggest."""
    return tuple(kind for kind in all_kinds() if kind.suggest)


@cache
def questions(kind: type[Content]) -> tuple[Question, ...]:
    """Every question about a kind: its fields in their order, then the story and consent."""
    found = []
    for name, field in kind.model_fields.items():
        ask = next((mark for mark in field.metadata if isinstance(mark, Ask)), None)
        if ask:
            hint = ask.hint or field.description or ""
            vocabulary = _vocabulary(field.annotation)
            many = get_origin(field.annotation) is tuple or _longest(field.metadata) > 160
            found.append(Question(name, ask.heading, hint, ask.must, many, vocabulary))
    last = [one for one in found if one.name == "authors"]
    story = Question(BODY, kind.story, say("In your own words, as long as it needs."), many=True)
    return (*(one for one in found if one not in last), story, *last, *_about_the_writer())


def promises(licence: str, language: str = "en") -> tuple[str, ...]:
    """What must be in place before anything is sent to a portal whose words have a licence."""
    published = say("The words may be published.", language)
    if licence:
        under = say("The words may be published under the licence {licence}.", language)
        published = under.format(licence=licence)
    return (
        say("Everyone who could be recognised has agreed to it.", language),
        say("No patient, health worker, manager, clinic or village is named.", language),
        say("I may share what I write; nothing in it is secret or belongs to others.", language),
        published,
    )


def _about_the_writer() -> tuple[Question, ...]:
    hint = say("Write yes if all of this is true, or say which part is not.")
    reach = say("Only in a letter: the editors read it and do not publish it.")
    return (
        Question(CONSENT, say("Consent"), hint, must=True, many=True),
        Question(CONTACT, say("How to reach you"), reach),
    )


def _vocabulary(annotation: Any) -> str:  # noqa: ANN401 - any annotation
    for inner in get_args(annotation):
        for mark in getattr(inner, "__metadata__", ()):
            if isinstance(mark, TermIn):
                return mark.vocabulary
    return ""


def _longest(marks: list[Any]) -> int:
    return max((getattr(one, "max_length", None) or 0 for one in marks), default=0)
