"""A proposal in words: what differs, what the changed pages look like, and one comment."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from lsbuild.editing.review import LIMIT, Review
from lsbuild.hosts.few import Theme
from tests.editing.conftest import refused, run
from tests.portals import ROOT
from tests.sample import write_sample

BEFORE = """
--- _vocabularies/modules.yml
title: Modules
terms: [{id: foundations, label: Foundations}]
--- sources/one.md
title: Source one
--- sources/two.md
title: Source two
--- case-studies/meetings.md
title: Review meetings
depth: short-note
enablers:
  - says: Time helped.
    id: time
    who_says: others
    sources: [{source: one, locator: p. 1}]
themes: []
---
They met once a month.
--- lessons/first.md
title: A first lesson
"""
NOW = """
--- case-studies/meetings.md
title: Meetings that learn
depth: pointer
enablers:
  - says: Time helped.
    id: time
    who_says: participants
    sources: [{source: two, locator: p. 1}]
  - says: Trust helped.
    who_says: ours
---
They met once a month, and then once a week.
"""


@pytest.fixture
def proposal(portal, tmp_path):
    """Content as it was in `before/`, and as it is proposed in `content/`."""

    def write(now: str = NOW, before: str = BEFORE) -> Path:
        root = portal(before)
        theme = ROOT / "theme"
        settings = f"site_name: Sample\ntheme: {{name: material, custom_dir: {theme}}}\n"
        settings += "docs_dir: content\nsite_url: https://example.org/portal/\nplugins: [lsbuild]\n"
        (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
        shutil.copytree(root / "content", root / "before")
        write_sample(now, root / "content")
        return root

    return write


def rows(*words: str) -> list[dict]:
    return json.loads(run("diff", "before", "--format", "json", *words).stdout)["entries"]


class TestDiff:
    def test_tells_fields_before_and_after(self, proposal):
        """Each field that says something else is one row, also deep in a list."""
        proposal()
        [row] = rows()
        fields = {one["field"]: (one["old"], one["new"]) for one in row["fields"]}

        assert fields["title"] == ("Review meetings", "Meetings that learn")
        assert fields["depth"] == ("short-note", "pointer")
        assert fields["enablers › time › who_says"] == ("others", "participants")

    def test_tells_claims_and_sources_that_came_or_went(self, proposal):
        """A new claim is one row of its own, and a source is named by its id."""
        proposal()
        [row] = rows()

        assert row["claims_added"] == ["Trust helped."] and row["claims_lost"] == []
        assert (row["sources_added"], row["sources_lost"]) == (["two"], ["one"])
        assert not [one for one in row["fields"] if "Trust" in one["new"]]

    def test_tells_length_and_weight(self, proposal):
        """Words of the body and bytes of the page, before and after."""
        proposal()
        [row] = rows()

        assert row["words"] == [5, 10] and all(size > 5_000 for size in row["bytes"])

    def test_knows_new_moved_and_gone(self, proposal):
        """A page whose former address is another one's has moved."""
        root = proposal("--- lessons/added.md\ntitle: Added\n")
        (root / "content/lessons/first.md").unlink()
        write_sample(
            "--- case-studies/talks.md\ntitle: Talks\naliases: [case-studies/meetings/]\n",
            root / "content",
        )
        (root / "content/case-studies/meetings.md").unlink()

        assert {one["path"]: one["state"] for one in rows()} == {
            "lessons/added.md": "new",
            "lessons/first.md": "gone",
            "case-studies/talks.md": "moved",
        }

    def test_a_page_with_a_mistake_has_lost_nothing(self, proposal):
        """It is there, and nobody can tell what it says before the mistake is mended."""
        root = proposal()
        for name in ("case-studies/meetings.md", "lessons/first.md"):
            file = root / "content" / name
            file.write_text(file.read_text("utf-8").replace("title:", "titel:"), "utf-8")

        assert run("diff", "before").stdout.splitlines() == [
            "cannot be read yet: Review meetings (case-studies/meetings.md)",
            "",
            "cannot be read yet: A first lesson (lessons/first.md)",
        ]
        run("review", "before")
        assert "**cannot be read yet** Review meetings" in run("comment", "review.json").stdout

    def test_prints_the_same_for_people(self, proposal):
        """The text names the page, the field and both values."""
        proposal()
        text = run("diff", "before").stdout

        assert "changed: Meetings that learn (case-studies/meetings.md)" in text
        assert "  title: Review meetings → Meetings that learn" in text
        assert "  claim added: Trust helped." in text

    def test_compares_with_a_version_of_git(self, proposal):
        """A branch, a tag or a commit stands for the content as it was."""
        root = proposal(before=BEFORE)
        shutil.rmtree(root / "content")
        shutil.copytree(root / "before", root / "content")
        for words in (
            ["init", "-q"],
            ["add", "."],
            ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "x"],
        ):
            subprocess.run(["git", *words], cwd=root, check=True)
        write_sample(NOW, root / "content")

        assert "title: Review meetings → Meetings that learn" in run("diff", "HEAD").stdout

    def test_says_where_nothing_differs(self, proposal):
        """No change is said in one line."""
        proposal("--- lessons/first.md\ntitle: A first lesson\n")

        assert run("diff", "before").stdout == "Nothing differs.\n"

    def test_refuses_what_is_no_version(self, proposal):
        """A folder that is not there, outside of git, is said in one line."""
        proposal()

        assert "no git repository" in refused("diff", "nowhere")


