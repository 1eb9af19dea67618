from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pycountry

from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity
from lsbuild.text.words import is_slip, nearest


class TranslationWithoutOriginal(Rule):
    """A translation belongs to no original.

    A translation is known by its name alone: that of its original, with the language before
    `.md`, as in `team-meetings.fr.md` beside `team-meetings.md`. Otherwise it is published as a
    page of its own, in the wrong language or listed twice, and nobody is told when the original
    changes. Rename the file, or delete `translation_of`.
    """

    code = "LS214"
    name = "translation-without-original"

    bad = """
    --- lessons/team-meetings-fr.md
    title: Des réunions
    translation_of: 0a1b2c3d4e5f   # <- LS214
    --- lessons/team-meetings.md
    title: Team meetings
    --- lessons/night-cals.fr.md
    title: Des appels   # <- LS214
    --- lessons/night-calls.md
    title: Night calls
    """

    good = """
    --- lessons/night-calls.fr.md
    title: Des appels
    --- lessons/night-calls.md
    title: Night calls
    --- lessons/des-tours.fr.md
    title: Des tours
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        library, made_from = portal.library, entry.data.translation_of
        if entry.language == library.language:
            if made_from:
                yield self.at(
                    entry,
                    "translation_of",
                    says="this translation has no language in the name of its file",
                    hint=f"{_right_name(entry, portal)}, or delete this line",
                )
            return
        # Where another name is meant, there is one version only; and who reads no original of a
        # file that has mistakes knows nothing.
        if len(library.versions(entry.ref)) > 1 or entry.ref in library.unread:
            return
        slugs = [one.ref.slug for one in library.of(entry.ref.kind) if one.ref != entry.ref]
        slip = next((one for one in slugs if is_slip(entry.ref.slug, one)), "")
        near = slip or (nearest(entry.ref.slug, slugs) if made_from else "")
        if near or made_from:
            right = f"rename this file to `{near}.{entry.language}.md`"
            yield replace(
                self.at(
                    entry,
                    "translation_of" if made_from else "title",
                    says=f"no {entry.ref.kind} is called `{entry.ref.slug}` in another language",
                    hint=f"if it translates `{near}.md`, {right}"
                    if near
                    else "name the file as its original is named, or delete this line",
                ),
                severity=Severity.WARNING,
            )


def _right_name(entry: AnyEntry, portal: Portal) -> str:
    """What to do about the name of a file that may begin with that of its original."""
    stem, _, code = entry.ref.slug.rpartition("-")
    known = len(code) == 2 and pycountry.languages.get(alpha_2=code)
    if known and Ref(entry.ref.kind, stem) in portal.library:
        return f"rename it to `{stem}.{code}.md`"
    return "name it as its original, with the language before `.md`: `team-meetings.fr.md`"
