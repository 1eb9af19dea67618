from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds.learning_site import LearningSite
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.words import listed, nearest


class UnknownLayer(Rule):
    """A layer of a learning site builds on one that the site does not have.

    The drawing of the layers shows how knowledge grew, each engagement on those before; a
    wrong name leaves a gap in it. Write the `id` of another layer of the same site. What was
    learned elsewhere belongs into the text, with a link.
    """

    code = "LS208"
    name = "unknown-layer"

    bad = """
    --- learning-sites/kilifi.md
    title: Kilifi
    layers:
      - {id: first-study, title: A study, kind: study, order: 1, done: They looked.}
      - id: workshop
        title: A workshop
        kind: workshop
        order: 2
        done: They met.
        builds_on: [first-stdy]   # <- LS208
    """

    good = """
    --- learning-sites/kilifi.md
    title: Kilifi
    layers:
      - {id: first-study, title: A study, kind: study, order: 1, done: They looked.}
      - id: workshop
        title: A workshop
        kind: workshop
        order: 2
        done: They met.
        builds_on: [first-study]
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        if not isinstance(entry.data, LearningSite):
            return
        ids = [layer.id for layer in entry.data.layers]
        for index, layer in enumerate(entry.data.layers):
            for place, id_ in enumerate(layer.builds_on):
                if id_ not in ids:
                    others = [one for one in ids if one != layer.id]
                    near = nearest(id_, others)
                    yield self.at(
                        entry,
                        "layers",
                        index,
                        "builds_on",
                        place,
                        near=near,
                        says=f"this site has no layer `{id_}`",
                        hint="" if near else f"its layers are {listed(ids, 'and')}",
                    )
