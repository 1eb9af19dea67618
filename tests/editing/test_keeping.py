"""What keepers use: a doctor for the repository, a page of care, an archive that outlives us."""

import hashlib
import json
import zipfile

import pytest

from tests.editing.conftest import refused, run
from tests.portals import ROOT

WORK = """
--- lessons/old.md
title: An old lesson
review_due: 2025-01-31
--- lessons/begun.md
title: Begun
status: draft
---
TODO: write it. TODO: check it.
--- sources/used.md
title: Used
--- sources/lonely.md
title: 'Lonely @everyone #1 [x](https://example.org) ![y](z)'
--- case-studies/one.md
title: One case
enablers:
  - says: Time helped.
    who_says: others
    sources: [{source: used, locator: p. 1}]
"""
LINKS = {
    "error_map": {
        "site/sources/used/index.html": [
            {"url": "https://gone.example.org/a", "status": {"text": "x", "code": 404}},
            {"url": "https://shy.example.org/", "status": {"text": "x", "code": 403}},
        ],
        "site/lessons/old/index.html": [
            {"url": "https://gone.example.org/a", "status": {"text": "x", "code": 404}}
        ],
    },
    "timeout_map": {"site/a": [{"url": "https://slow.example.org/", "status": {"text": "late"}}]},
}


class TestCare:
    def section(self, text: str, title: str) -> str:
        return text.split(f"## {title}")[1].split("\n## ")[0]

    def test_lists_everything_that_waits(self, portal):
        """One page has what is overdue, drafts, unused sources and pages with one source."""
        portal(WORK)
        text = run("care").stdout

        assert "An old lesson" in self.section(text, "Pages to look at again")
        assert "overdue since 2025-01-31" in text
        assert "Begun `content/lessons/begun.md` (2 places marked TODO)" in text
        assert "content/sources/lonely.md" in self.section(text, "Sources that nothing")
        assert "(1 claim from `used`)" in self.section(text, "Pages that rest on one source")

    def test_says_what_was_not_looked_at(self, portal):
        """Without a report of links and suggestions, neither is said to be well."""
        portal(WORK)
        text = run("care").stdout

        assert "Not looked at this time." in self.section(text, "Links that led nowhere")

    def test_names_each_broken_link_once(self, portal):
        """A link on two pages is one line; a server that dislikes programs is not one."""
        root = portal(WORK)
        (root / "links.json").write_text(json.dumps(LINKS))
        text = self.section(run("care", "--links", "links.json").stdout, "Links that led")

        assert text.startswith(" nowhere (2)") and text.count(r"gone\.example\.org") == 1
        assert "404" in text and "slow" in text and "shy" not in text

    def test_lists_suggestions_that_wait(self, portal):
        """Issues with the label are listed with the day since when they wait."""
        root = portal(WORK)
        rows = [{"number": 7, "title": "Case: @all", "createdAt": "2026-11-01T10:00:00Z"}]
        (root / "waiting.json").write_text(json.dumps(rows))

        assert "- #7 Case: @\u200ball (since 2026-11-01)" in run(
            "care", "--suggestions", "waiting.json"
        ).stdout.replace("\\", "")

    def test_calls_nobody_and_links_nowhere(self, portal):
        """Words of authors stay words in the issue that shows the page."""
        portal(WORK)
        line = next(one for one in run("care").stdout.split("\n") if "Lonely" in one)

        assert "@\u200beveryone" in line and "#\u200b1" in line
        assert "](" not in line.replace("\\]", "") and "://e" not in line

    @pytest.mark.parametrize("content", ["{", "[" * 100_000, b"\xff\xfe\xff"])
    def test_refuses_a_report_that_is_none(self, portal, content):
        """What is not JSON is named, with what should be there."""
        root = portal(WORK)
        raw = content if isinstance(content, bytes) else content.encode()
        (root / "links.json").write_bytes(raw)

        assert "links.json: this is not the JSON of lychee" in refused(
            "care", "--links", "links.json"
        )

    @pytest.mark.parametrize("data", [[], {}, {"error_map": 3}, {"error_map": {"a": [3, {}]}}])
    def test_takes_strange_reports_as_empty(self, portal, data):
        """JSON of another shape breaks nothing."""
        root = portal(WORK)
        (root / "links.json").write_text(json.dumps(data))

        assert "None." in run("care", "--links", "links.json").stdout

    def test_writes_into_a_file(self, portal):
        """`--out` leaves the page in a file."""
        root = portal(WORK)
        run("care", "--out", "care.md")

        assert (root / "care.md").read_text("utf-8").startswith("# Care of Portal, 2026-11-")