class TestPreviewFile:
    def made(self, *words: str) -> str:
        run("preview-file", "preview.html", "--changed-from", "before", *words)
        return Path("preview.html").read_text("utf-8")

    def test_shows_the_changed_pages_without_anything_that_acts(self, proposal):
        """No script, no form, no address to load from; and a policy that forbids all of them."""
        proposal()
        html = self.made()

        assert "Meetings that learn" in html and "They met once a month, and then" in html
        assert "A first lesson" not in html.split("<article", 1)[1].split("<footer")[0]
        assert not re.search(r"<(?:script|iframe|form|button|link|base|object)\b", html)
        assert not re.search(r"\son\w+=", html) and "url(http" not in html
        assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in html

    def test_brings_the_styles_of_every_sort_of_page(self, proposal):
        """Styles that only some pages ask for are inside too, behind those that all share."""
        proposal()
        html = self.made()
        names = ("lsbuild", "case", "drawn", "lists", "site")
        sheets = [(ROOT / f"theme/assets/{name}.css").read_text("utf-8") for name in names]
        places = [html.index(sheet.strip().splitlines()[-1]) for sheet in sheets]

        assert places == sorted(places)

    def test_shows_drafts_as_they_would_be(self, proposal):
        """A page that is not published yet can be looked at, too."""
        proposal("--- lessons/new.md\ntitle: Brand new\nstatus: draft\n---\n\nSome words here.\n")

        assert "Some words here." in self.made()

    def test_holds_its_pictures(self, proposal):
        """A picture of the page is part of the file."""
        root = proposal(
            "--- case-studies/meetings.md\ntitle: With picture\n---\n\n![A wall](../media/a.png)\n"
        )
        (root / "content/media").mkdir()
        Image.new("RGB", (20, 20)).save(root / "content/media/a.png")

        assert 'src="data:image/png;base64,' in self.made()

    def test_leads_to_its_own_pages_and_to_the_portal(self, proposal):
        """A link to a page of the file stays in it; others lead to the published portal."""
        proposal(
            "--- case-studies/meetings.md\ntitle: One\n---\n\n[[lesson/first]] [[source/two]]\n"
            "--- lessons/first.md\ntitle: Changed\n"
        )
        html = self.made()

        assert 'href="#p2"' in html
        assert 'href="https://example.org/portal/sources/two/"' in html

    def test_has_each_id_once(self, proposal):
        """Pages with the same headings do not share an id."""
        proposal(NOW + "--- case-studies/other.md\ntitle: Another\n")
        ids = re.findall(r'\sid="([^"]+)"', self.made())

        assert len(ids) == len(set(ids)) > 10

    def test_stays_a_file_where_a_template_fails(self, proposal, monkeypatch):
        """A page that cannot be shown says so, and the others are there."""
        proposal()
        monkeypatch.setattr(Theme, "html", lambda *_: {}["boom"])

        assert "This page cannot be shown: KeyError" in self.made()


class TestPreviewFileOfABranch:
    @pytest.fixture
    def branch(self, proposal):
        """A branch beside `main` with the proposal, not yet committed."""
        root = proposal()
        changed = (root / "content/case-studies/meetings.md").read_bytes()
        shutil.copytree(root / "before", root / "content", dirs_exist_ok=True)
        git(root, "init", "-q", "-b", "main")
        git(root, "add", ".")
        git(root, "commit", "-q", "-m", "before")
        git(root, "checkout", "-q", "-b", "proposal")
        (root / "content/case-studies/meetings.md").write_bytes(changed)
        return root

    def test_shows_what_was_committed_since_the_branch_left_main(self, branch):
        """Whoever commits and then looks sees the same pages as before the commit."""
        assert run("preview-file", "preview.html").stdout.startswith("preview.html: 1 page, ")
        git(branch, "commit", "-q", "-a", "-m", "now")
        Path("preview.html").unlink()

        assert run("preview-file", "preview.html").stdout.startswith("preview.html: 1 page, ")
        assert "They met once a month, and then" in Path("preview.html").read_text("utf-8")

    def test_writes_no_file_where_nothing_differs(self, branch):
        """An empty file would look as if the work were lost; the way to see it is told instead."""
        git(branch, "commit", "-q", "-a", "-m", "now")
        said = refused("preview-file", "preview.html", "--changed-from", "HEAD")

        assert "nothing differs from `HEAD`" in said and "--changed-from main" in said
        assert not Path("preview.html").exists()

    def test_names_the_last_commit_on_main(self, branch):
        """On `main` itself there is nothing to compare with but the commit before."""
        git(branch, "commit", "-q", "-a", "-m", "now")
        git(branch, "branch", "-q", "-f", "main", "HEAD")

        assert "`--changed-from HEAD~1`" in refused("preview-file", "preview.html")

    def test_says_where_what_differs_makes_no_page(self, branch):
        """A picture that no page shows is no page, and is named."""
        git(branch, "checkout", "-q", "--", ".")
        write_sample("--- media/a.txt (as it is)\nwords\n", branch / "content")

        assert "`media/a.txt`" in refused("preview-file", "preview.html")


