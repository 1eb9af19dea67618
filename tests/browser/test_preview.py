"""`lsbuild serve` in a browser: a saved change comes by itself, and findings stand on the page."""

from __future__ import annotations

import pytest

from tests.browser.conftest import visit
from tests.hosts.test_preview import free_port, served, wait_for

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def editor(golden_copy, chromium, tmp_path):
    """An editor who looks at a page of the preview while writing."""
    port = free_port()
    with served(golden_copy, "lsbuild", "serve", "--port", str(port), temp=tmp_path / "temp"):
        address = f"http://127.0.0.1:{port}/portal/"
        wait_for(address, "only a sample")
        one = visit(chromium, address)
        one.go("about/")
        yield one
        one.page.context.close()


def test_a_saved_change_comes_by_itself(golden_copy, editor):
    """Nobody reloads; and a page that is up to date stays as it is."""
    golden_copy.edit("pages/about.md", "The tests keep it.", "The tests keep it fresh.")
    editor.page.get_by_text("The tests keep it fresh.").wait_for()

    editor.page.evaluate("window.stays = true")
    editor.page.wait_for_timeout(1_500)
    assert editor.page.evaluate("window.stays")
    assert editor.complaints == []


def test_findings_stand_on_the_page_they_concern(golden_copy, editor):
    """Open on the page of the file, closed on others; mended, they are gone."""
    box = editor.page.locator(".ls-findings")
    golden_copy.edit("pages/about.md", "about/markdown.md", "about/markdwon.md")
    box.get_by_text("pages/about.md:19 LS").wait_for()

    editor.go("glossary/")
    box.get_by_text("1 finding").wait_for()
    assert box.get_attribute("open") is None

    golden_copy.edit("pages/about.md", "about/markdwon.md", "about/markdown.md")
    box.wait_for(state="detached")


def test_a_page_that_cannot_be_shown_comes_back(golden_copy, editor):
    """The fault stands in its place, as text; when the template is mended, the page is there."""
    template = golden_copy.theme / "page.html"
    whole = template.read_text("utf-8")
    template.write_text("{% if <b> %}", "utf-8")
    editor.page.get_by_text("page.html, line 1").wait_for()
    assert editor.page.locator("pre b").count() == 0

    template.write_text(whole, "utf-8")
    editor.page.get_by_text("The tests keep it.").wait_for()
