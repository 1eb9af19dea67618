"""What the command `lsbuild` answers, and the code it ends with."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from lsbuild import cli, cli_check
from lsbuild.kinds import all_kinds
from lsbuild.rules import all_rules
from lsbuild.text.diagnostic import Diagnostic, Report
from lsbuild.text.source import Source, Span
from tests.sample import write_sample

CLEAN = """
--- lessons/first-lesson.md
title: A first lesson
"""
BROKEN = """
--- lessons/setting-up.md
title: Setting up
needs:
  - first-lessn
--- lessons/first-lesson.md
title: A first lesson
---
This is <b>bold.
"""
WARNED = """
--- lessons/first-lesson.md
title: A first lesson
allow:
  - rule: dangling-reference
    why: It was once there.
"""
# Other rules may have their say about the samples; these tests are about the command.
ONLY = ("--select", "LS121,LS201,LS301")


@pytest.fixture
def portal(tmp_path, monkeypatch):
    """A portal in the folder where the command runs."""

    def write(sample: str, settings: str = "") -> Path:
        (tmp_path / "mkdocs.yml").write_text(f"docs_dir: content\n{settings}", encoding="utf-8")
        (tmp_path / "content").mkdir()
        write_sample(sample, tmp_path / "content")
        monkeypatch.chdir(tmp_path)
        return tmp_path

    return write


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.main, words)


def check(*words: str) -> Result:
    return run("check", *ONLY, *words)


def one_plain_line(result: Result) -> str:
    """What a refusal says: one line of ours and no traceback."""
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("lsbuild: ")
    assert result.stderr.count("\n") == 1
    return result.stderr


class TestCheck:
    def test_ends_with_0_where_all_is_well(self, portal):
        """Nothing to say is said in one line."""
        portal(CLEAN)
        result = check()

        assert (result.exit_code, result.stdout) == (0, "No findings in 1 file.\n")

    def test_ends_with_1_on_errors(self, portal):
        """An author sees code, place, line, carets and advice."""
        portal(BROKEN)
        result = check("--select", "LS201")

        assert result.exit_code == 1
        assert (
            "error[LS201]: no lesson is called `first-lessn`\n"
            " --> content/lessons/setting-up.md:4:5\n"
            "  |\n"
            "4 |   - first-lessn\n"
            "  |     ^^^^^^^^^^^ did you mean `first-lesson`?\n"
        ) in result.stdout

    def test_lets_warnings_pass_unless_strict(self, portal):
        """Warnings block under `--strict`, and where the settings say `strict`."""
        portal(WARNED)

        assert check().exit_code == 0
        assert check("--strict").exit_code == 1

    def test_is_strict_where_the_settings_are(self, portal):
        """A portal can decide that warnings always block."""
        portal(WARNED, "plugins: [{lsbuild: {strict: true}}]\n")

        assert check().exit_code == 1

    def test_a_strict_portal_is_not_staged_with_warnings(self, portal):
        """What blocks leaves the folder of pages as it was."""
        modules = "title: Modules\nterms: [{id: foundations, label: Foundations}]\n"
        root = portal(f"{WARNED}--- _vocabularies/modules.yml\n{modules}")
        assert run("stage", str(root / "staged")).exit_code == 0
        before = sorted((root / "staged").rglob("*"))
        (root / "mkdocs.yml").write_text("docs_dir: content\nstrict: true\n")

        assert run("stage", str(root / "staged")).exit_code == 1
        assert sorted((root / "staged").rglob("*")) == before

    def test_ends_with_2_without_settings(self, tmp_path, monkeypatch):
        """A folder that is no portal is refused in one line that names the file."""
        monkeypatch.chdir(tmp_path)

        assert "mkdocs.yml" in one_plain_line(check())

    def test_ends_with_2_on_settings_nobody_knows(self, portal):
        """A misspelt setting is named."""
        portal(CLEAN, "plugins: [{lsbuild: {strikt: true}}]\n")

        assert "strikt" in one_plain_line(check())

    def test_ends_with_2_on_a_setting_at_the_left_edge(self, portal):
        """Our settings beside those of mkdocs would do nothing; the way to their place is said."""
        portal(CLEAN, "editor:\n  trial: true\n")

        assert "`editor` stands at the left edge" in one_plain_line(check())

    def test_ends_with_2_where_content_is_a_link(self, portal, tmp_path):
        """Whatever lies behind it, nobody proposed it."""
        portal(CLEAN)
        Path("content").rename(tmp_path / "elsewhere")
        Path("content").symlink_to(tmp_path / "elsewhere")

        assert "content is a link or lies behind one" in one_plain_line(check())

    def test_ends_with_2_without_content(self, portal):
        """A content folder that is not there is named."""
        portal(CLEAN)
        Path("mkdocs.yml").write_text("docs_dir: elsewhere\n", encoding="utf-8")

        assert "elsewhere; `docs_dir` names it" in one_plain_line(check())

    @pytest.mark.parametrize(
        "words",
        [
            ["--bogus"],
            ["--format", "poem"],
            ["--select", "LS9x"],
            ["--ignore", "raw-htm"],
            ["nowhere.md"],
            ["mkdocs.yml"],
        ],
        ids=" ".join,
    )
    def test_ends_with_2_on_wrong_usage(self, portal, words):
        """What is not understood is refused before anything is read."""
        portal(CLEAN)

        assert words[-1] in one_plain_line(run("check", *words))

    def test_suggests_the_nearest_rule(self, portal):
        """A misspelt name gets the right one."""
        portal(CLEAN)

        assert "did you mean `raw-html`?" in one_plain_line(check("--ignore", "raw-htm"))

    def test_ends_with_3_when_a_rule_failed(self, portal, monkeypatch):
        """A failure inside lsbuild is a finding, and no choice of rules hides it."""
        portal(CLEAN, "plugins: [{lsbuild: {issues: 'https://example.org/issues'}}]\n")
        source = Source(Path("lessons/first-lesson.md"), "text")
        fault = Diagnostic("our-fault", source, Span(1), "`raw-html` failed", code="LS900")
        monkeypatch.setattr(cli_check, "examine", lambda settings: (None, Report.of([fault], 1)))
        result = check()

        assert result.exit_code == 3
        assert "LS900" in result.stdout
        assert "https://example.org/issues" in result.stderr

    def test_ends_with_3_on_a_fault_of_ours(self, portal, monkeypatch):
        """What nobody expected is named, with its place, and blamed on us."""
        portal(CLEAN)
        monkeypatch.setattr(cli_check, "examine", lambda settings: {}["boom"])
        result = check()

        assert result.exit_code == 3
        assert result.stderr.startswith("lsbuild: KeyError in test_cli.py:")
        assert "Report" in result.stderr and "Traceback" not in result.stderr

    def test_says_nothing_when_quiet_and_all_is_well(self, portal):
        """`--quiet` leaves the summary out."""
        portal(CLEAN)

        assert check("--quiet").output == ""

    def test_says_findings_when_quiet(self, portal):
        """`--quiet` hides no finding."""
        portal(BROKEN)
        result = check("--quiet", "--format", "concise")

        assert result.exit_code == 1 and "LS201" in result.stdout

    def test_hears_only_what_was_selected(self, portal):
        """Rules are chosen by code, by the beginning of a code, or by name."""
        portal(BROKEN)
        both = run("check", "--select", "LS2,raw-html", "--format", "concise").stdout
        one = check("--ignore", "dangling-reference", "--format", "concise").stdout

        assert {"LS201", "LS301"} <= set(both.split())
        assert "LS201" not in one and "LS301" in one

    @pytest.mark.parametrize("path", ["content/lessons/setting-up.md", "./content/../content"])
    def test_speaks_only_of_the_paths_it_was_given(self, portal, path):
        """All files are read, and those below the paths are spoken of."""
        portal(BROKEN)
        result = check(path, "--format", "json")
        document = json.loads(result.stdout)

        assert document["counts"]["files"] == (1 if path.endswith(".md") else 2)
        assert document["findings"][-1]["path"] == "content/lessons/setting-up.md"

    def test_finds_the_portal_from_elsewhere(self, portal, monkeypatch):
        """`--root` names the portal's folder; paths still read as in the repository."""
        root = portal(BROKEN)
        monkeypatch.chdir("/")
        result = run(
            "--root",
            str(root),
            "check",
            *ONLY,
            "--format",
            "concise",
            "content/lessons/setting-up.md",
        )

        assert result.stdout.startswith("content/lessons/setting-up.md:4:5: LS201 ")

    def test_settings_say_where_the_portal_is(self, portal, monkeypatch):
        """`--config` alone means the portal around that file, wherever one stands."""
        root = portal(BROKEN)
        monkeypatch.chdir("/")
        result = run("--config", str(root / "mkdocs.yml"), "check", *ONLY, "--format", "concise")

        assert "content/lessons/setting-up.md:4:5: LS201 " in result.stdout

    def test_builds_only_where_the_settings_lie(self, portal, tmp_path):
        """A folder that is not that of the settings is refused, not passed over."""
        root = portal(BROKEN)
        result = run("--config", str(root / "mkdocs.yml"), "--root", str(tmp_path.parent), "build")

        assert result.exit_code == 2 and "Leave one of the two out" in result.stderr


