from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds._marks import Keys
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._links import named_parts, own_anchors
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic


class RepeatedId(Rule):
    """Two parts of one page have the same id.

    Cases, corrections and links name an action, a layer or a claim by its id; with two of the
    same name all of them lead to the first. Headings and the page's own sections have ids too.
    Give one of them another id; one that others already link to stays as it is.
    """

    code = "LS210"
    name = "repeated-id"
    allowed = False

    bad = """
    --- learning-sites/kilifi.md
    title: Kilifi
    layers:
      - {id: study, title: A study, kind: study, order: 1, done: They looked.}
      - {id: study, title: A second one, kind: study, order: 2, done: They met.}   # <- LS210
    """

    good = """
    --- learning-sites/kilifi.md
    title: Kilifi
    layers:
      - {id: study, title: A study, kind: study, order: 1, done: They looked.}
      - {id: second-study, title: A second one, kind: study, order: 2, done: They met.}
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        seen = own_anchors(entry)
        first: dict[str, Keys] = {}
        for keys, anchor in named_parts(entry):
            if anchor in seen:
                places = [(*first[anchor], "id")] if anchor in first else []
                id_ = anchor.removeprefix("layer-")
                yield self.at(
                    entry,
                    *keys,
                    "id",
                    says=f"the id `{id_}` is taken on this page",
                    hint="give it another id: a heading, a section or another part has this one",
                    related=tuple(self.other(entry, *one, says="here") for one in places),
                )
            seen.add(anchor)
            first.setdefault(anchor, keys)