class TestDoctor:
    def test_names_what_is_to_do(self, portal):
        """An empty repository has everything to do, and each line says how."""
        portal(WORK)
        done = run("doctor")

        assert done.exit_code == 1
        assert "[ to do ] a workflow publishes the portal" in done.stdout
        assert "run `lsbuild forms`" in done.stdout
        assert "[by hand] at least two people can do everything here" in done.stdout

    def test_sees_what_is_well(self):
        """In this repository workflows, forms and settings are seen to be well."""
        said = run("--root", ROOT, "doctor").stdout

        for words in ("every action is pinned", "the issue forms are", "no rights but those"):
            assert f"[  ok   ] {words}" in said.replace("workflows have no", "no")
        assert "`Content`, `Tool`" in said

    def test_sees_a_loose_action_and_wide_rights(self, portal):
        """A tag instead of a hash, and rights for a whole workflow, are named with their file."""
        root = portal(WORK)
        folder = root / ".github" / "workflows"
        folder.mkdir(parents=True)
        (folder / "bad.yml").write_text("on: push\njobs:\n  a:\n    steps:\n      - uses: a/b@v1\n")
        said = run("doctor").stdout

        assert "pin the actions of bad.yml" in said
        assert "at the top of bad.yml" in said

    def test_survives_workflows_that_are_no_yaml(self, portal):
        """A broken workflow is no fault of the doctor."""
        root = portal(WORK)
        folder = root / ".github" / "workflows"
        folder.mkdir(parents=True)
        (folder / "bad.yml").write_text("on: [")

        assert run("doctor").exit_code == 1


class TestArchive:
    def test_holds_everything_with_checksums(self, golden_copy, tmp_path):
        """Pages, words, sources and schemas are in it, and every checksum is right."""
        done = run("--config", golden_copy.config, "archive", tmp_path / "a.zip")
        assert done.exit_code == 0, done.output
        with zipfile.ZipFile(tmp_path / "a.zip") as file:
            names = set(file.namelist())
            sums = dict(
                reversed(line.split("  ")) for line in file.read("SHA256SUMS").decode().splitlines()
            )
            assert sums == {
                name: hashlib.sha256(file.read(name)).hexdigest() for name in names - {"SHA256SUMS"}
            }
            assert json.loads(file.read("sources.csl.json"))

        assert {"README.txt", "site/index.html", "site/data/catalog.json"} <= names
        assert {"schemas/lesson.schema.json", "content/_vocabularies/themes.yml"} <= names

    def test_is_the_same_bytes_each_time(self, golden_copy, tmp_path):
        """Two archives of the same content are one and the same."""
        for name in ("a.zip", "b.zip"):
            run("--config", golden_copy.config, "archive", tmp_path / name)

        assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()

    def test_keeps_silent_about_drafts_and_what_was_withdrawn(self, golden_copy, tmp_path):
        """Words that no reader may see are in no file of it."""
        run("--config", golden_copy.config, "archive", tmp_path / "a.zip")
        with zipfile.ZipFile(tmp_path / "a.zip") as file:
            texts = b"".join(file.read(name) for name in file.namelist())

        assert b"Withdrawn words" not in texts and b"sample secret" not in texts

    def test_is_not_written_where_content_is_wrong(self, golden_copy, tmp_path):
        """Errors end it as they end a build."""
        golden_copy.edit("case-studies/sample-meetings.md", "status: published", "status: publishd")
        done = run("--config", golden_copy.config, "archive", tmp_path / "a.zip")

        assert done.exit_code == 1 and not (tmp_path / "a.zip").exists()
