from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from lsbuild.kinds import all_kinds
from lsbuild.kinds._scales import Status
from lsbuild.library.entry import Ref
from lsbuild.relations.portal import Portal
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Severity
from lsbuild.text.source import Source, Span


class VanishedAddress(Rule):
    """A page that readers could open is no longer at its address.

    Others have linked to it and printed it; they would find nothing. After
    `lsbuild rename` the old address leads on, and after `lsbuild withdraw` it says why the page
    is gone. A proposal is compared with the content as it was, and `lsbuild check --published
    catalog.json` compares with the catalogue of the last portal that was published. For a page
    that is a draft again this is advice: where somebody is in danger, that is the quickest way.
    """

    code = "LS212"
    name = "vanished-address"
    allowed = False

    def against(self, portal: Portal, published: Iterable[tuple[str, str]]) -> Iterator[Diagnostic]:
        """Compare with the names and addresses of a catalogue."""
        library = portal.library
        standing = {one.url for one in library if one.data.status is not Status.DRAFT}
        standing |= {alias for entry in library for alias in entry.data.aliases}
        for name, url in published:
            ref = Ref.parse(name)
            if url in standing or ref in library.unread:
                continue
            entry = next((one for one in library if one.url == url), None)
            if entry is not None:
                told = self.at(
                    entry,
                    "status",
                    says=f"the address `{url}` was published, and this is a draft again",
                    hint=f"publish it, or leave a note there with `lsbuild withdraw {ref}`",
                )
                yield replace(told, severity=Severity.ADVICE)
                continue
            source = Source(_file(ref, url, portal), "")
            yield self.found(
                source,
                Span(1),
                f"the address `{url}` was published, and nothing is there any more",
                "if the page has moved, add the address to the `aliases` of its new file; "
                f"if it must go, bring the file back and run `lsbuild withdraw {ref}`",
            )


def _file(ref: Ref, url: str, portal: Portal) -> PurePosixPath:
    """Where the file of an entry was, as far as its name and address tell."""
    kind = next((one for one in all_kinds() if one.kind == ref.kind), None)
    first = url.partition("/")[0]
    other = first if len(first) == 2 and first != portal.library.language else ""
    ending = f".{other}.md" if other else ".md"
    return PurePosixPath(kind.folder if kind else ref.kind, ref.slug + ending)
