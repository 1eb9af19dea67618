"""axe-core finds nothing to mend, on one page of every template."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.portals import TEMPLATES, richest, shortest

pytestmark = pytest.mark.browser
AXE = Axe()


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_violation(prepared, reader, template):
    """Light and dark, with the search closed, and open with results."""
    # The handbook's pages are long and all alike.
    choose = shortest if template.startswith("handbook_") else richest
    reader.resize(1280)
    reader.go(choose(prepared.plan, template).url)
    for scheme in ("default", "slate"):
        show(reader, scheme)
        assert violations(reader) == [], scheme
    reader.search("sample").nth(3).wait_for()
    for scheme in ("slate", "default"):
        show(reader, scheme)
        assert violations(reader, "#ls-search") == [], scheme


def test_no_violation_with_the_search_over_the_page(reader):
    """The page below an open search is as good as before."""
    reader.go("")
    reader.search("sample").nth(3).wait_for()
    assert violations(reader) == []


def show(reader, scheme: str) -> None:
    """Light is called `default` and dark `slate`, as Material does."""
    reader.page.evaluate("scheme => document.body.dataset.mdColorScheme = scheme", scheme)
    reader.page.evaluate("document.getAnimations().forEach((one) => one.finish())")


def violations(reader, where: str | None = None) -> list[str]:
    found = AXE.run(reader.page, context=where).response["violations"]
    return [
        f"{one['id']}: {node['html'][:120]} ({node['failureSummary'][:300]})"
        for one in found
        for node in one["nodes"][:5]
    ]
