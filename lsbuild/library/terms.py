"""The term that an author called by its label."""

from __future__ import annotations

from dataclasses import replace

from lsbuild.kinds import all_kinds
from lsbuild.kinds._fields import TermIn
from lsbuild.library.fields import marks_of
from lsbuild.library.vocabularies import Vocabularies
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.words import did_you_mean


def with_term(one: Diagnostic, vocabularies: Vocabularies) -> Diagnostic:
    """The same finding, with the id of the term that is meant, where it is about one.

    A single file does not know the lists, so this waits until all of them have been read.
    """
    folder = one.source.path.parts[0] if one.name == "malformed-name" else ""
    kind = next((it for it in all_kinds() if it.folder == folder), None)
    term = (
        next((it for it in marks_of(kind, one.keys) if isinstance(it, TermIn)), None)
        if kind
        else None
    )
    if not term or term.vocabulary not in vocabularies:
        return one
    start = one.source.offset(one.span)
    written = one.source.text[start : start + one.span.length]
    near = vocabularies[term.vocabulary].meant(written)
    return replace(one, near=near, hint=did_you_mean(near)) if near else one
