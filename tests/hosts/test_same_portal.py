"""Whoever renders the Plan, readers get the same portal."""

import json
import re
from html import unescape

import pytest

from lsbuild.hosts.staged import stage
from lsbuild.output.written import target_of
from tests import portals
from tests.portals import contents, differences

pytestmark = pytest.mark.slow


def test_mkdocs_builds_the_same_files(built):
    """`mkdocs build --strict` with our plugin gives every byte that `lsbuild build` gives."""
    ours = contents(built.site)
    out = built.root / "elsewhere"
    words = ["build", "--strict", "--config-file", str(built.config), "--site-dir", str(out)]
    done = portals.run("-m", "mkdocs", *words)

    assert done.returncode == 0, done.stderr
    assert differences(ours, contents(out)) == []


def test_a_plain_mkdocs_build_swaps_as_well(built):
    """A failing `mkdocs build` leaves the site as it was."""
    before = contents(built.site)
    built.edit("pages/about.md", "title: About this sample", "titel: About this sample")
    done = portals.run("-m", "mkdocs", "build", "--config-file", str(built.config))

    assert done.returncode != 0
    assert differences(before, contents(built.site)) == []


def test_staged_and_built_have_the_same_addresses(prepared, golden_site, tmp_path):
    """Every staged page is a page of the site, and the site has no other but redirects."""
    stage(prepared.plan, tmp_path)
    staged = {path.relative_to(tmp_path / "pages") for path in (tmp_path / "pages").rglob("*.md")}
    pages = {str(path.with_suffix(".html")) for path in staged}
    redirects = {f"{old}index.html" for old in prepared.plan.redirects}
    html = {name for name in contents(golden_site) if name.endswith(".html")}

    assert html == pages | redirects


def test_built_pages_hold_title_and_article_as_planned(prepared, golden_site):
    """Title, description, language and the author's HTML stand in the page, byte for byte."""
    for page in prepared.plan.pages:
        html = (golden_site / target_of(page.url)).read_text("utf-8")
        title = re.search(r"<title>(.*?)</title>", html)

        assert page.body in html, page.url
        assert title and unescape(title[1]) == f"{page.title} · Sample portal"
        assert f'<html lang="{page.language}"' in html
        assert not page.description or meta(html, "description") == page.description


def meta(html: str, name: str) -> str:
    found = re.search(rf'<meta name="{name}" content="([^"]*)">', html)
    return unescape(found[1]) if found else ""


class TestBesideThePages:
    def test_the_sitemap_names_what_readers_should_find(self, prepared, golden_site):
        """Every page below the site's address; neither the note of a withdrawn entry nor 404."""
        text = (golden_site / "sitemap.xml").read_text("utf-8")
        named = set(re.findall(r"<loc>https://example.org/portal/([^<]*)</loc>", text))
        hidden = {"404.html", "case-studies/sample-withdrawn/"}

        assert named == {page.url for page in prepared.plan.pages} - hidden

    def test_pages_know_their_public_address(self, golden_site):
        """The canonical link has the whole address, base path included."""
        html = (golden_site / "roles/sample-teams/index.html").read_text("utf-8")
        assert (
            '<link rel="canonical" href="https://example.org/portal/roles/sample-teams/">' in html
        )

    def test_pages_lead_to_their_source(self, golden_site):
        """The edit link names the file, in each language."""
        html = (golden_site / "fr/lessons/sample-first-lesson/index.html").read_text("utf-8")
        assert "https://example.org/edit/main/content/lessons/sample-first-lesson.fr.md" in html

    def test_former_addresses_lead_on(self, golden_site):
        """A redirect needs no script and shows its link."""
        html = (golden_site / "case-studies/sample-gatherings/index.html").read_text("utf-8")

        assert '<meta http-equiv="refresh" content="0; url=../sample-meetings/">' in html
        assert '<a href="../sample-meetings/">' in html

    def test_only_planned_files_are_published(self, golden_site):
        """Nothing of `content/` but pictures in use, and no part of Material nobody loads."""
        names = contents(golden_site)

        assert "media/pages/about/square.png" in names
        assert not [name for name in names if name.endswith((".md", ".yml", ".map", ".py"))]
        assert not [name for name in names if "pagefind-ui" in name or "/lunr/" in name]

    def test_the_manifest_names_every_file(self, golden_site):
        """Anyone can see whether the portal is whole."""
        manifest = json.loads((golden_site / "data/manifest.json").read_text("utf-8"))
        assert set(manifest["files"]) == set(contents(golden_site)) - {"data/manifest.json"}
