from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds.lesson import Lesson
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.relations.telling import places
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.words import listed, nearest


class MisplacedDecision(Rule):
    """A decision is to stand before a heading that the body does not have.

    Readers choose first and read afterwards what people did, so the body is parted at one of
    its `##` headings: the situation stands above it, the telling below. `before` takes the
    heading's words as links write them: “What they did” becomes `what-they-did`. Without
    `before` the question is asked before the whole body.
    """

    code = "LS213"
    name = "misplaced-decision"

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    decision:
      situation: Figures went to the capital and nothing came back.
      ask: What would you do?
      before: what-they-dit   # <- LS213
      options:
        - says: Meet over the figures once a month.
          taken: true
          followed: The meetings became shorter.
          sources: [{source: a-paper}]
        - says: Wait for the capital.
          weigh: How long can the team wait?
    ---
    ## Figures without an answer

    A team counted.

    ## What they did

    They met.
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    decision:
      situation: Figures went to the capital and nothing came back.
      ask: What would you do?
      before: what-they-did
      options:
        - says: Meet over the figures once a month.
          taken: true
          followed: The meetings became shorter.
          sources: [{source: a-paper}]
        - says: Wait for the capital.
          weigh: How long can the team wait?
    ---
    ## Figures without an answer

    A team counted.

    ## What they did

    They met.
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        decision = entry.data.decision if isinstance(entry.data, Lesson) else None
        known = [heading.id for heading in places(entry)]
        if decision is None or decision.before in ("", *known):
            return
        near = nearest(decision.before, known)
        yield self.at(
            entry,
            "decision",
            "before",
            near=near,
            says=f"the body has no heading `{decision.before}` at which it can be parted",
            hint="" if near else f"its headings are {listed(known, 'and')}" if known else "",
        )
