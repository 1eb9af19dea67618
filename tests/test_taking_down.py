"""Taking a page down from a phone, or with `lsbuild withdraw`: the portal is built without it."""

import re
from dataclasses import replace
from datetime import date
from posixpath import join, normpath

import pytest

from lsbuild.kinds._keeping import Withdrawal
from lsbuild.kinds._scales import Status
from lsbuild.pipeline import gather
from lsbuild.relations.graph import relate
from lsbuild.relations.portal import Portal
from lsbuild.rules._check import check
from lsbuild.settings import read_settings
from lsbuild.text.diagnostic import Report, Severity
from lsbuild.views.plan import make_plan
from tests.portals import ROOT
from tests.sample import checked
from tests.views.shown import main_of

KINDS = ("case-study", "learning-site", "lesson", "comparison")
GONE = Withdrawal(on=date(2026, 11, 22), why="The people it was about asked for it.")
STATES = {Status.DRAFT: None, Status.WITHDRAWN: GONE}
LINK = re.compile(r' href="([^":?#]+)')


@pytest.fixture(scope="module")
def real():
    return gather(read_settings(ROOT / "mkdocs.yml"))[0]


def without(portal: Portal, entry, status: Status) -> Portal:
    """The portal after a change of one file."""
    data = entry.data.model_copy(update={"status": status, "withdrawal": STATES[status]})
    taken = replace(entry, data=data)
    entries = tuple(taken if one is entry else one for one in portal.library)
    library = replace(portal.library, entries=entries)
    return Portal(portal.settings, library, relate(library))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("status", STATES)
def test_any_page_can_be_taken_down_at_once(kind, status, real):
    """Nothing else must be changed first, even where warnings block."""
    for entry in real.library.public(kind):
        report = check(without(real, entry, status), Report())

        assert [
            f"{entry.ref}: {one.source.path}: {one.says}"
            for one in report
            if one.severity is not Severity.ADVICE
        ] == []


@pytest.mark.parametrize("status", STATES)
def test_what_is_most_named_leaves_no_link(status, real):
    """Where a site stood that many pages name, all others are shown, and none leads there."""
    site = max(real.library.public("learning-site"), key=lambda one: len(real.graph.into(one.ref)))
    plan = make_plan(without(real, site, status))
    shown = [page for page in plan.pages if not page.template.startswith(("handbook", "404"))]
    leading = [
        page.url
        for page in shown
        for link in LINK.findall(main_of(page, real.settings))
        if normpath(join("/", page.url, link)) == f"/{site.url}".rstrip("/")
    ]

    assert len(real.graph.into(site.ref)) > 10 and len(shown) > 200
    assert leading == []
    assert not any(site.url.encode() in data for data in plan.data.values())


@pytest.mark.parametrize(
    ("lines", "severity"),
    [
        ("status: draft", Severity.ERROR),
        ("status: draft\npublished: 2026-01-02", Severity.ADVICE),
        ("status: withdrawn\nwithdrawal: {on: 2026-11-22, why: They asked.}", Severity.ADVICE),
    ],
)
def test_only_what_was_never_shown_blocks_those_that_name_it(lines, severity):
    """In a field, a citation or a link alike."""
    text = f"""
--- lessons/a.md
title: A lesson
needs: [gone]
---
See [[lesson/gone]], [it](gone.md) and [@gone, p. 1].
--- lessons/gone.md
title: Gone
{lines}
--- sources/gone.md
title: Gone
{lines}
"""
    found = [one for one in checked(text)[1] if one.code == "LS205"]

    assert [one.severity for one in found] == [severity] * 4
    assert ("publish it first" in found[0].hint) == (severity is Severity.ERROR)


def test_what_it_allowed_does_not_keep_it_online():
    """An `allow` that only a public page needs is no finding of a page that was taken down."""
    text = """
--- sources/a.md
status: {}
published: 2026-01-02
allow:
  - {{rule: uncited-source, why: For later.}}
"""
    assert "LS121" not in {one.code for one in checked(text.format("published"))[1]}
    assert "LS121" not in {one.code for one in checked(text.format("draft"))[1]}
