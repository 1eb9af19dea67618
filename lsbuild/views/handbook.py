"""The handbook for editors: every kind's fields and every rule, from their own words."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import getdoc
from textwrap import dedent

from lsbuild.kinds import all_kinds
from lsbuild.kinds._base import Content
from lsbuild.rules import all_rules
from lsbuild.rules._rule import Rule
from lsbuild.settings import EDITOR
from lsbuild.views._fields_table import fields_of
from lsbuild.views._settings_table import settings_tables
from lsbuild.views._ticked import ticked
from lsbuild.views._view import View
from lsbuild.views.page import Page, Plain

FAMILIES = {
    "0": "Files",
    "1": "Front matter",
    "2": "Relations",
    "3": "Body",
    "4": "Evidence",
    "5": "Pictures and files",
    "6": "The collection",
    "7": "Finished pages",
    "9": "Our own faults",
}

_TEXTS = (
    (
        "markdown",
        "How to write a body",
        "handbook_markdown.html",
        "The Markdown of this portal: citations, links by id, notes and tables.",
    ),
    (
        "proposals",
        "From a draft to a published page",
        "handbook_proposals.html",
        "What happens to a proposal, what the check and the preview show, and letters.",
    ),
    (
        "keepers",
        "For the keepers, on one page",
        "handbook_keepers.html",
        "An hour a month, taking something down from a phone, handing over, and what may end.",
    ),
)


class HandbookPages(View):
    """How to write each kind, and what each finding means."""

    order = 90

    def pages(self) -> Iterator[Page]:
        if self.desk.prefix():
            return
        yield self.front()
        for url, title, template, about in _TEXTS:
            yield self.page(f"{url}/", title, template, {}, about)
        yield self.editor()
        yield self.page(
            "own/",
            "A portal of your own",
            "handbook_own.html",
            settings_tables(),
            "How to begin a portal: what to keep, every setting, the look, and going online.",
        )
        for kind in all_kinds():
            yield self.kind(kind)
        for rule in all_rules():
            yield self.rule(rule)
        yield self.lists()

    def page(self, url: str, title: str, template: str, data: Plain, description: str) -> Page:
        return Page(
            url=f"handbook/{url}",
            title=title,
            template=template,
            data=data,
            language="en",
            description=self.desk.description(description),
        )

    def front(self) -> Page:
        families = [
            {
                "title": title,
                "rules": [_in_short(rule) for rule in all_rules() if rule.code[2] == digit],
            }
            for digit, title in FAMILIES.items()
        ]
        data: Plain = {
            "kinds": [
                {
                    "label": kind.label,
                    "kind": kind.kind,
                    "folder": kind.folder,
                    "about": (getdoc(kind) or "").split("\n\n")[0],
                    "href": f"fields/{kind.kind}/",
                }
                for kind in all_kinds()
            ],
            "families": [family for family in families if family["rules"]],
        }
        return self.page(
            "",
            "Handbook for editors",
            "handbook.html",
            data,
            "How to write for this portal: the kinds, their fields, and what each finding means.",
        )

    def editor(self) -> Page:
        settings = self.portal.settings
        data: Plain = {"trial": settings.editor.trial}
        if settings.has_editor:
            data["href"] = f"../../{EDITOR}"
        if settings.repository:
            data["repository"] = settings.repository.name
        return self.page(
            "editor/",
            "The form in your browser",
            "handbook_editor.html",
            data,
            "How to write and change pages in a form at /edit/, and what hosts must know first.",
        )

    def kind(self, kind: type[Content]) -> Page:
        data: Plain = {
            "kind": kind.kind,
            "folder": kind.folder,
            "about": ticked(getdoc(kind) or ""),
            "fields": fields_of(kind),
            "sample": kind.sample,
        }
        return self.page(
            f"fields/{kind.kind}/",
            f"Fields of a {kind.label.lower()}",
            "handbook_kind.html",
            data,
            f"Every field of a {kind.label.lower()}.",
        )

    def rule(self, rule: type[Rule]) -> Page:
        fact, _, more = (getdoc(rule) or "").partition("\n\n")
        data: Plain = {
            "code": rule.code,
            "name": rule.name,
            "severity": str(rule.severity),
            "fact": ticked(fact),
            "paragraphs": [ticked(" ".join(p.split())) for p in more.split("\n\n") if p],
            "bad": dedent(rule.bad).strip("\n"),
            "good": dedent(rule.good).strip("\n"),
            "allowed": rule.allowed,
        }
        return self.page(
            f"rules/{rule.code.lower()}/",
            f"{rule.code} {rule.name}",
            "handbook_rule.html",
            data,
            fact,
        )

    def lists(self) -> Page:
        data: Plain = {
            "lists": [
                {
                    "name": one.name,
                    "title": one.data.title,
                    "about": one.data.description,
                    "terms": [
                        {"id": term.id, "label": term.label, "about": term.description}
                        for term in one
                    ],
                }
                for one in sorted(self.portal.vocabularies, key=lambda one: one.name)
            ]
        }
        return self.page(
            "lists/",
            "Lists of terms",
            "handbook_lists.html",
            data,
            "Every controlled list, with its terms and what they mean.",
        )


def _in_short(rule: type[Rule]) -> Plain:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": str(rule.severity),
        "fact": ticked((getdoc(rule) or "").partition("\n\n")[0]),
        "href": f"rules/{rule.code.lower()}/",
    }
