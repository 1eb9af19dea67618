from __future__ import annotations

from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.relations.translations import fingerprint, is_behind, original
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity


class OutdatedTranslation(Rule):
    """The original has changed since a translation was made, or nobody knows.

    A figure that was corrected in one language and stands wrong in another is worse than none.
    Carry the changes over, then let `translation_of` say from which version: the finding tells
    the value to write. No `--fix` writes it, for only a person knows that the text was carried
    over. Until then readers of the translation are told.
    """

    code = "LS604"
    name = "outdated-translation"
    severity = Severity.ADVICE

    bad = """
    --- pages/about.md
    title: About
    --- pages/about.fr.md
    title: À propos
    translation_of: 0a1b2c3d4e5f   # <- LS604
    """

    good = """
    --- pages/about.fr.md
    title: À propos
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        first = original(entry, portal.library)
        if first is None or not entry.is_public:
            return
        now = fingerprint(first)
        # Of digits alone it would be a number to YAML.
        now = f'"{now}"' if now.isdigit() else now
        if is_behind(entry, portal.library):
            yield self.at(
                entry,
                "translation_of",
                says="the original has changed since this translation was made",
                hint=f"carry the changes over, then write `{now}`",
            )
        elif not entry.data.translation_of:
            yield self.at(
                entry,
                "title",
                says="this translation does not say which version it was made from",
                hint=f"if it is that of today, add `translation_of: {now}`",
            )
