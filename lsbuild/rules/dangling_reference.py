from __future__ import annotations

from collections.abc import Iterator

from lsbuild.kinds._fields import RefTo
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.rules.malformed_reference import fault
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.words import nearest


class DanglingReference(Rule):
    """An entry points to another entry that does not exist.

    Readers would meet a gap where the author promised a next step. A reference is the file's
    name without `.md`, with the kind before it where a field takes any kind. If the target was
    renamed, write its new name here: `aliases` keep old addresses working for readers, but not
    for authors.
    """

    code = "LS201"
    name = "dangling-reference"

    bad = """
    --- lessons/setting-up.md
    title: Setting up a learning site
    needs:
      - first-lessn   # <- LS201
    --- lessons/first-lesson.md
    title: A first lesson
    """

    good = """
    --- lessons/setting-up.md
    title: Setting up a learning site
    needs:
      - first-lesson
    --- lessons/first-lesson.md
    title: A first lesson
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        library = portal.library
        for keys, value, mark in entry.marked(RefTo):
            slug, _, part = value.partition("#")
            ref = Ref(mark.kind, slug) if mark.kind else Ref.parse(slug)
            malformed = not mark.kind and fault(value)
            if malformed or ref in library or ref in library.unread:
                continue
            near = nearest(ref.slug, (other.ref.slug for other in library.of(ref.kind)))
            shown = near if mark.kind or not near else f"{ref.kind}/{near}"
            yield self.at(
                entry,
                *keys,
                near=f"{shown}#{part}" if shown and part else shown,
                says=f"no {ref.kind} is called `{ref.slug}`",
                hint="" if shown else f"the names are those of the files of kind {ref.kind}",
            )
