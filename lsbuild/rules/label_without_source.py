from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds._learning import Labelling
from lsbuild.kinds._marks import parts
from lsbuild.kinds._scales import Labelled
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic


class LabelWithoutSource(Rule):
    """A label is said to be the source's, and no source is named.

    Whether people at a place learned in “double loops” is a judgement, and readers should know
    whose. If the source uses the word, cite it under `sources`. If the word is ours, write
    `by: ours` and say in `why` why it fits.
    """

    code = "LS414"
    name = "label-without-source"

    bad = """
    --- case-studies/meetings.md
    title: Review meetings
    learning:
      loops:
        - term: double
          by: source   # <- LS414
    """

    good = """
    --- case-studies/meetings.md
    title: Review meetings
    learning:
      loops:
        - term: double
          by: ours
          why: The team changed its aim and not only its steps.
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        for keys, label in parts(entry.data, Labelling):
            if label.by is Labelled.SOURCE and not label.sources:
                yield self.at(
                    entry,
                    *keys,
                    "by",
                    says="the label is said to be the source's, and none is named",
                    hint="add `sources`, or write `by: ours`",
                )
