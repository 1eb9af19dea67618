from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.kinds import all_kinds
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._prose import in_link, in_prose
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.outline import LinkType
from lsbuild.text.words import nearest, plain_words, shorten

# The engine finds the brackets quickly; what stands before them is looked at after.
_OPEN = re.compile(
    r"\[\[(?<!\\\[\[)(?=[^\W\d_])(?P<name>[^\s\[\]|]{1,200})(?P<words>\|[^\[\]|\n]{1,200}(?=\]))?\]{0,2}"
)
# Only where it begins with the name of a kind: other words in brackets are prose.
_KINDS = "|".join(one.kind for one in all_kinds())
_SINGLE = re.compile(
    rf"(?<![\[\\!\]])\[(?P<name>(?:{_KINDS})/[a-z0-9#-]{{1,200}})"
    r"(?P<words>\|[^\[\]|\n]{1,200})?\](?![\[(:\]])"
)


class UnknownEntryLink(Rule):
    """A link by name leads to an entry that does not exist.

    Readers would meet bare words where the author promised a way on. Write the kind in the
    singular, a slash, and the file's name without `.md`: `[[case-study/kerala-aardram]]`, or
    with words of your own: `[[case-study/kerala-aardram|what Kerala did]]`.
    """

    code = "LS304"
    name = "unknown-entry-link"

    bad = """
    --- lessons/second-lesson.md
    title: A second lesson
    ---
    Begin with [[lesson/first-lessn]].   <!-- <- LS304 -->
    --- lessons/first-lesson.md
    title: A first lesson
    """

    good = """
    --- lessons/second-lesson.md
    title: A second lesson
    ---
    Begin with [[lesson/first-lesson]].
    --- lessons/first-lesson.md
    title: A first lesson
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        library, body = portal.library, entry.source.body.encode()
        for link in entry.outline.links:
            written = link.target.partition("#")[0]
            ref = Ref.parse(written)
            if link.type is not LinkType.ENTRY or ref in library or ref in library.unread:
                continue
            near, start, whole = _meant(written, portal), link.start + 2, written
            behind = Ref.parse(link.text.strip())
            if behind in library:
                # The words stand first, as in other systems.
                near, whole = f"{behind}|{written.strip()}", f"{written}|{link.text}"
            plain = f"[[{whole}".encode() in body[link.start : link.end]
            yield self.in_body(
                entry,
                start,
                start + len((whole if plain else written).encode()),
                near=near,
                write=near if plain else "",
                says=f"no entry is called `{written}`" if written else "the link names no entry",
                hint="" if near else _hint(written),
            )
        if "[[" in entry.source.body:
            yield from self._open(entry, portal)
        yield from self._single(entry, portal)

    def _single(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        """A link in one pair of brackets, which readers would see."""
        found_in = list(in_prose(entry, _SINGLE))
        linked = in_link(entry) if found_in else None
        for found, (start, end) in found_in:
            if linked and linked(start):
                continue
            name, words = found["name"], found["words"] or ""
            known = Ref.parse(name.partition("#")[0]) in portal.library
            yield self.in_body(
                entry,
                start,
                end,
                write=f"[{found.group()}]" if known else "",
                says=f"`{shorten(found.group(), 60)}` is no link",
                hint=f"write it in two pairs of brackets: `[[{shorten(name + words, 80)}]]`",
            )

    def _open(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        """A link that has its first brackets only, which readers would see."""
        linked = in_link(entry)
        for found, (start, _) in in_prose(entry, _OPEN):
            # In `[[words](a.md)]` the link begins with the second bracket.
            if linked(start) or linked(start + 1) or found.group().endswith("]]"):
                continue
            name = found["name"].rstrip(".,;:!?)")
            ref = Ref.parse(name.partition("#")[0])
            known = ref in portal.library or ref in portal.library.unread
            near = "" if known else _near(ref, portal)
            whole = found.group() if found.group().endswith("]") else f"[[{name}"
            right = f"[[{near or name}{found['words'] or ''}]]" if near or known else ""
            yield self.in_body(
                entry,
                start,
                start + len(whole.encode()),
                near=near,
                write=right,
                says="`[[` is opened here and never closed",
                hint=f"write `{shorten(right or '[[case-study/kerala-aardram]]', 90)}`",
            )


def _meant(written: str, portal: Portal) -> str:
    """The entry that is named in other letters, by its title, or with a slip."""
    ref = Ref.parse(written.strip().lower().removesuffix(".md"))
    if ref in portal.library:
        return str(ref)
    said = plain_words(written)
    titled = {one.ref for one in portal.library if said and plain_words(one.data.title) == said}
    return str(titled.pop()) if len(titled) == 1 else _near(ref, portal)


def _near(ref: Ref, portal: Portal) -> str:
    """The one entry that was probably meant; where the kind is missing or wrong, by its name."""
    slug = nearest(ref.slug, (other.ref.slug for other in portal.library.of(ref.kind)))
    if slug:
        return f"{ref.kind}/{slug}"
    named = {other.ref for other in portal.library if other.ref.slug == (ref.slug or ref.kind)}
    return str(named.pop()) if len(named) == 1 else ""


def _hint(written: str) -> str:
    if not written:
        return "a link to a heading of this page is written `[words](#the-heading)`"
    return "write kind and name: `[[case-study/kerala-aardram]]`"
