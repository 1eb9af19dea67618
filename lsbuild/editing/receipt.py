"""What is said about an intake: to the editor, and in a letter to the person who sent it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsbuild.editing.intake import Intake
from lsbuild.kinds._questions import CONSENT, CONTACT, Question, promises
from lsbuild.text.dates import in_words, today
from lsbuild.text.messages import languages, say
from lsbuild.text.words import count, shorten
from lsbuild.views._forms import what_happens

_LEFT_OUT = {
    "invisible": ("invisible character", "invisible characters"),
    "markup": ("piece of HTML", "pieces of HTML"),
    "mail": ("e-mail address", "e-mail addresses"),
    "phone": ("telephone number", "telephone numbers"),
}


def report(intake: Intake, path: str, licence: str) -> str:
    """What became of each part, for the editor; `path` is the draft as the editor calls it."""
    return "\n".join(_report(intake, path, licence)) + "\n"


def _report(intake: Intake, path: str, licence: str) -> Iterator[str]:
    yield f"Wrote {path}, a draft with {count(intake.made.todos, 'place')} marked TODO."
    if intake.guessed:
        yield "It was no UTF-8 and was read as old Windows text (cp1252): look at its accents."
    if intake.rows:
        rows = count(intake.rows, "row of a table", "rows of tables")
        yield f"{rows} came along, one line each, with `|` between the cells: look at each."
    yield f"Taken over: {_headings(intake.placed) or 'no field'}."
    if intake.asides:
        yield "Not placed:"
    for one in intake.asides:
        where = "its words stand at the end of the draft" if one.kept else "look at it yourself"
        yield f"  {shorten(one.heading, 60)}: {one.why} ({where})"
    empty = [one for one in intake.empty if one.name not in (CONSENT, CONTACT)]
    if empty:
        yield f"Left empty: {_headings(empty)}."
    if intake.left_out:
        things = (count(number, *_LEFT_OUT[what]) for what, number in intake.left_out.items())
        yield f"Left out: {', '.join(things)}."
    if intake.reached:
        yield "How to reach the writer stands in what they sent, and on purpose not in the draft."
    yield _about_consent(intake, licence)
    yield f"Next: `lsbuild check {path}` lists what is left to write."


def _about_consent(intake: Intake, licence: str) -> str:
    if not intake.consent:
        return "Consent: nothing was said. Ask before the draft goes into a public repository."
    missing = [one.removeprefix("not: ") for one in intake.consent if one.startswith("not: ")]
    if missing and len(missing) == len(intake.consent):
        return "Consent: nothing was ticked. Ask before the draft goes into a public repository."
    if missing:
        asked = {one for code in languages() for one in promises(licence, code)}
        own = set(intake.consent) - asked
        wrote = " ".join(
            one for one in intake.consent if one in own and not one.startswith("not: ")
        )
        said = f"they wrote `{wrote}`, and left unticked" if wrote else "not ticked"
        return f"Consent: {said}: {' '.join(missing)} Ask before the draft goes public."
    return f"Consent: {' '.join(intake.consent)}"


def receipt(intake: Intake, site: str) -> str:
    """The letter to send back, in the language of what was sent."""
    return "\n\n".join(_letter(intake, site)) + "\n"


def _letter(intake: Intake, site: str) -> Iterator[str]:
    language = intake.language
    yield say("Thank you. This came to us, and a person has opened it.", language)
    day = in_words(today().isoformat(), language)
    got, ask = say("What we got", language), say("we will ask you about this", language)
    rows = [f"- {say(one.heading, language)}" for one in intake.placed]
    rows += [f"- {one.heading}: {ask}" for one in intake.asides if one.kept]
    yield "\n".join([f"{got}: “{intake.title}” ({site}, {day})", *rows])
    empty = [one for one in intake.empty if one.name not in (CONSENT, CONTACT)]
    if empty:
        words = say("Still empty, and that is all right", language)
        yield f"{words}: {_headings(empty, language)}."
    stage = say("a draft. Nobody finds it on the portal.", language)
    where = say("Where it is now", language)
    yield f"{where}: {stage}"
    steps = enumerate(what_happens(language), start=1)
    heading = say("What happens next", language)
    yield "\n".join([f"{heading}:", *(f"{number}. {step}" for number, step in steps)])
    yield say("To take it back at any time, answer this letter. You need give no reason.", language)


def _headings(asked: Iterable[Question], language: str = "en") -> str:
    return ", ".join(say(one.heading, language) for one in asked)
