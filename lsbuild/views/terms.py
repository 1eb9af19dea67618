"""What each word means, in short, for the notes that open in place."""

from __future__ import annotations

import json
from collections.abc import Iterator

from lsbuild.kinds.term import GlossaryTerm
from lsbuild.views._view import View

MOST = 2
"""How many meanings a note shows; the term's own page has them all."""


class TermNotes(View):
    """`data/terms.json`: by the address of a term its title and its first meanings."""

    def files(self) -> Iterator[tuple[str, bytes]]:
        if self.desk.prefix():
            return
        rows = {
            entry.url: {
                "title": entry.data.title,
                "says": [[one.tradition, one.says] for one in entry.data.definitions[:MOST]],
            }
            for entry in self.portal.library.public("term")
            if isinstance(entry.data, GlossaryTerm)
        }
        if rows:
            text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
            yield "data/terms.json", text.encode()
