"""`lsbuild check` for those who work on a proposal: guesses, changes, saves, what was published."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from lsbuild.text.words import is_slip
from tests.editing.conftest import refused, run
from tests.portals import ENVIRONMENT

TWO = """
--- lessons/setting-up.md
title: Setting up
needs: [team-meetngs, reviewing-meetings]
--- lessons/team-meetings.md
title: Meetings of a team
--- lessons/review-meetings.md
title: Meetings of a review
"""
LS201 = ("check", "--select", "LS201", "--format", "concise")


class TestUnsafeFixes:
    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ("team-meetngs", "team-meetings"),
            ("team_Meetings", "team-meetings"),
            ("'team-meeitngs'", "team-meetings"),
            ("scott-2014", "Scott-2014"),
        ],
    )
    def test_knows_a_slip_of_the_pen(self, written, meant):
        """One letter, capitals and other signs between words cannot mean anything else."""
        assert is_slip(written, meant)

    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ("tsofa-2017a", "tsofa-2017b"),
            ("scott-2014", "scott-2015"),
            ("tsofa-2017", "tsofa-2017a"),
            ("reviewing-meetings", "review-meetings"),
            ("lesson/meetings", "case-study/meetings"),
            ("ke", "be"),
        ],
    )
    def test_knows_a_guess(self, written, meant):
        """Other numbers, other kinds and several letters may mean another entry."""
        assert not is_slip(written, meant)

    def test_waits_to_be_asked_twice(self, portal):
        """`--fix` leaves a guess to its author; `--unsafe-fixes` makes it."""
        file = portal(TWO) / "content/lessons/setting-up.md"

        assert "reviewing-meetings" in run(*LS201, "--fix").stdout
        assert "needs: [team-meetings, reviewing-meetings]" in file.read_text("utf-8")
        assert run(*LS201, "--fix", "--unsafe-fixes").stdout == ""
        assert "needs: [team-meetings, review-meetings]" in file.read_text("utf-8")

    def test_names_each_place_and_each_guess(self, portal):
        """Who asked for repairs reads what stood there, what does now, and what to doubt."""
        portal(TWO)

        assert run(*LS201, "--fix", "--unsafe-fixes").stderr.splitlines() == [
            "content/lessons/setting-up.md:3: `team-meetngs` → `team-meetings`",
            "content/lessons/setting-up.md:3: `reviewing-meetings` → `review-meetings` "
            "(a guess: look at it)",
            "Repaired 2 places in 1 file.",
        ]

    def test_says_that_nothing_could_be_repaired(self, portal):
        """No count of nothing: what is left is for a person."""
        portal("--- lessons/setting-up.md\ntitle: Setting up\nneeds: [nothing-like-it]\n")

        assert run(*LS201, "--fix").stderr == "Nothing here can be repaired by itself.\n"

    def test_shows_guesses_in_a_diff(self, portal):
        """With `--diff` a guess is shown only where it was asked for."""
        portal(TWO)

        assert "+needs: [team-meetings, reviewing-" in run(*LS201, "--diff").stdout
        assert (
            "+needs: [team-meetings, review-meetings]"
            in run(*LS201, "--diff", "--unsafe-fixes").stdout
        )

    def test_does_nothing_alone(self, portal):
        """Nobody believes that something was repaired where nothing was."""
        portal(TWO)

        assert "goes with --fix" in refused("check", "--unsafe-fixes")


@pytest.mark.parametrize(
    ("format_", "name"),
    [
        ("sarif", '"uri": "content/lessons/%E9t%E9.md"'),
        ("json", '"path": "content/lessons/\\udce9t\\udce9.md"'),
        ("github", "file=content/lessons/\ufffdt\ufffd.md,"),
    ],
)
def test_a_name_that_is_no_text_is_told(portal, format_, name):
    """Bytes that are no letters stop no format, nor the summary of a step on GitHub."""
    root = portal(TWO)
    (root / os.fsdecode(b"content/lessons/\xe9t\xe9.md")).write_text("A", encoding="utf-8")
    command = [sys.executable, "-m", "lsbuild", "check", "--format", format_]
    summary = root / "summary.md"
    more = {"GITHUB_STEP_SUMMARY": str(summary)}
    done = subprocess.run(command, capture_output=True, env=ENVIRONMENT | more)

    assert done.returncode == 1 and name in done.stdout.decode()
    assert format_ != "github" or "\ufffdt\ufffd.md" in summary.read_text("utf-8")


def git(folder: Path, *words: str) -> None:
    name = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *name, *words], cwd=folder, check=True, capture_output=True)


class TestChangedFrom:
    @pytest.fixture
    def repository(self, portal):
        root = portal(TWO)
        git(root, "init", "-q", "-b", "main")
        git(root, "add", ".")
        git(root, "commit", "-q", "-m", "first")
        return root

    def test_speaks_only_of_what_differs(self, repository):
        """Files changed or added since are spoken of; all are read."""
        assert run(*LS201, "--changed-from", "main").stdout == ""

        new = repository / "content/lessons/new.md"
        text = (repository / "content/lessons/setting-up.md").read_text("utf-8")
        new.write_text(text.replace("Setting up", "New"), encoding="utf-8")
        lines = run(*LS201, "--changed-from", "main").stdout.splitlines()

        assert len(lines) == 2
        assert all(line.startswith("content/lessons/new.md:") for line in lines)

    def test_counts_what_it_spoke_of(self, repository):
        """The number of files is that of the changed ones."""
        file = repository / "content/lessons/setting-up.md"
        file.write_text(file.read_text("utf-8") + "\nMore.\n", encoding="utf-8")
        document = json.loads(
            run("check", "--changed-from", "main", "--format", "json", "content/lessons").stdout
        )

        assert document["counts"]["files"] == 1

    def test_leaves_the_repository_as_it_is(self, repository):
        """Not even the index of git is written."""
        before = {p: p.stat().st_mtime_ns for p in (repository / ".git").rglob("*")}
        run("check", "--changed-from", "main")

        assert {p: p.stat().st_mtime_ns for p in (repository / ".git").rglob("*")} == before

    @pytest.mark.parametrize("ref", ["nowhere", "--output=x", "a b", "HEAD:content"])
    def test_refuses_what_is_no_version(self, repository, ref):
        """A version nobody made is named, and no option of git can be slipped in."""
        assert f"git knows no version `{ref}`" in refused("check", f"--changed-from={ref}")
        assert not (repository / "content/x").exists()

    def test_needs_a_repository(self, portal, monkeypatch, tmp_path):
        """Outside of git there is nothing to compare with."""
        portal(TWO)
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

        assert "in no git repository" in refused("check", "--changed-from", "main")


class TestWatch:
    def test_checks_again_at_each_save(self, portal):
        """A saved file is checked at once, and stopping is no failure."""
        root = portal(TWO)
        command = [sys.executable, "-m", "lsbuild", *LS201, "--watch"]
        with subprocess.Popen(
            command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process:
            said: list[str] = []
            reader = threading.Thread(target=lambda: said.extend(process.stderr))
            reader.start()
            self.until(lambda: "waiting" in "".join(said))
            time.sleep(0.5)
            file = root / "content/lessons/setting-up.md"
            file.write_text(file.read_text("utf-8").replace("team-meetngs, ", ""), "utf-8")
            self.until(lambda: "".join(said).count("waiting") == 2)
            (root / "content/lessons/broken.md").write_bytes(b"---\ntitle: \xff\n---\n")
            self.until(lambda: "".join(said).count("waiting") == 3)
            process.send_signal(signal.SIGINT)
            out = process.stdout.read()
            reader.join(10)

        assert process.returncode == 0
        assert out.count("`team-meetngs`") == 1 and out.count("`reviewing-meetings`") == 3
        assert "lsbuild: checking again: content/lessons/setting-up.md\n" in said

    @staticmethod
    def until(true) -> None:
        limit = time.monotonic() + 60
        while not true():
            assert time.monotonic() < limit
            time.sleep(0.05)


class TestPublished:
    def catalogue(self, root: Path, **entries: str) -> Path:
        rows = [
            {"id": name.replace("__", "/").replace("_", "-"), "url": url}
            for name, url in entries.items()
        ]
        path = root / "catalog.json"
        path.write_text(json.dumps({"version": 1, "entries": rows}), encoding="utf-8")
        return path

    def found(self, root: Path, **entries: str) -> list[str]:
        path = self.catalogue(root, **entries)
        words = ("--select", "LS212", "--format", "concise", "--published", path)
        return run("check", *words).stdout.splitlines()

    def test_names_an_address_that_vanished(self, portal):
        """The finding stands where the file was, and says both ways to mend it."""
        (line,) = self.found(portal(TWO), lesson__old_name="lessons/old-name/")

        assert line.startswith("content/lessons/old-name.md:1:1: LS212 the address `lessons/old-n")
        assert "`aliases`" in line and "`lsbuild withdraw lesson/old-name`" in line

    def test_is_content_with_what_leads_on(self, portal):
        """A page at its address, an alias and a withdrawn page are no finding."""
        root = portal("""
            --- lessons/here.md
            title: Here
            aliases: [lessons/old-name/]
            --- lessons/gone.md
            title: Gone
            status: withdrawn
            withdrawal: {on: 2026-11-22, why: It was asked for.}
            """)

        assert not self.found(
            root,
            lesson__here="lessons/here/",
            lesson__old_name="lessons/old-name/",
            lesson__gone="lessons/gone/",
        )

    def test_names_a_draft_that_was_published(self, portal):
        """Back to draft takes a page from its readers without a word."""
        root = portal("""
            --- lessons/here.md
            title: Here
            status: draft
            """)
        (line,) = self.found(root, lesson__here="lessons/here/")

        assert line.startswith("content/lessons/here.md:3:9: LS212 ") and "draft again" in line

    def test_leaves_files_that_cannot_be_read_to_other_rules(self, portal):
        """A broken file is one finding, not two."""
        root = portal(TWO)
        (root / "content/lessons/team-meetings.md").write_text("---\n[\n---\n", encoding="utf-8")

        assert not self.found(root, lesson__team_meetings="lessons/team-meetings/")

    @pytest.mark.parametrize("raw", [b"", b"no", b"[]", b'{"entries": 3}', b"\xff", b"[" * 99_999])
    def test_refuses_what_is_no_catalogue(self, portal, raw):
        """A file that is something else is named, whatever it holds."""
        path = portal(TWO) / "catalog.json"
        path.write_bytes(raw)

        assert "not the catalogue of a portal" in refused("check", "--published", path)

    def test_refuses_a_catalogue_that_is_not_there(self, portal):
        """A wrong path is named."""
        portal(TWO)

        assert "nowhere.json: No such file" in refused("check", "--published", "nowhere.json")


def test_the_page_of_a_rule_is_linked_in_documents(portal):
    """Formats for other programs know where each rule is explained."""
    portal(TWO)
    run_ = json.loads(run("check", "--select", "LS201", "--format", "sarif").stdout)["runs"][0]

    assert run_["tool"]["driver"]["rules"][0]["helpUri"] == (
        "https://example.org/portal/handbook/rules/ls201/"
    )
