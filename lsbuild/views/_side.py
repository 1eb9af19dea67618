"""One case or site as a column of a comparison: the fixed rows of a case, and what is shared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lsbuild.kinds._parts import Claim, Factor, Outcome
from lsbuild.kinds._scales import Scale
from lsbuild.kinds.case_study import CaseStudy
from lsbuild.kinds.learning_site import LearningSite
from lsbuild.library.library import AnyEntry
from lsbuild.text.messages import country_name
from lsbuild.views._desk import Desk
from lsbuild.views.page import Plain

KINDS = ("case-study", "learning-site")
ROWS = {
    "problem": "The problem",
    "where": "Who and where",
    "tried": "What was tried",
    "changed": "What changed, and how sure",
    "helped": "What helped",
    "hindered": "What hindered",
    "gained": "Who gained",
    "paid": "Who paid",
    "conditions": "What would have to be true",
}


def side(entry: AnyEntry, desk: Desk) -> Plain:
    """A column; rows about which nothing is told are left out."""
    column = _Column(desk)
    data = entry.data
    rows: dict[str, Plain] = {}
    if isinstance(data, CaseStudy):
        rows = column.case(data)
    elif isinstance(data, LearningSite):
        rows = column.site(data)
    return {
        "id": str(entry.ref),
        "kind": desk.say(data.label),
        "title": data.title,
        "url": entry.url,
        "rows": {name: row for name, row in rows.items() if row["tags"] or row["told"]},
    }


class _Column:
    """`tags` are typed, so that they can be told the same or not; `told` is in words."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def case(self, data: CaseStudy) -> dict[str, Plain]:
        means = (one.term for one in data.learning.means)
        learning = [
            *self.terms("learning-loops", (one.term for one in data.learning.loops)),
            *self.named(self.desk.say("Learning by"), self.terms("learning-means", means)),
        ]
        harms = [{**one, "label": self.desk.say("Harm")} for one in self.claims(data.harms)]
        return {
            "problem": _row(
                self.terms("constraints", data.context.constraints), [{"says": data.problem}]
            ),
            "where": self.where(data, data.period, self.governance(data)),
            "tried": _row(learning, [{"says": data.tried}]),
            "changed": self.changed(data.outcomes, data.changed),
            "helped": self.factors(data.enablers),
            "hindered": self.factors(data.barriers),
            "gained": _row([], self.claims(data.gained)),
            "paid": _row([], [*self.claims(data.paid), *harms]),
            "conditions": _row([], [{"says": one.says} for one in data.transfer.conditions]),
        }

    def site(self, data: LearningSite) -> dict[str, Plain]:
        layers = sorted(data.layers, key=lambda one: one.order)
        return {
            "problem": _row([], [{"says": data.aim, "label": self.desk.say("Aim")}]),
            "where": self.where(data, data.start, []),
            "tried": _row(
                self.scales(one.kind for one in layers), [{"says": one.title} for one in layers]
            ),
            "changed": self.changed([one for layer in layers for one in layer.changed]),
            "helped": self.factors(data.enablers),
            "hindered": self.factors(data.barriers),
        }

    def where(self, data: CaseStudy | LearningSite, when: str, more: list[Plain]) -> Plain:
        codes = dict.fromkeys(area.country for area in data.areas)
        names = {code: country_name(code, self.desk.language) for code in codes}
        tags = [
            *({"id": f"country:{code}", "label": name} for code, name in names.items()),
            *self.terms("system-levels", data.levels),
            *self.terms("groups", data.groups),
            *more,
        ]
        places = [self.desk.place(area) for area in data.areas]
        return _row(tags, [{"says": one} for one in [*places, self.desk.period(when)]])

    def governance(self, data: CaseStudy) -> list[Plain]:
        found = data.context.governance
        return self.named(self.desk.say("Governance"), self.scales([found] if found else []))

    def named(self, name: str, tags: list[Plain]) -> list[Plain]:
        """Words that say little without what they are about."""
        return [
            {**one, "label": f"{name}{self.desk.say(': ')}{one['label'].lower()}"} for one in tags
        ]

    def changed(self, outcomes: Iterable[Outcome], short: str = "") -> Plain:
        outcomes = tuple(outcomes)
        told = self.claims(outcomes)
        tags = [one.direction for one in outcomes] + [one.how_measured for one in outcomes]
        return _row(self.scales(tags), told or ([{"says": short}] if short else []))

    def factors(self, rows: Iterable[Factor]) -> Plain:
        rows = tuple(rows)
        reasons = (one.reason for one in rows if one.reason)
        return _row(self.terms("reasons", reasons), self.claims(rows))

    def claims(self, rows: Iterable[Claim]) -> list[Plain]:
        """What is said, and how sure anyone can be of it."""
        return [{"says": one.says, "sure": self.sure(one)} for one in rows]

    def sure(self, one: Claim) -> list[str]:
        scales: list[Scale] = [one.who_says]
        if isinstance(one, Outcome):
            scales = [one.direction, one.how_measured, *scales]
        return list(dict.fromkeys(self.desk.say(scale.label) for scale in scales))

    def terms(self, vocabulary: str, ids: Iterable[str]) -> list[Plain]:
        found = (self.desk.term(vocabulary, id_) for id_ in dict.fromkeys(ids))
        return [{"id": f"{vocabulary}:{one['id']}", "label": one["label"]} for one in found]

    def scales(self, values: Iterable[Any]) -> list[Plain]:
        """Values of any scale; what two scales call the same, such as not measured, is one word."""
        distinct = {one.value: one for one in values}
        return [{"id": id_, "label": self.desk.say(one.label)} for id_, one in distinct.items()]


def _row(tags: list[Plain], told: list[Plain]) -> Plain:
    return {"tags": tags, "told": told}
