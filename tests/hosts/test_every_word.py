"""Nothing that authors write is lost on its way to readers."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest

from lsbuild.output.written import target_of

pytestmark = pytest.mark.slow
ELSEWHERE = {
    "aliases",  # redirects
    "keywords",  # the search
    "translation_of",  # the note on a page that is behind its original
    "allow.rule",
    "allow.why",
    "consents.record",
    "consents.scope.label",
    "consents.covers",  # editors only
    "authors.agreed.label",
    "reviewers.agreed.label",  # who may be named, which the check asks for
    "areas.precision.label",
    "published.label",  # the day of the last change, if there is one
    "term.html: summary",
    "term.html: themes.label",  # lists and filters
    "areas.subdivision",
    "areas.point.of",  # the map
    "actions.of",
    "cite_as",
    "csl.issued",
    "csl.page",
    "csl.publisher_place",
    "csl.type",  # the formatted reference
    "funders.type.label",
    "partners.type.label",
    "language.label",
    "names.language.label",  # the attribute `lang`
    "objectives.by.label",  # in words of the template
    "measures.report",  # the evidence map
}
"""Fields that other parts of the portal show, or that only steer it."""
STEERING = {"id", "href", "kind", "iso"}


def test_every_field_of_an_entry_is_on_its_page(prepared, golden_site):
    """Each text of the front matter stands on some page of its kind, unless it is named above."""
    told: dict[str, bool] = {}
    for page in prepared.plan.pages:
        if "entry" in page.data and page.template != "home.html":
            words = words_of((golden_site / target_of(page.url)).read_text("utf-8"))
            for name, text in texts(page.data["entry"]):
                key = f"{page.template}: {name}"
                told[key] = told.get(key, False) or " ".join(text.split()) in words

    lost = {key for key, shown in told.items() if not shown}
    assert {key for key in lost if not ELSEWHERE & {key, key.split(": ")[1]}} == set()


def test_no_heading_stands_above_nothing(golden_site):
    """A case that tells little has few headings, and below each of them some words."""
    bare = [
        f"{page.parent.name}: {found[1]}"
        for page in golden_site.glob("case-studies/*/index.html")
        for found in re.finditer(
            r'<h2 id="([\w-]+)">[^<]*(?:<a [^>]*>[^<]*</a>)?</h2>\s*<h2', page.read_text("utf-8")
        )
    ]

    assert bare == []


def words_of(html: str) -> str:
    """The words of a page, and the addresses it leads to."""
    addresses = re.findall(r'href="([^"]*)"', html)
    text = re.sub(r"<[^>]+>", " ", html)
    return " ".join([*unescape(text).split(), *map(unescape, addresses)])


def texts(value: Any, name: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Every text of a page's data, with the names of the fields that lead to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in STEERING:
                yield from texts(inner, (*name, key))
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, name)
    elif isinstance(value, str):
        yield ".".join(name), value
