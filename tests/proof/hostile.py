"""Content is data: no payload runs, whether the check sees it or only the rendering."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from lsbuild.pipeline import examine, prepare
from lsbuild.settings import read_settings
from lsbuild.views.page import Plan
from tests.browser.visiting import chromium
from tests.portals import Portal, copy_golden
from tests.proof.opening import opened, without_policy
from tests.proof.payloads import BODY, FIELD
from tests.proof.planting import Attempt, attempts, refused
from tests.proof.small import temporary
from tests.proof.table import Row
from tests.proof.unchecked import Hostile, both, render, unchecked


def prove(few: bool = False) -> Iterator[Row]:
    """Layer one: what `check` accepts. Layer two: what is rendered without asking it."""
    with temporary() as folder:
        portal = copy_golden(folder / "one")
        settings = read_settings(portal.config).model_copy(update={"workers": 1})
        assert not examine(settings)[1].blocks()
        tried = list(attempts(portal, settings, every=40 if few else 1))
        accepted = [one for one in tried if not refused(one, portal, settings)]
        yield _judged(tried, accepted, few)
        if few:
            return
        with chromium() as browser:
            yield from _built(portal, accepted, browser, folder)
            yield from _unchecked(browser, folder / "two")


def _judged(tried: list[Attempt], accepted: list[Attempt], few: bool) -> Row:
    """How much `check` refuses, place by place."""
    row = Row("Payloads proposed: active files accepted", least=0 if few else 150)
    places = Counter(one.place.partition(" (")[0] for one in tried)
    through = Counter(one.place.partition(" (")[0] for one in accepted)
    row.tried = len(tried)
    active = [one for one in accepted if one.place in ("SVG", "other file")]
    row.failed += [f"{one.words} was accepted as a file" for one in active]
    row.note = f"{len(tried) - len(accepted)} refused; accepted: " + ", ".join(
        f"{through[place]} of {places[place]} in {place}" for place in sorted(places)
    )
    return row


def _built(
    portal: Portal, accepted: list[Attempt], browser: Browser, folder: Path
) -> Iterator[Row]:
    """All that check accepts, in one site."""
    for one in accepted:
        one.plant(portal.content)
    done = portal.build()
    row = Row("Accepted payloads built into one site", least=1)
    row.expect(done.returncode == 0, done.returncode, done.stderr[-1_000:])
    yield row
    if done.returncode == 0:
        plan = prepare(read_settings(portal.config)).plan
        yield from _opened(browser, plan, portal.site, folder, "Accepted payloads", len(accepted))


def _unchecked(browser: Browser, folder: Path) -> Iterator[Row]:
    """Every payload in every text, rendered without asking check."""
    portal = copy_golden(folder)
    assert portal.build().returncode == 0
    prepared = prepare(read_settings(portal.config))
    words = list(both(FIELD, BODY))
    plan = unchecked(prepared, Hostile(words[: len(FIELD)], words[len(FIELD) :]))
    site = render(plan, prepared, portal.site, folder)
    yield from _opened(browser, plan, site, folder, "Payloads rendered without a check", len(words))


def _opened(
    browser: Browser, plan: Plan, site: Path, folder: Path, what: str, count: int
) -> Iterator[Row]:
    bare = without_policy(site, folder / "bare")
    # Of the handbook, only the lists show what authors write.
    urls = [one.url for one in plan.outlines if one.template != "handbook_rule.html"]
    for served, policy in ((site, "with the policy"), (bare, "without the policy")):
        row = Row(f"{what}, {policy}: executed", tried=count)
        seen = list(opened(browser, served, urls))
        for one in seen:
            row.failed += [f"{one.url}: {one}"] if one.ran or one.ways or one.left else []
        row.note = f"{len(seen):,} pages opened"
        yield row
