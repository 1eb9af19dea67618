"""The golden site: small, invented, and with everything a portal can have.

Its Plan is kept as text in `site/plan/`: every address in one list, and one page of each template
in full. After a change look at the difference, then `pytest --accept`.
"""

import json

import pytest
from click.testing import CliRunner

from lsbuild import cli
from lsbuild.views.page import plain
from tests import portals

PLAN = portals.GOLDEN / "plan"
SHOWN = {
    "handbook_kind.html": "handbook/fields/page/",
    "handbook_rule.html": "handbook/rules/ls101/",
    "sheet.html": "lessons/sample-second-lesson/team-sheet/",
}
"""Where not the richest page of a template is kept, because others would change it too often,
or because its language is not that of those who read the difference."""
KEPT = [name for name in portals.TEMPLATES if name != "handbook.html"]
"""`handbook.html` lists all rules, as `registries.txt` does."""


@pytest.fixture(scope="module")
def staged(tmp_path_factory):
    """The folder that `lsbuild stage` writes."""
    folder = tmp_path_factory.mktemp("staged")
    words = ["--root", str(portals.GOLDEN), "stage", str(folder)]
    done = CliRunner().invoke(cli.main, words)
    assert done.exit_code == 0, done.output
    return folder


def page_file(url: str) -> str:
    return url.replace(".html", ".md") if url.endswith(".html") else f"{url}index.md"


def test_nothing_is_wrong_with_it(prepared):
    """No rule has anything to say, not even advice."""
    assert [f"{one.source.path}: {one.code} {one.says}" for one in prepared.report] == []


def test_every_page_is_plain_data(prepared):
    """Any engine can show every page: texts, numbers, lists and dicts, and nothing else."""
    for page in prepared.plan.pages:
        plain(page.data, page.url)


def test_every_address_is_as_agreed(prepared, golden):
    """All pages with their template, language and title; rules have one page each."""
    rows = [
        f"/{page.url:<46} {page.template:<22} {page.language}  {page.title}"
        for page in sorted(prepared.plan.pages, key=lambda page: page.url)
        if not page.url.startswith("handbook/rules/")
    ]
    golden(PLAN / "addresses.txt", "\n".join(rows) + "\n")


@pytest.mark.parametrize("template", KEPT)
def test_a_page_of_each_template_is_as_agreed(prepared, staged, golden, template):
    """Address, data and HTML of one page of the template, as `lsbuild stage` writes them."""
    url = SHOWN.get(template) or portals.richest(prepared.plan, template).url
    file = staged / "pages" / page_file(url)
    text = file.read_text("utf-8")
    assert f"\ntemplate: {template}\n" in text
    golden(PLAN / template.replace(".html", ".md"), text)


@pytest.mark.parametrize("name", ["nav.json", "redirects.json"])
def test_what_is_beside_the_pages_is_as_agreed(staged, golden, name):
    """Navigation and former addresses."""
    golden(PLAN / name, (staged / name).read_text("utf-8") + "\n")


def test_the_catalogue_is_as_agreed(staged, golden):
    """`data/catalog.json`, laid out for reading."""
    data = json.loads((staged / "data/catalog.json").read_text("utf-8"))
    golden(PLAN / "catalog.json", json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def test_a_second_staging_writes_nothing(staged, prepared):
    """What is as it was keeps its date, so that an engine's own cache works."""
    before = {path: path.stat().st_mtime_ns for path in (staged / "pages").rglob("*.md")}
    words = ["--root", str(portals.GOLDEN), "stage", str(staged)]
    CliRunner().invoke(cli.main, words)

    assert {path: path.stat().st_mtime_ns for path in (staged / "pages").rglob("*.md")} == before
    assert len(before) == len(prepared.plan.pages)


def test_every_template_has_a_page(prepared):
    """The theme has no template that the golden site does not show."""
    assert {page.template for page in prepared.plan.pages} == set(portals.TEMPLATES)