class TestFix:
    def test_repairs_and_reports_what_is_left(self, portal):
        """Safe fixes are written, and the second check speaks."""
        root = portal(BROKEN)
        result = check("--fix", "--format", "concise")

        assert "- first-lesson\n" in (root / "content/lessons/setting-up.md").read_text("utf-8")
        assert result.stderr == (
            "content/lessons/setting-up.md:4: `first-lessn` → `first-lesson`\n"
            "Repaired 1 place in 1 file.\n"
        )
        assert "LS201" not in result.stdout and "LS301" in result.stdout
        assert result.exit_code == 1

    def test_repairs_what_a_repair_lays_open(self, portal):
        """Nobody reads that all was repaired, and then that one more can be."""
        root = portal(
            "--- lessons/a.md\ntitle: A lesson\nstatus: publshed\nneeds: [b-lessn]\n"
            "--- lessons/b-lesson.md\ntitle: Another\n"
        )
        result = run("check", "--fix", "--format", "concise")

        assert "needs: [b-lesson]" in (root / "content/lessons/a.md").read_text("utf-8")
        assert "Repaired 2 places in 1 file." in result.stderr
        assert "can repair" not in result.stdout

    def test_repairs_fields_that_are_not_yaml(self, portal):
        """A colon in a title and one without its blank are mended in one run."""
        modules = "--- _vocabularies/modules.yml\ntitle: M\nterms: [{id: foundations, label: F}]\n"
        root = portal(f"--- lessons/a.md\ntitle: Kilifi: what now\nstatus:published\n{modules}")
        result = run("check", "--fix", "--format", "concise")

        text = (root / "content/lessons/a.md").read_text("utf-8")
        assert 'title: "Kilifi: what now"\nstatus: published\n' in text
        assert result.exit_code == 0, result.output

    def test_shows_a_diff_instead(self, portal):
        """`--diff` writes nothing, prints only the diff, and ends as the check does."""
        root = portal(BROKEN)
        before = (root / "content/lessons/setting-up.md").read_bytes()
        result = check("--diff", "--fix")

        assert result.stdout.startswith("--- a/content/lessons/setting-up.md\n+++ b/content/")
        assert "\n-  - first-lessn\n+  - first-lesson\n" in result.stdout
        assert (root / "content/lessons/setting-up.md").read_bytes() == before
        assert result.exit_code == 1