def git(folder: Path, *words: str) -> None:
    name = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *name, *words], cwd=folder, check=True, capture_output=True)


class TestReview:
    def test_is_written_whatever_was_found(self, proposal):
        """Errors do not make it fail: they are what it is for, the worst first."""
        proposal(NOW.replace("source: two", "source: nobody"))
        done = run("review", "before", "--preview", "preview.html")
        review = Review.model_validate_json(Path("review.json").read_text("utf-8"))

        assert done.exit_code == 0 and Path("preview.html").is_file()
        assert review.findings[0].code == "LS201"
        assert review.findings[0].path == "content/case-studies/meetings.md"

    def test_is_written_whatever_a_file_is_called(self, proposal):
        """Bytes of a name that are no letters stand there as a sign."""
        root = proposal()
        (root / os.fsdecode(b"content/lessons/\xe9t\xe9.md")).write_text("A", encoding="utf-8")
        run("review", "before")
        review = Review.model_validate_json(Path("review.json").read_text("utf-8"))

        assert "content/lessons/?t?.md" in [one.path for one in review.findings]

    def test_a_page_that_was_deleted_by_hand_is_missed(self, proposal):
        """Neither the review nor the check calls a lost address good; an alias is enough."""
        root = proposal("--- lessons/first.md\ntitle: A first lesson\n")
        (root / "content/lessons/first.md").rename(root / "content/lessons/renamed.md")
        run("review", "before")
        review = Review.model_validate_json(Path("review.json").read_text("utf-8"))
        check = ("check", "--select", "LS212", "--format", "concise", "--changed-first", "before")

        assert [one.path for one in review.findings if one.code == "LS212"] == [
            "content/lessons/first.md"
        ]
        assert "to mend before this can be published" in run("comment", "review.json").stdout
        assert run(*check).exit_code == 1

        renamed = "--- lessons/renamed.md\ntitle: A first lesson\naliases: [lessons/first/]\n"
        write_sample(renamed, root / "content")
        assert run(*check).exit_code == 0

    def test_a_page_in_an_emergency_may_be_a_draft_again(self, proposal):
        """It is told, and hinders nobody."""
        proposal("--- lessons/first.md\ntitle: A first lesson\nstatus: draft\n")
        done = run("check", "--select", "LS212", "--changed-first", "before")

        assert done.exit_code == 0 and "this is a draft again" in done.stdout

    def test_does_not_speak_of_files_nobody_touched(self, proposal):
        """Advice about other pages is no matter of this proposal."""
        proposal()
        run("review", "before")
        review = Review.model_validate_json(Path("review.json").read_text("utf-8"))

        assert {one.path for one in review.findings} <= {"content/case-studies/meetings.md"}

    def test_takes_templates_from_the_settings_and_never_from_the_proposal(self, proposal):
        """With `--root` elsewhere, a template that was proposed is not run."""
        root = proposal()
        other = root / "pr"
        shutil.copytree(root / "content", other / "content")
        (other / "theme").mkdir()
        for name in ("case_study.html", "base.html"):
            (other / "theme" / name).write_text("{{ proposed.template.ran }}")
        run(
            *("--root", other, "--config", root / "mkdocs.yml"),
            *("review", root / "before", "--preview", "preview.html"),
        )

        assert "Meetings that learn" in Path("preview.html").read_text("utf-8")

    def test_stays_small(self, proposal):
        """A page with very long fields still fits the form."""
        long = "word " * 200
        proposal(
            f"--- case-studies/meetings.md\ntitle: Long\nproblem: {long}\n---\n\n{long * 50}\n"
        )
        run("review", "before")

        assert Path("review.json").stat().st_size < LIMIT
        assert "word" in run("comment", "review.json").stdout


