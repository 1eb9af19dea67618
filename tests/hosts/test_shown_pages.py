"""What `lsbuild serve` shows is what a build writes, whatever was edited before."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from lsbuild.hosts.preview import Preview
from tests.portals import Portal, contents, differences

pytestmark = pytest.mark.slow
DRAFT = "content/case-studies/sample-draft.md"
NOT_SHOWN = re.compile(r"pagefind/.*|data/manifest\.json|data/offline/.*|\.nojekyll")
"""The search index, and what is for readers who keep pages."""
LIVE = re.compile(
    rb'<meta name="ls-source"[^>]*><meta name="ls-version"[^>]*>|'
    rb'<link rel="stylesheet" href="[^"]*/assets/live\.css">\n|'
    rb'<script type="module" src="[^"]*/assets/live\.js"></script>'
)


def begun(portal: Portal) -> Preview:
    """A preview that shows its first version."""
    preview = Preview(portal.config)
    assert preview.make().startswith("shown"), preview.trouble
    return preview


def everything(preview: Preview) -> dict[str, bytes]:
    """What a browser gets for each address, but for what only a preview has."""
    showing = preview.showing
    assert showing is not None
    plan = showing.plan
    pages = [page.url for page in plan.outlines]
    others = [*plan.redirects, *plan.data, *plan.assets, *showing.look.files, "sitemap.xml"]
    found = {}
    for url in (*pages, *others):
        answer = preview.answer(url)
        assert answer.status == 200, answer.body
        file = f"{url}index.html" if not url or url.endswith("/") else url
        found[file] = LIVE.sub(b"", answer.body)
    del found["assets/live.js"], found["assets/live.css"]
    return found


def test_a_preview_shows_every_byte_of_a_build(golden_copy):
    """Pages, data, pictures, redirects and the theme's files, each at the address of its file."""
    (golden_copy.root / DRAFT).unlink()
    assert golden_copy.build().returncode == 0
    built = contents(golden_copy.site)
    wanted = {name: data for name, data in built.items() if not NOT_SHOWN.fullmatch(name)}

    assert differences(wanted, everything(begun(golden_copy))) == []


def test_a_draft_is_shown_as_it_would_be_published(golden_copy):
    """Who writes a draft looks at its page and finds it in the lists, and is told so."""
    preview = Preview(golden_copy.config)

    assert preview.make().endswith("with 1 draft")
    assert preview.answer("case-studies/sample-draft/").status == 200
    assert b"sample-draft" in preview.answer("data/catalog.json").body


def write(path: str, text: str) -> Callable[[Portal], Path]:
    def edit(portal: Portal) -> Path:
        file = portal.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return file

    return edit


def replace(path: str, old: str, new: str) -> Callable[[Portal], Path]:
    def edit(portal: Portal) -> Path:
        portal.edit(f"../{path}", old, new)
        return (portal.root / path).resolve()

    return edit


def move(path: str, target: str = "") -> Callable[[Portal], Path]:
    def edit(portal: Portal) -> Path:
        file = portal.root / path
        if target:
            return file.rename(portal.root / target)
        file.unlink()
        return file

    return edit


ADDED = """---
title: Added term
summary: What was added tells this.
status: published
definitions:
  - {says: An added thing., sources: [{source: sample-article, locator: p. 4}]}
---

See [[term/sample-round|the round]].
"""
ROUND, ARTICLE = "content/glossary/sample-round.md", "content/sources/sample-article.md"
WEEK = {
    "words": replace("content/pages/about.md", "The tests keep it.", "The tests keep it fresh."),
    "a title that other pages show": replace(ROUND, "title: Sample round", "title: Sample turn"),
    "a reference": replace(ARTICLE, "title: ", "title: New "),
    "a file that comes": write("content/glossary/added.md", ADDED),
    "a file that breaks": replace(ROUND, "status: published", "status: publisht"),
    "the same file mended": replace(ROUND, "status: publisht", "status: published"),
    "a name that changes": move("content/glossary/added.md", "content/glossary/other.md"),
    "another file at an old name": write("content/glossary/added.md", ADDED.replace("Added", "A")),
    "a page at an old address": write(
        "content/glossary/other.md", ADDED.replace("status", "aliases: [old/place]\nstatus")
    ),
    "a file that goes": move("content/glossary/other.md"),
    "a list of words": replace("content/_vocabularies/themes.yml", "label: ", "label: Some "),
    "a template": replace("../../theme/partials/footer.html", "Made with", "Put together with"),
    "the settings": replace("mkdocs.yml", "Sample portal", "Another portal"),
    "another language": replace("mkdocs.yml", "      workers: 2", "      language: fr"),
}


