from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds.lesson import Decision, Lesson
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.words import count


class OptionWithoutSource(Rule):
    """A decision in a lesson does not tell honestly which way was taken.

    One way was taken, and a source tells what followed; what would have followed on the others
    nobody knows, so they say what to weigh. Mark exactly one option `taken: true`, with
    `followed` and `sources`; give the others `weigh` and never `followed`.
    """

    code = "LS411"
    name = "option-without-source"

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    decision:
      situation: Figures went to the capital and nothing came back.
      ask: What would you do?
      options:
        - says: Meet over the figures once a month.   # <- LS411
          taken: true
          followed: The meetings became shorter.
        - says: Wait for the capital.
          weigh: How long can the team wait?
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    decision:
      situation: Figures went to the capital and nothing came back.
      ask: What would you do?
      options:
        - says: Meet over the figures once a month.
          taken: true
          followed: The meetings became shorter.
          sources: [{source: a-paper}]
        - says: Wait for the capital.
          weigh: How long can the team wait?
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        if isinstance(entry.data, Lesson) and entry.data.decision is not None:
            yield from self._decision(entry, entry.data.decision)

    def _decision(self, entry: AnyEntry, decision: Decision) -> Iterator[Diagnostic]:
        taken = sum(option.taken for option in decision.options)
        if taken != 1:
            yield self.at(
                entry,
                "decision",
                "options",
                name=True,
                says=f"{count(taken, 'option') if taken else 'no option'} marked as taken",
                hint="mark exactly one with `taken: true`",
            )
        for index, option in enumerate(decision.options):
            where = ("decision", "options", index)
            missing = [] if option.followed else ["followed"]
            missing += [] if option.sources else ["sources"]
            if option.taken and missing:
                yield self.at(
                    entry,
                    *where,
                    "says",
                    says=f"the way that was taken has no `{'` and no `'.join(missing)}`",
                    hint="say what followed, and where it is told",
                )
            if not option.taken and option.followed:
                yield self.at(
                    entry,
                    *where,
                    "followed",
                    name=True,
                    says="nobody knows what would have followed here",
                    hint="write what to weigh, in `weigh`",
                )