HOSTILE = "<img src=x onerror=alert(1)> [a](javascript:b) @everyone #1 ![p](//evil) \u202e\x1b[0m"


class TestComment:
    def write(self, *words: str, **more) -> str:
        entry = {
            "path": HOSTILE[:100],
            "title": HOSTILE,
            "kind": "lesson",
            "state": "changed",
            "status": "draft",
            "fields": [{"field": HOSTILE, "old": HOSTILE, "new": "```\n# b"}],
            "claims_added": [HOSTILE],
        }
        finding = {
            "code": "LS201",
            "severity": "error",
            "path": "content/a.md",
            "line": 3,
            "says": HOSTILE,
            "hint": "did you mean `x`?",
        }
        data = {"version": 1, "findings": [finding], "entries": [entry], **more}
        Path("review.json").write_text(json.dumps(data))
        link = ("--link", "https://example.org/blob/x/")
        return run("comment", "review.json", *link, *words).stdout

    def test_leads_to_each_line(self, portal):
        """Findings come first, each with a link to its line."""
        portal()
        text = self.write()

        assert "**1 thing to mend before this can be published.**" in text
        assert "[line 3](https://example.org/blob/x/content/a.md#L3): **error** LS201" in text

    def test_lets_no_word_act(self, portal):
        """Nothing an author wrote calls a person, becomes a link, or hides letters."""
        portal()
        text = re.sub(r"`[^`\n]*`", "", self.write().split("####")[1])

        assert not re.search(r"(?<!\\)(?:<(?!!--)|@|!\[|\]\(java)", text)
        assert "\u202e" not in text and "\x1b" not in text and "@e" not in text

    def test_is_short_enough_to_be_taken(self, portal):
        """GitHub refuses comments of more than 65,536 characters."""
        portal()
        finding = {
            "code": "LS201",
            "severity": "error",
            "path": "content/" + "[" * 290,
            "line": 1,
            "says": "[" * 300,
            "hint": "[" * 300,
        }
        text = self.write(findings=[finding] * 100)

        assert len(text) < 65_000 and "… and more" in text

    def test_is_glad_where_nothing_is_wrong(self, portal):
        """A proposal without findings is thanked for."""
        portal()

        assert "**This can be published.** Thank you." in self.write(findings=[], entries=[])

    @pytest.mark.parametrize(
        ("changed", "named"),
        [
            ("content/a.md\nmkdocs.yml\n", "run:** `mkdocs.yml`."),
            ("content/a.md\ncontent.py\n", "run:** `content.py`."),
            ("\ncontent/a.md\n", "run:** "),
            ("".join(f"theme/{n}.html\n" for n in range(15)), "`theme/11.html` and 3 more."),
        ],
    )
    def test_calls_nothing_good_that_changes_the_tool(self, portal, changed, named):
        """Where files outside the content change too, this is said in place of the verdict."""
        portal()
        Path("changed.txt").write_text(changed, encoding="utf-8")
        text = self.write("--changed", "changed.txt", findings=[], entries=[])

        assert "**This also changes the tool or its settings." in text and named in text
        assert "can be published" not in text

    def test_takes_content_alone_as_before(self, portal):
        """Where all that changes is content, the verdict stands."""
        portal()
        Path("changed.txt").write_text("content/a.md\ncontent/b.md\n", encoding="utf-8")

        assert "**This can be published.**" in self.write("--changed", "changed.txt", findings=[])

    @pytest.mark.parametrize(
        ("raw", "says"),
        [
            (b"not JSON", "this is no review"),
            (b"[]", "this is no review"),
            (b'{"version": 2}', "this is no review"),
            (b'{"version": 1, "more": 3}', "this is no review (more: extra_forbidden)"),
            (b'{"version": 1, "entries": [{"path": 3}]}', "this is no review"),
            (b'{"findings": [' + b"[" * 100_000, "this is no review"),
            (b'{"outside": ["' + b"a" * 400 + b'"]}', "this is no review"),
            (b"\xff\xfe", "this is no review"),
            (b" " * (LIMIT + 1), "more than 1,000 kB are no review"),
        ],
        ids=["words", "list", "version", "extra", "type", "deep", "long", "bytes", "large"],
    )
    def test_refuses_what_is_no_review(self, portal, raw, says):
        """An artifact of a stranger is read only where it has exactly our form."""
        root = portal()
        (root / "review.json").write_bytes(raw)

        assert says in refused("comment", "review.json")

    def test_reads_no_more_than_its_limit(self, portal):
        """A file of 500 MB is refused without being read to its end."""
        root = portal()
        with (root / "review.json").open("wb") as file:
            file.truncate(500 * 2**20)

        assert "more than 1,000 kB" in refused("comment", "review.json")
