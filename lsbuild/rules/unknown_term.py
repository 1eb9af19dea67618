from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds._fields import TermIn
from lsbuild.library.astray import VOCABULARIES
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.words import listed, nearest


class UnknownTerm(Rule):
    """A field holds a word that is not in its list.

    Lists keep words the same across the portal, so that everything about supervision is found
    under one word. The lists are the files of `content/_vocabularies/`; a new term is added
    there first, with a label and a description.
    """

    code = "LS117"
    name = "unknown-term"

    bad = """
    --- case-studies/meetings.md
    title: Review meetings
    levels: [distrit]   # <- LS117
    --- _vocabularies/system-levels.yml
    title: Health-system levels
    terms:
      - {id: district, label: District}
    """

    good = """
    --- case-studies/meetings.md
    title: Review meetings
    levels: [district]
    --- _vocabularies/system-levels.yml
    title: Health-system levels
    terms:
      - {id: district, label: District}
    """

    def check_portal(self, portal: Portal) -> Iterator[Diagnostic]:
        yield from self._no_lists(portal)
        for vocabulary in portal.vocabularies:
            for index, term in enumerate(vocabulary):
                if term.broader and term.broader not in vocabulary:
                    near = nearest(term.broader, [one.id for one in vocabulary])
                    span = vocabulary.source.span_of("terms", index, "broader")
                    yield self.found(
                        vocabulary.source,
                        span,
                        f"this list has no term `{term.broader}`",
                        "" if near else "write the id of a wider term of this list",
                        near,
                        self.replace(vocabulary.source, span, near) if near else None,
                    )

    def _no_lists(self, portal: Portal) -> Iterator[Diagnostic]:
        """Each list that content uses and that is not there, once, where it is used first."""
        told = set()
        for entry in portal.library:
            for keys, _, mark in entry.marked(TermIn):
                file = f"{VOCABULARIES}/{mark.vocabulary}.yml"
                there = mark.vocabulary in portal.vocabularies
                # A list that cannot be read has a finding of its own.
                if mark.vocabulary in told or there or (portal.library.root / file).exists():
                    continue
                told.add(mark.vocabulary)
                says = f"there is no list `{mark.vocabulary}`, so nothing checks its terms"
                yield self.at(entry, *keys, says=says, hint=f"write `content/{file}`")

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        for keys, value, mark in entry.marked(TermIn):
            if mark.vocabulary not in portal.vocabularies:
                continue
            terms = portal.vocabularies[mark.vocabulary]
            if value not in terms:
                ids = [term.id for term in terms]
                near = terms.meant(value)
                yield self.at(
                    entry,
                    *keys,
                    near=near,
                    says=f"`{value}` is not in the list {mark.vocabulary}",
                    hint="" if near else f"write {listed(ids)}",
                )
