"""Answers that stand beside their place: behind a heading, behind a hint, beside a box.

People fill in a form in Word as they would on paper. Every way a word can stray is one where it
would be lost, or taken for something that the form itself says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lsbuild.editing.arrived import Block
from lsbuild.text.words import slug
from lsbuild.text.yaml_mends import NBSP

_SPLIT = re.compile(r"\s*(?::|–|—|\s-\s)\s*")
_YES = r"(?:[xX✓✔☑☒]|yes|oui)"
_SIGN_BEFORE = re.compile(rf"{_YES}[\s.:)\]-]+(?=\S)", re.IGNORECASE)
_SIGN_BEHIND = re.compile(rf"[\s(\[:–-]+{_YES}\s*[)\].!]*$", re.IGNORECASE)


def key(text: str) -> str:
    """What is left of a heading when looks, accents and the form of apostrophes do not count."""
    return slug(text.replace("’", "'"))


def beside_heading(text: str, known: Iterable[str]) -> tuple[str, str]:
    """A heading and what was written on its line; without such words the text and nothing.

    >>> beside_heading("A short title: Cards on the wall: a start", ["a-short-title"])
    ('A short title', 'Cards on the wall: a start')
    """
    for found in _SPLIT.finditer(text):
        if key(text[: found.start()]) in known and text[found.end() :]:
            return text[: found.start()], text[found.end() :]
    return text, ""


def headings_within(text: str, known: Iterable[str]) -> Iterator[Block]:
    """A paragraph, parted where a line of its own says what a heading says.

    >>> [*headings_within("The problem:\\nWho knew\\nthe problem", ["the-problem"])]
    [Block(role='heading', text='The problem:'), Block(role='text', text='Who knew\\nthe problem')]
    """
    here: list[str] = []
    for line in text.split("\n"):
        # A sentence that was broken into lines goes on with a small letter, or ends there.
        begins = len(line) < 120 and not line[:1].islower() and not line.endswith((".", ",", ";"))
        if begins and key(line) in known:
            if here:
                yield Block("text", "\n".join(here))
            yield Block("heading", line)
            here = []
        else:
            here.append(line)
    if here:
        yield Block("text", "\n".join(here))


def behind_hint(line: str, hints: Iterable[str]) -> str:
    """A line without the form's own sentence at its beginning.

    >>> behind_hint("(One line each.) Orders came", ["One line each."])
    'Orders came'
    >>> behind_hint("(Le pays ; rien.) Bénin", ["Le pays\\u00a0; rien."])
    'Bénin'
    """
    inner = line.lstrip("( ")
    # The longest first: some hints begin as others do.
    for hint in sorted(hints, key=len, reverse=True):
        # Programs for letters make plain spaces of those that do not break.
        if _plain(inner).startswith(_plain(hint)):
            return inner[len(hint) :].lstrip(") ")
    return line


def _plain(text: str) -> str:
    return text.replace(NBSP, " ")


def beside_boxes(blocks: list[Block], choices: Iterable[str]) -> Iterator[Block]:
    """Boxes as they were meant: an x may stand in front of a choice or behind it.

    A box with other words beside it is no longer empty: it becomes words, for a person to read.

    >>> [*beside_boxes([Block("unticked", "Facility X"), Block("text", "x District")],
    ...     ["Facility", "District"])]
    [Block(role='ticked', text='Facility'), Block(role='ticked', text='District')]
    """
    known = {key(one) for one in choices}
    for block in blocks:
        if block.role not in ("text", "unticked", "item") or key(block.text) in known:
            yield block
            continue
        bare = [sign.sub("", block.text) for sign in (_SIGN_BEFORE, _SIGN_BEHIND)]
        meant = next((one for one in bare if key(one) in known), "")
        if meant:
            yield Block("ticked", meant)
        else:
            yield block if block.role == "item" else Block("text", block.text)
