from __future__ import annotations

import re
from collections.abc import Iterator

from lsbuild.kinds import all_kinds
from lsbuild.kinds._fields import RefTo
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.words import listed, nearest

_WRITTEN = re.compile(r"[a-z-]+/[a-z0-9/-]+")


class MalformedReference(Rule):
    """A reference is not written as kind and name.

    Where a field can name a page of any kind, the kind comes first, so that a case and a
    lesson of the same name are never confused. Write the kind in the singular, a slash and the
    file's name without `.md`: `case-study/kerala-aardram`.
    """

    code = "LS122"
    name = "malformed-reference"
    allowed = False

    bad = """
    --- comparisons/two-places.md
    title: Two places
    entries: [case-studies/kerala-aardram, learning-site/kilifi]   # <- LS122
    """

    good = """
    --- comparisons/two-places.md
    title: Two places
    entries: [case-study/kerala-aardram, learning-site/kilifi]
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        for keys, value, mark in entry.marked(RefTo):
            if not mark.kind and (says := fault(value)):
                near = _near(value)
                yield self.at(
                    entry,
                    *keys,
                    says=says,
                    near=near,
                    # The folder's name for the kind's is the same entry, if there is one.
                    safe=bool(near) and Ref.parse(near) in portal.library,
                    hint="" if near else f"write the kind and the name; the kinds are {_kinds()}",
                )


def fault(value: str) -> str:
    """What is wrong with the form of a reference; nothing where it is sound."""
    kind, _, slug = value.partition("/")
    if not slug or not _WRITTEN.fullmatch(value):
        return f"`{value}` is not written `kind/name`"
    known = any(one.kind == kind for one in all_kinds())
    return "" if known else f"there is no kind `{kind}`"


def _near(value: str) -> str:
    ref = Ref.parse(value)
    kinds = {one.folder: one.kind for one in all_kinds()}
    kind = kinds.get(ref.kind) or nearest(ref.kind, kinds.values())
    slug = ref.slug.removesuffix(".md")
    return f"{kind}/{slug}" if kind and slug and _WRITTEN.fullmatch(f"{kind}/{slug}") else ""


def _kinds() -> str:
    return listed((one.kind for one in all_kinds()), "and")
