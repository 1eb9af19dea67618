from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from posixpath import relpath

from lsbuild.library.library import AnyEntry
from lsbuild.library.tree import repaired
from lsbuild.relations.portal import Portal
from lsbuild.rules._links import beside, ref_of
from lsbuild.rules._prose import in_link, in_prose
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic
from lsbuild.text.outline import Link, LinkType
from lsbuild.text.words import nearest, shorten

_BLANK = re.compile(
    r"(?P<picture>!?)\[[^\[\]\n]{0,500}\]"
    r"\((?P<way>[^()<>\"\n]{1,300}\.[A-Za-z][A-Za-z0-9]{1,4})[ \t]*\)"
)
# No folder has a dot in its name.
_SITE = re.compile(r"www\.|[\w-]+(?:\.[\w-]+)+/", re.IGNORECASE)


class BrokenFileLink(Rule):
    """A link leads to a file that is not there.

    Readers would click on words that do nothing. The way is written from the file you are in:
    `second-lesson.md` stands beside it, `../roles/teams.md` in the folder `roles`. When a file
    is renamed, the links to it change too; `[[role-guide/teams]]` needs no way at all. A way
    with a blank in it is no link: name files with hyphens.
    """

    code = "LS311"
    name = "broken-file-link"

    bad = """
    --- lessons/second-lesson.md
    title: A second lesson
    ---
    Read [the first lesson](first-lessn.md).   <!-- <- LS311 -->
    --- lessons/first-lesson.md
    title: A first lesson
    """

    good = """
    --- lessons/second-lesson.md
    title: A second lesson
    ---
    Read [the first lesson](first-lesson.md).
    --- lessons/first-lesson.md
    title: A first lesson
    """

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        yield from self._with_blanks(entry)
        library = portal.library
        # The same wrong way often stands there many times, and all files are compared with it.
        nearest_to = cache(partial(_near, entry=entry, portal=portal))
        for link in entry.outline.links:
            if link.type is not LinkType.FILE:
                continue
            path, _ = beside(entry, link.target)
            unread = ref_of(path) in library.unread
            if path in library.by_path or path in library.assets or unread:
                continue
            written = link.target.partition("#")[0]
            near = nearest_to(written)
            start, end = _place(entry, link, written)
            way = "write the way from this file: `../lessons/a.md`, or use `[[lesson/a]]`"
            if _SITE.match(written):
                way = f"write `https://{shorten(written, 60)}`, if it is an address of the web"
            yield self.in_body(
                entry,
                start,
                end,
                near=near,
                write=near if end - start == len(written) else "",
                says=f"there is no file `{written}`",
                hint="" if near else way,
            )

    def _with_blanks(self, entry: AnyEntry) -> Iterator[Diagnostic]:
        """Names that end at their first blank, so that readers would see the brackets."""
        linked = in_link(entry)
        for found, (start, end) in in_prose(entry, _BLANK) if "](" in entry.source.body else ():
            written = found["way"].strip()
            if linked(start) or not re.search(r"\s", written):
                continue
            what = "picture" if found["picture"] else "link"
            # In an address of the web a blank is another mistake.
            if "://" not in written:
                says = f"`{shorten(written, 60)}` has a blank in it, so this is no {what}"
                hint = f"rename the file, and write `({_without_blanks(written)})`"
                yield self.in_body(entry, start, end, says=says, hint=hint)


def _without_blanks(written: str) -> str:
    *folders, name = written.split("/")
    ways = [one if set(one) <= {"."} else repaired(one, folder=True) for one in folders]
    return "/".join([*ways, repaired(name) or "annual-report.pdf"])


def _near(written: str, entry: AnyEntry, portal: Portal) -> str:
    """The nearest file, as the way to it from this one."""
    folder = entry.source.path.parent
    known = [*portal.library.by_path, *portal.library.assets]
    return nearest(written, (relpath(str(path), str(folder)) for path in known))


def _place(entry: AnyEntry, link: Link, written: str) -> tuple[int, int]:
    found = entry.source.body.encode().rfind(f"({written}".encode(), link.start, link.end)
    if found == -1:
        return link.start, link.end
    return found + 1, found + 1 + len(written.encode())
