from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._cited import sources_like
from lsbuild.rules._prose import Range, in_link, in_prose, within
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.words import listed, shorten

# What the parser takes for text, and what redefines a citation or destroys a link around it.
# The engine finds the first sign quickly; what stands before it is looked at after.
_AS_TEXT = re.compile(
    r"\[(?<!\\.)(?:[^\[\]@\n]{0,60}\s|-)@[a-z0-9][\w.-]*[^\[\]\n]*\](?!\()"
    r"|\[(?<![\\!].)[^\[\]\n]*\[@[^\[\]\n]*\][^\[\]\n]*\]\([^()\n]*\)"
)
_DEFINED = re.compile(r"^ {0,3}\[@[^\]\n]+\]:.*$", re.MULTILINE)
# What was only half written: the bracket or the `@` is missing. Each reads on to the next sign.
_HALF = re.compile(
    r"@(?:(?<=(?P<open>\[)@)(?<![\w\\/.+\[-]\[@)|(?<![\w\\/.+\[-]@))(?P<name>[a-z0-9][a-z0-9.-]*)"
)
_WITHOUT_AT = re.compile(
    r"\[(?<![\\!\[\]]\[)(?P<name>[a-z0-9][a-z0-9.-]*)(?P<more>,[^\[\]\n]*)?\](?![(\[:\]])"
)
# As programs write it that turn letters into Markdown.
_ESCAPED = re.compile(
    r"(?P<open>\\)?\[(?(open)\\?|\\)@(?P<name>[a-z0-9][a-z0-9.-]{0,80})"
    r"(?P<more>(?:,[^\[\]\\\n]{0,300})?)(?(open)\\|\\?)\]"
)
_NAMED = re.compile(r"\[@(?P<name>[\w.-]+)(?P<more>(?:, [^;@\[\]\n]+)?)\]")
_CLEAN = re.compile(r"@[a-z0-9][a-z0-9.-]*(?:, [^;@\[\]\n]+)?")


class MalformedCitation(Rule):
    """A citation is not written so that it can be understood.

    It would be shown as bare text or vanish, and with it the source of a claim. One pair of
    brackets holds one source, and the locator after a comma: `[@scott-2014, p. 3]`. Two sources
    stand side by side: `[@scott-2014] [@gilson-2017]`. Words of yours stand outside.
    """

    code = "LS314"
    name = "malformed-citation"
    allowed = False

    bad = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Roles were unclear [see @scott-2014, p. 3].   <!-- <- LS314 -->

    Nobody had told them [@scott-2014; @gilson-2017].   <!-- <- LS314 -->
    """

    good = """
    --- lessons/first-lesson.md
    title: A first lesson
    ---
    Roles were unclear (see [@scott-2014, p. 3]).

    Nobody had told them [@scott-2014] [@gilson-2017].
    --- sources/scott-2014.md
    title: Roles in a sub-district
    --- sources/gilson-2017.md
    title: Everyday resilience
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        yield from self._without_at(entry, portal)
        if "@" not in entry.source.body:
            return
        told: list[Range] = []
        body = entry.source.body.encode()
        for row in entry.outline.oddities:
            if row.name == self.name:
                written = body[row.start : row.end].decode()
                yield self._one(entry, portal, row.start, row.end, written)
        for link in entry.outline.links:
            if link.text.startswith("@") and _CLEAN.fullmatch(link.text):
                yield self._one(entry, portal, link.start, link.end, f"[{link.text}]")
        for pattern in (_AS_TEXT, _DEFINED):
            for found, (start, end) in in_prose(entry, pattern):
                told.append((start, end))
                yield self._one(entry, portal, start, end, found.group())
        yield from self._half(entry, portal, told)
        yield from self._escaped(entry, portal)

    def _escaped(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        """A citation whose signs mean nothing; of other names, that may be on purpose."""
        for found, (start, end) in in_prose(entry, _ESCAPED):
            if _is_source(found["name"], portal):
                right = f"[@{found['name']}{found['more']}]"
                yield self.in_body(
                    entry,
                    start,
                    end,
                    says=f"`{shorten(found.group(), 60)}` cites nothing: it has backslashes in it",
                    hint=f"to cite `{found['name']}` write `{shorten(right, 80)}`",
                    write=right,
                )

    def _without_at(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        """Brackets around the name of a source that lack the `@`; a plain word may be prose."""
        taken = None
        for found, (start, end) in in_prose(entry, _WITHOUT_AT):
            name = found["name"]
            if not re.search(r"[0-9-]", name) or not _is_source(name, portal):
                continue
            # Most bodies never come so far.
            taken = taken or _taken(entry, [])
            if taken(start):
                continue
            right = f"[@{found.group()[1:]}"
            yield self.in_body(
                entry,
                start,
                end,
                says=f"`{shorten(found.group(), 60)}` cites nothing: the `@` is missing",
                hint=f"`{name}` is one of our sources; to cite it write `{shorten(right, 60)}`",
                write=right,
            )

    def _half(self, entry: AnyEntry, portal: Portal, told: list[Range]) -> Iterator[Diagnostic]:
        """A citation without its brackets, or with the first of them only."""
        taken = _taken(entry, told)
        for found, (at, _) in in_prose(entry, _HALF):
            opened = found["open"] or ""
            start, name = at - len(opened), found["name"].rstrip(".-")
            known = _is_source(name, portal)
            if taken(start) or not (known or opened):
                continue
            written = f"{opened}@{name}"
            wrong = "is opened here and never closed" if opened else "cites nothing by itself"
            ours = f"`{name}` is one of our sources; " if known else ""
            yield self.in_body(
                entry,
                start,
                start + len(written),
                says=f"`{written}` {wrong}",
                hint=f"{ours}to cite it write `[@{name}, p. 3]`",
            )

    def _one(
        self, entry: AnyEntry, portal: Portal, start: int, end: int, written: str
    ) -> Diagnostic:
        cited = [found.group().strip(" ,") for found in _CLEAN.finditer(written)]
        clear = re.fullmatch(r"\[?(?:\[?@[^;@\[\]\n]+[;\]]*\s*)+\]", written) and len(cited) > 1
        right = " ".join(f"[{one}]" for one in cited) if clear else ""
        hint = "write each source as `[@its-name, p. 3]`, other words outside the brackets"
        named = _NAMED.fullmatch(written)
        if named and not _is_source(named["name"], portal):
            meant = [f"[@{one}{named['more']}]" for one in sources_like(named["name"], portal)]
            right = meant[0] if len(meant) == 1 else ""
            hint = f"write {listed(meant)}, as the file is called" if meant else hint
        return self.in_body(
            entry,
            start,
            end,
            says=f"`{shorten(written, 60)}` is not a citation we can read",
            hint=hint,
            # The name of another source is a guess.
            near="" if clear else right,
            write=right,
        )


def _taken(entry: AnyEntry, more: list[Range]) -> Callable[[int], bool]:
    """Tells whether a byte of the body belongs to what was understood, or was spoken about."""
    places = [(row.start, row.end) for row in entry.outline.citations]
    linked = in_link(entry)
    told = within([*places, *more])
    return lambda place: told(place) or linked(place)


def _is_source(name: str, portal: Portal) -> bool:
    ref = Ref("source", name)
    return ref in portal.library or ref in portal.library.unread
