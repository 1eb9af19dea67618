from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds._fields import TermIn
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic


class RepeatedTerm(Rule):
    """A term stands twice in a list.

    In a vocabulary two terms of one id cannot be told apart, and only one of the labels would
    show; in a field the same word would be printed twice. Delete one of them, or give the new
    term of a vocabulary an id of its own.
    """

    code = "LS124"
    name = "repeated-term"
    allowed = False

    bad = """
    --- _vocabularies/themes.yml
    title: Themes
    terms:
      - {id: trust, label: Trust}
      - {id: trust, label: Trust between people}   # <- LS124
    """

    good = """
    --- _vocabularies/themes.yml
    title: Themes
    terms:
      - {id: trust, label: Trust}
      - {id: trust-in-people, label: Trust between people}
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        seen: dict[tuple[tuple[str | int, ...], str], tuple[str | int, ...]] = {}
        for keys, value, _ in entry.marked(TermIn):
            if not isinstance(keys[-1], int):
                continue
            first = seen.setdefault((keys[:-1], value), keys)
            if first is not keys:
                yield self.at(
                    entry,
                    *keys,
                    says=f"the term `{value}` stands twice in this list",
                    hint="delete one of the two",
                    related=(self.other(entry, *first, says="the first one"),),
                )
