from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lsbuild.kinds._scales import Status
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._prose import in_code
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity

# In capitals: `todo` is a word of Spanish.
_PLACEHOLDER = re.compile(
    r"\b(?:TODO|FIXME|TBD|XXX)\b|\[(?:LEAVE BLANK|INSERT [^\]\n]*|YOUR [^\]\n]*)\]|[Ll]orem ipsum\b"
    # What Word leaves of a reference whose target is gone.
    r"|Error! (?:Reference source not found|Bookmark not defined)\.?"
    r"|Erreur[ \u00a0\u202f]?! (?:Source du renvoi introuvable|Signet non défini)\.?"
)
# Looking for these first is ten times quicker in a text that has none of them.
_SIGNS = (
    "TODO",
    "FIXME",
    "TBD",
    "XXX",
    "[LEAVE ",
    "[INSERT ",
    "[YOUR ",
    "orem ipsum",
    "Error! ",
    "Erreur",
)

_FIELD = re.compile(r"\s*(?:- )?(\w+):")


class PlaceholderLeft(Rule):
    """A page still holds a placeholder.

    Readers would meet a note that was meant for its writer, and wonder what else is
    unfinished. Write what is missing, or delete the sentence. In a page that is still being
    written, with the status `draft`, this is only advice: the list of what is left to do.
    """

    code = "LS123"
    name = "placeholder-left"

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Ask the team first. TODO: find a source   <!-- <- LS123 -->
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Ask the team first. A to-do list helps.
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        source = entry.source
        if not any(sign in source.text for sign in _SIGNS):
            return
        code = in_code(entry)
        for found in _PLACEHOLDER.finditer(source.text):
            words = found.group()
            span = source.span(*found.span())
            comment = found.start() < source.body_at and source.line(span.line)[0] == "#"
            if comment or code(found.start()):
                continue
            if entry.data.status is Status.DRAFT:
                field = (
                    _FIELD.match(source.line(span.line)) if found.start() < source.body_at else None
                )
                where = f" at `{field[1]}`" if field else ""
                noted = found.start() < source.body_at and source.text[found.start() - 2] == "#"
                does = "decide about the value, and delete the note from `#` on"
                says = f"`{words}`{where}: still to be {'decided' if noted else 'written'}"
                must = field is not None and _is_required(entry, field)
                hint = does if noted else "write it" if must else "write it, or delete it"
                yield replace(self.found(source, span, says, hint), severity=Severity.ADVICE)
                continue
            yield self.found(
                source,
                span,
                f"the placeholder `{words}` was left here",
                "write what is missing, or set the status to `draft`",
            )


def _is_required(entry: AnyEntry, line: re.Match[str]) -> bool:
    """Whether a page cannot be without the field that a line begins with."""
    field = type(entry.data).model_fields.get(line[1])
    return line.start(1) == 0 and field is not None and field.is_required()
