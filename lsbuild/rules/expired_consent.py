from __future__ import annotations

from collections.abc import Iterator

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.dates import today
from lsbuild.text.diagnostic import Diagnostic, Severity


class ExpiredConsent(Rule):
    """A consent has ended, and what it was given for is still shown.

    People may see things differently after some years. Ask again and set `until` to the new day,
    or take the picture, the sentence or the name out.
    """

    code = "LS419"
    name = "expired-consent"
    severity = Severity.WARNING

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    consents:
      - {record: book-2019-003, scope: [name], until: 2022-01-31}   # <- LS419
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    consents:
      - {record: book-2019-003, scope: [name], until: 2090-01-31}
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        for index, one in enumerate(entry.data.consents):
            if entry.is_public and one.until < today():
                yield self.at(
                    entry,
                    "consents",
                    index,
                    "until",
                    says=f"the consent `{one.record}` ended on {one.until}",
                    hint="ask again and set the new day, or take out what it was given for",
                )
