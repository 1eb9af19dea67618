from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds._marks import parts
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._links import NAMED
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic


class RepeatedId(Rule):
    """Two parts of one entry have the same id.

    Cases, corrections and links name an action, a layer or a claim by its id; with two of the
    same name all of them lead to the first. Give one of them another id. An id that others
    already link to stays as it is.
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
        seen: set[str] = set()
        for kind_of_part in NAMED:
            for keys, part in parts(entry.data, kind_of_part):
                id_: str = part.id  # type: ignore[attr-defined]
                if id_ and id_ in seen:
                    yield self.at(
                        entry,
                        *keys,
                        "id",
                        says=f"the id `{id_}` is taken on this page",
                        hint="give one of the two another id",
                    )
                seen.add(id_)
