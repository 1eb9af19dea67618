"""Forms for people without an account, made from the questions of a kind.

The same headings are found again by `lsbuild intake`, so no form can ask what it cannot place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from lsbuild.kinds._base import Content
from lsbuild.kinds._questions import CONSENT, CONTACT, Question, promises, questions
from lsbuild.relations.portal import Portal
from lsbuild.text.messages import say
from lsbuild.text.words import slug


class Line(NamedTuple):
    """One line of a form, and what it is: `title`, `heading`, `hint`, `choice` or `text`."""

    role: str
    text: str


def form_name(kind: type[Content], language: str) -> str:
    """What the file of a form is called, without its ending."""
    name = slug(kind.suggest)
    return name if language == "en" else f"{name}.{language}"


def form_lines(kind: type[Content], portal: Portal, language: str) -> Iterator[Line]:
    """A whole form, line by line; where an answer belongs, an empty `text`."""
    yield Line("title", say(kind.suggest, language))
    for text in _welcome(language):
        yield Line("hint", text)
    yield Line("hint", say("Where there are boxes, put an x beside what fits.", language))
    for one in questions(kind):
        yield Line("heading", say(one.heading, language))
        yield Line("hint", _hint(one, language))
        for choice in choices_of(one, portal, language):
            yield Line("choice", choice)
        yield Line("text", "")


def plain_form(kind: type[Content], portal: Portal, language: str) -> str:
    """A form to copy into a letter."""
    signs = {"title": "{}\n", "heading": "\n== {} ==", "hint": "({})", "choice": "[ ] {}"}
    lines = (
        signs.get(one.role, "{}").format(one.text) for one in form_lines(kind, portal, language)
    )
    return "\n".join(lines) + "\n"


def issue_form(kind: type[Content], portal: Portal, language: str) -> str:
    """A form of GitHub's own, as YAML."""
    form = {
        "name": say(kind.suggest, language),
        "description": say(
            "For people who do not write Markdown. No finished text is needed.", language
        ),
        "title": say(kind.label, language) + say(": ", language),
        "labels": ["suggestion"],
        "body": [_notice(language), *_fields(kind, portal, language)],
    }
    text = yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=100)
    return f"# Written by `lsbuild forms` from the fields of the kind {kind.kind}.\n{text}"


def _welcome(language: str) -> tuple[str, ...]:
    return (
        say(
            "Write below the headings, in any language. Leave empty what you do not know.", language
        ),
        say("Do not name people or clinics, and attach no pictures of people.", language),
    )


def public_at_once(language: str) -> str:
    """What everyone must know before they begin."""
    return say(
        "Issues and pull requests are public at once: anyone can read them, and copies stay even "
        "after they are deleted.",
        language,
    )


def what_happens(language: str) -> tuple[str, ...]:
    """The way from a suggestion to a page, step by step."""
    return (
        say("An editor reads it and looks for sources that anyone can check.", language),
        say("We ask you what is unclear, and whether those it is about have agreed.", language),
        say("You see the page before it is published, and may change your mind.", language),
        say("It is published, and anyone can report a mistake in it.", language),
    )


def _hint(one: Question, language: str) -> str:
    must = [say("This is needed.", language)] if one.must and one.name != CONSENT else []
    return " ".join([say(one.hint, language).replace("`", ""), *must])


def choices_of(one: Question, portal: Portal, language: str) -> list[str]:
    """The words beside the boxes of a question; nothing where it has none."""
    if one.name == CONSENT:
        return list(promises(portal.settings.licence, language))
    return [term.label_in(language) for term in portal.vocabularies.terms(one.vocabulary)]


def _notice(language: str) -> dict[str, Any]:
    text = "\n\n".join((public_at_once(language), *_welcome(language)))
    return {"type": "markdown", "attributes": {"value": text}}


def _fields(kind: type[Content], portal: Portal, language: str) -> Iterator[dict[str, Any]]:
    for one in questions(kind):
        # An issue is public: nobody is asked there how to reach them.
        if one.name != CONTACT:
            yield _field(one, choices_of(one, portal, language), language)


def _field(one: Question, choices: list[str], language: str) -> dict[str, Any]:
    about: dict[str, Any] = {"label": say(one.heading, language)}
    field: dict[str, Any] = {"type": "textarea" if one.many else "input", "id": one.name}
    if choices:
        must = {"required": True} if one.name == CONSENT else {}
        field["type"] = "checkboxes"
        about["options"] = [{"label": choice, **must} for choice in choices]
    if one.name != CONSENT:
        about["description"] = say(one.hint, language)
    field["attributes"] = about
    if one.must and not choices:
        field["validations"] = {"required": True}
    return field