class TestExplain:
    @pytest.mark.parametrize("word", ["LS201", "ls201", "dangling-reference"])
    def test_says_what_a_rule_means(self, word):
        """Code and name lead to the rule's own words and both examples."""
        text = run("explain", word).stdout

        assert text.startswith("LS201 dangling-reference (error)\n\nAn entry points to another")
        assert "Not this:\n\n    --- lessons/" in text and "But this:\n\n    ---" in text

    def test_ends_with_what_allows_it(self):
        """Who finds it right here all the same can copy the lines that say so."""
        text = run("explain", "lonely-entry").stdout

        assert text.endswith(
            "If it is right here all the same, say so in the front matter, with the reason:\n\n"
            "    allow:\n      - rule: lonely-entry\n"
            "        why: The reason, for whoever comes next.\n"
        )
        assert "allow:" not in run("explain", "LS410").stdout

    def test_lists_all_rules(self):
        """Without a name every rule is listed with its first sentence."""
        lines = run("explain").stdout.splitlines()

        assert [line.split()[0] for line in lines] == [rule.code for rule in all_rules()]

    def test_ends_with_2_on_a_rule_nobody_knows(self):
        """A misspelt rule gets the nearest one."""
        assert "did you mean `raw-html`?" in one_plain_line(run("explain", "raw-htm"))


class TestSchema:
    def test_prints_a_kind(self):
        """The schema of a kind is sound JSON Schema 2020-12."""
        schema = json.loads(run("schema", "lesson").stdout)

        Draft202012Validator.check_schema(schema)
        assert "objectives" in schema["properties"]

    def test_writes_a_file_for_each(self, tmp_path):
        """`--out` leaves one file a kind, one for vocabularies and one for reviews."""
        run("schema", "--out", str(tmp_path / "schemas"))
        names = {path.name for path in (tmp_path / "schemas").iterdir()}

        assert names == {f"{kind.kind}.schema.json" for kind in all_kinds()} | {
            "review.schema.json",
            "vocabulary.schema.json",
        }

    def test_ends_with_2_on_a_kind_nobody_knows(self):
        """The kinds there are stand in the refusal."""
        assert "'lesson'" in one_plain_line(run("schema", "poem"))


def test_says_its_version():
    """`--version` is one line."""
    assert run("--version").stdout.startswith("lsbuild, version ")


def test_shows_help_where_nothing_is_asked():
    """Without a command the help is shown, and the code is that of wrong usage."""
    result = run()

    assert result.exit_code == 2
    assert "Commands:" in result.output
