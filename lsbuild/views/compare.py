"""Two to four cases or sites side by side; without script, the comparisons editors wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator

from lsbuild.kinds.comparison import Comparison
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.views._desk import Desk, href
from lsbuild.views._side import KINDS, ROWS, side
from lsbuild.views._view import View
from lsbuild.views.page import Page, Words

URL = "compare/"
COMPARED = {*KINDS, "comparison"}
"""Kinds whose pages lead into the comparison."""
LEAST = 2


def comparable(desk: Desk) -> list[AnyEntry]:
    """What can be compared; nothing in other languages, since ids are the same in all."""
    kinds = () if desk.prefix() else KINDS
    found = [one for kind in kinds for one in desk.library.public(kind, desk.language)]
    return found if len(found) >= LEAST else []


def compare_url(entry: AnyEntry, desk: Desk) -> str:
    """The way from an entry to itself in a comparison; empty where there is nothing to compare."""
    if not comparable(desk):
        return ""
    data = entry.data
    refs = [Ref.parse(one) for one in data.entries] if isinstance(data, Comparison) else [entry.ref]
    ids = [str(ref) for ref in refs if ref.kind in KINDS and desk.find(ref)]
    return f"{href(entry.url, URL)}?c={','.join(ids)}" if ids else ""


class ComparePages(View):
    """The page, a list of what can be compared, and one small file for each entry."""

    order = 50

    def pages(self) -> Iterator[Page]:
        if not comparable(self.desk):
            return
        curated = self.portal.library.public("comparison", self.desk.language)
        title = self.desk.say("Compare")
        about = self.desk.say(
            "Two to four cases or learning sites side by side, in the same order."
        )
        yield Page(
            url=URL,
            title=title,
            template="compare.html",
            data={"curated": [self.desk.card(URL, one) for one in curated]},
            language=self.desk.language,
            description=about,
            section="case-studies/",
            words=Words(title, (about,)),
        )

    def files(self) -> Iterator[tuple[str, bytes]]:
        entries = comparable(self.desk)
        if not entries:
            return
        rows = [
            [str(one.ref), one.data.title, self.desk.say(one.data.plural)]
            for one in sorted(entries, key=lambda one: (one.ref.kind, one.data.title.casefold()))
        ]
        titles = [[name, self.desk.say(title)] for name, title in ROWS.items()]
        ours = [
            [[*one.data.entries], one.data.title, one.url]
            for one in self.portal.library.public("comparison", self.desk.language)
            if isinstance(one.data, Comparison)
        ]
        yield "data/compare/index.json", _json({"rows": titles, "entries": rows, "ours": ours})
        for one in entries:
            yield f"data/compare/{one.ref.kind}/{one.ref.slug}.json", _json(side(one, self.desk))


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