def test_after_a_week_of_edits_it_shows_what_a_new_preview_shows(golden_copy):
    """Nothing that was kept in memory outlives what it was made from."""
    preview = begun(golden_copy)
    before = everything(preview)
    for name, edit in WEEK.items():
        preview.make([str(edit(golden_copy))])
        after = everything(preview)

        assert differences(before, after), f"{name}: nothing has changed"
        assert differences(everything(begun(golden_copy)), after) == [], name
        before = after


@pytest.mark.parametrize("text", ["<p>\n{% if %}", "<p>\n{{ nothing.here }}"])
def test_a_page_that_cannot_be_shown_says_so(golden_copy, text):
    """It names the template and the line; other pages are shown, and news is listened to."""
    preview = begun(golden_copy)
    template = golden_copy.theme / "term.html"
    template.write_text(text)
    preview.make([str(template)])
    page = preview.answer("glossary/sample-round/")

    assert page.status == 500
    assert b"term.html, line 2: " in page.body
    assert b"assets/live.js" in page.body
    assert b"Traceback" not in page.body
    assert preview.answer("about/").status == 200


def test_what_cannot_be_planned_leaves_the_last_version(golden_copy):
    """Two pages at one address: the last version stays, and the news says why."""
    preview = begun(golden_copy)
    path = golden_copy.content / "pages/find.md"
    path.write_text((golden_copy.content / "pages/about.md").read_text("utf-8"), "utf-8")
    preview.make([str(path)])

    assert "two pages want the address `/find/`" in preview.news(0)["trouble"]
    assert b"find-out" in preview.answer("find/").body

    path.unlink()
    preview.make([str(path)])
    assert preview.news(0)["trouble"] == ""


def test_what_failed_is_not_forgotten(golden_copy):
    """Another file that is saved does not hide that the settings, or a template, were changed."""
    preview, about = begun(golden_copy), golden_copy.content / "pages/about.md"
    text = golden_copy.config.read_text("utf-8")
    golden_copy.config.write_text(text.replace("workers: 2", "wrokers: 2"), "utf-8")
    preview.make([str(golden_copy.config)])
    preview.make([str(about)])
    assert "wrokers" in preview.news(0)["trouble"]

    golden_copy.config.write_text(text.replace("Sample portal", "Mended portal"), "utf-8")
    preview.make([str(about)])
    assert b"Mended portal" in preview.answer("about/").body
    assert preview.news(0)["trouble"] == ""


def test_a_preview_begins_with_settings_that_cannot_be_used(golden_copy):
    """Every address says what is wrong; mended, the portal is there."""
    text = golden_copy.config.read_text()
    golden_copy.config.write_text(text.replace("workers: 2", "wrokers: 2"))
    preview = Preview(golden_copy.config)
    assert preview.make().startswith("not shown: ")
    assert b"wrokers" in preview.answer("about/").body

    golden_copy.config.write_text(text)
    preview.make([str(golden_copy.config)])
    assert b"The tests keep it." in preview.answer("about/").body


def test_a_newer_version_ends_the_checks_of_the_last(golden_copy):
    """What is told was found in what is shown."""
    preview = begun(golden_copy)
    old = preview.showing
    golden_copy.edit("pages/about.md", "status: published", "status: publisht")
    preview.make([str(golden_copy.content / "pages/about.md")])
    preview.check(old)
    assert not preview.checked

    preview.check(preview.showing)
    assert [one["code"] for one in preview.news(0)["findings"]] == ["LS114"]
