"""How sure the portal is, claim by claim: counted on three scales, with what is thinly held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lsbuild.kinds._scales import HowMeasured, Read, Scale, WhoSays
from lsbuild.relations.claims import Told, claims_of, count_by
from lsbuild.text.words import shorten
from lsbuild.views._desk import href
from lsbuild.views._view import View
from lsbuild.views.page import Page, Plain, Planned, Words, put_off

URL = "evidence/"
COMPARED = "compared"
"""The id of the list that answers what is held most firmly."""
MOST = 150
"""How many claims a list shows one by one. A longer list counts them page by page."""
MOST_PAGES = 120
"""How many pages a list names, so that the largest portal keeps it light to read."""


class EvidencePages(View):
    """One page that counts claims, and lists those that one source or the project alone tells."""

    order = 60

    def planned(self) -> Iterator[Planned]:
        claims = claims_of(self.portal.library)
        if self.desk.prefix() or all(one.is_ours for one in claims):
            return
        title = self.desk.say("How sure we are")
        about = self.desk.say(
            "Every claim on these pages, counted by who says it, what we read, "
            "and how it was measured."
        )
        page = Page(
            url=URL,
            title=title,
            template="evidence.html",
            description=about,
            language=self.desk.language,
            section="about/",
            words=Words(title, (about,), (self.desk.say("strongest evidence, proof, trial"),)),
        )
        yield put_off(page, self.data)

    def data(self) -> Plain:
        claims = list(claims_of(self.portal.library))
        told = [one for one in claims if not one.is_ours]
        ours = Counter(one.who_says for one in claims if one.is_ours)
        measured = [one for one in told if one.how_measured]
        return {
            "number": len(told),
            "suggestions": ours[WhoSays.OURS],
            "readings": ours[WhoSays.READING],
            "scales": [
                self.scale("Who says so", WhoSays, "who_says", told, "who"),
                self.scale("What we read", Read, "read", told, "read"),
                self.scale("How it was measured", HowMeasured, "how_measured", measured, "how"),
            ],
            "lists": self.lists(told),
        }

    def scale(
        self, title: str, scale: type[Scale], field: str, told: list[Told], name: str
    ) -> Plain:
        counts = count_by(told, scale, field)
        most = max(counts.values(), default=1)
        labels = {str(value.value): value.label for value in scale}
        rows = [
            {
                "id": id_,
                "label": self.desk.say(labels[id_]),
                "number": number,
                "of_ten": max(1, round(10 * number / most)),
                **({"href": f"#{COMPARED}"} if id_ == HowMeasured.COMPARED else {}),
            }
            for id_, number in counts.items()
        ]
        return {"title": self.desk.say(title), "name": name, "rows": rows, "number": len(told)}

    def lists(self, told: list[Told]) -> list[Plain]:
        say = self.desk.say
        compared = [one for one in told if one.how_measured is HowMeasured.COMPARED]
        project = [one for one in told if one.who_says is WhoSays.PROJECT]
        single = [one for one in told if len(one.sources) == 1]
        return [
            self.listed(say(HowMeasured.COMPARED.label), COMPARED, compared),
            self.listed(say("Only the project itself says so"), "only-the-project", project),
            self.listed(say("One source says so"), "one-source", single),
        ]

    def listed(self, title: str, id_: str, told: list[Told]) -> Plain:
        """Claims page by page, as links to where they stand; only counted where there are many."""
        pages: dict[str, Plain] = {}
        for one in told:
            entry = one.entry
            page = pages.setdefault(
                entry.url,
                {
                    "title": entry.data.title,
                    "href": href(URL, entry.url),
                    "number": 0,
                    "claims": [],
                },
            )
            page["number"] += 1
            if len(told) <= MOST:
                page["claims"].append({"says": shorten(one.says, 160), "href": self.way(one)})
        first = list(pages.values())[:MOST_PAGES]
        return {
            "title": title,
            "id": id_,
            "number": len(told),
            "shown": sum(page["number"] for page in first),
            "pages": first,
        }

    def way(self, one: Told) -> str:
        anchor: Any = one.id
        if not anchor:
            sections = type(one.entry.data).sections
            anchor = next((p.id for p in sections if one.keys and one.keys[0] in p.fields), "")
        return href(URL, one.entry.url + (f"#{anchor}" if anchor else ""))
