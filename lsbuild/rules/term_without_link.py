from __future__ import annotations

from collections.abc import Callable, Iterator

from lsbuild.kinds._fields import RefTo
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.relations.glossary import Use, uses
from lsbuild.relations.portal import Portal
from lsbuild.rules._links import links
from lsbuild.rules._prose import in_link, within
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity


class TermWithoutLink(Rule):
    """A body uses a word of the glossary, and the page links it nowhere.

    Readers meet the word here, and here they want to know what it means; a tap on the link
    shows it in place. Link the first use, `[[term/learning-loop|learning loops]]`; one link on
    a page is enough, and a lesson's `terms` count as one. Headings, links, code and names such
    as `Institute of Action Learning` need none. A term that is also an everyday word says
    `everyday: true` and is never asked for.
    """

    code = "LS319"
    name = "term-without-link"
    severity = Severity.ADVICE
    asks_fields = True

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Every team goes through learning loops.   <!-- <- LS319 -->
    --- glossary/learning-loop.md
    title: Learning loop
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Every team goes through [[term/learning-loop|learning loops]].
    --- glossary/learning-loop.md
    title: Learning loop
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        known = portal.words(entry.language)
        linked, apart = _linked(entry), _apart(entry)
        for use in uses(entry.source.body, known, entry.outline.counts):
            if use.term in linked:
                continue
            start, end = _in_bytes(entry, use)
            if apart(start):
                continue
            linked.add(use.term)
            written = entry.source.body[use.start : use.end]
            link = f"[[{use.term}|{written}]]"
            yield self.in_body(
                entry,
                start,
                end,
                says=f"`{' '.join(written.split())}` is a word of the glossary, and not linked",
                hint="link it where it is used first",
                near=link,
                write="" if _is_cut(entry, use) else link,
            )


def _linked(entry: AnyEntry) -> set[Ref]:
    """The terms a page links, and its own, which it explains."""
    fields = {Ref(mark.kind, value) for _, value, mark in entry.marked(RefTo)}
    return {entry.ref, *fields, *(ref for _, ref, _ in links(entry))}


def _in_bytes(entry: AnyEntry, use: Use) -> tuple[int, int]:
    body = entry.source.body
    start = len(body[: use.start].encode())
    return start, start + len(body[use.start : use.end].encode())


def _apart(entry: AnyEntry) -> Callable[[int], bool]:
    """Tells whether a byte of the body is no running text."""
    outline = entry.outline
    places = [(row.start, row.end) for row in outline.headings]
    places += [(row.start, row.end) for row in outline.citations]
    named, linked = within([*places, *outline.code]), in_link(entry)
    return lambda start: named(start) or linked(start)


def _is_cut(entry: AnyEntry, use: Use) -> bool:
    """Whether the place cannot take `[[…|…]]`: a row of a table, or a use on two lines."""
    body = entry.source.body
    line = body[body.rfind("\n", 0, use.start) + 1 :].partition("\n")[0]
    return "|" in line or "\n" in body[use.start : use.end]
