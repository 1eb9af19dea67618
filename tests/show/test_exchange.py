"""What formats for other programs and for pull requests promise."""

import json
import re
import shutil
import subprocess
from io import StringIO
from pathlib import Path

import pyromark
import pytest
from jsonschema import Draft7Validator

from lsbuild.show import format_named
from lsbuild.show._format import RuleWords
from lsbuild.text.diagnostic import Report, Severity
from tests.show.reports import LESSON, MANY_KINDS, finding

TOOLS = Path(__file__).parent.parent / "tools/node_modules"
SARIF_SCHEMA = TOOLS / "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
RDFORMAT = TOOLS / "@umbrelladocs/rdformat-validator/bin/rdformat-validator.js"
PAGE = "https://example.org/handbook/rules/ls201/"
RULES = {"LS201": RuleWords("dangling-reference", "It points nowhere.", "It points …", PAGE)}
needs_tools = pytest.mark.skipif(not TOOLS.is_dir(), reason="`.ci/tools` has not run")


def printed(name: str, report: Report, **more) -> str:
    out = StringIO()
    format_named(name)(**more).show(report, out)
    return out.getvalue()


class TestSarif:
    def results(self, *findings) -> list[dict]:
        return json.loads(printed("sarif", Report.of(findings)))["runs"][0]["results"]

    def prints(self, *findings) -> list[str]:
        return [one["partialFingerprints"]["lsbuild/v1"] for one in self.results(*findings)]

    @needs_tools
    @pytest.mark.parametrize("report", [MANY_KINDS, Report()], ids=["findings", "nothing"])
    def test_is_what_its_schema_says(self, report):
        """The schema of SARIF 2.1.0 accepts what is printed, with rules and without."""
        schema = json.loads(SARIF_SCHEMA.read_text(encoding="utf-8"))

        for rules in ({}, RULES):
            document = json.loads(printed("sarif", report, rules=rules))
            assert [one.message for one in Draft7Validator(schema).iter_errors(document)] == []

    def test_explains_the_rules_it_names(self):
        """Code scanning shows each rule's own words and the address of its page."""
        document = json.loads(printed("sarif", MANY_KINDS, rules=RULES))
        rules = {one["id"]: one for one in document["runs"][0]["tool"]["driver"]["rules"]}

        assert set(rules) == {"LS201", "LS301", "LS402"}
        assert rules["LS201"]["help"] == {"text": "It points …"}
        assert rules["LS201"]["helpUri"] == PAGE

    def test_knows_a_finding_again_when_lines_move(self):
        """A fingerprint stays while lines above are added and blanks around it change."""
        moved = f"\n\n{LESSON}".replace("  - first-lessn", "   -  first-lessn")

        assert self.prints(finding(LESSON, "first-lessn", "this")) == self.prints(
            finding(moved, "first-lessn", "that")
        )

    def test_tells_apart_what_is_not_the_same(self):
        """Another file, another rule, another line, or the same line again: other prints."""
        found = [
            finding("word\nword \n", "word", "one"),
            finding("word\nword \n", "word ", "two"),
            finding("word\n", "word", "three", path="lessons/other.md"),
            finding("word\n", "word", "four", code="LS301"),
            finding("a word\n", "word", "five"),
        ]

        assert len(set(self.prints(*found))) == 5

    def test_offers_the_repair(self):
        """A fix stands beside its finding, with the place it replaces."""
        (one,) = self.results(finding(LESSON, "first-lessn", "this", write="first-lesson"))
        change = one["fixes"][0]["artifactChanges"][0]["replacements"][0]

        assert change["insertedContent"] == {"text": "first-lesson"}
        assert change["deletedRegion"] == {
            "startLine": 4,
            "startColumn": 5,
            "endLine": 4,
            "endColumn": 16,
        }

    def test_makes_no_link_of_content(self):
        """Brackets in an author's words are letters, not a link."""
        (one,) = self.results(finding("a\n", "a", "`[this](https://example.org)`"))

        assert one["message"]["text"] == r"`\[this\](https://example.org)`"


class TestRdjson:
    def suggestion(self, text: str, word: str, write: str) -> dict:
        document = json.loads(
            printed("rdjson", Report.of([finding(text, word, "this", write=write)]))
        )
        return document["diagnostics"][0]["suggestions"][0]

    @needs_tools
    @pytest.mark.skipif(not shutil.which("node"), reason="needs Node.js")
    @pytest.mark.parametrize("report", [MANY_KINDS, Report()], ids=["findings", "nothing"])
    def test_is_what_reviewdog_reads(self, report, tmp_path):
        """The validator of the format accepts what is printed, in its strict mode."""
        file = tmp_path / "report.json"
        file.write_text(printed("rdjson", report, rules=RULES), encoding="utf-8")
        done = subprocess.run(
            ["node", RDFORMAT, "--strict", file], capture_output=True, text=True, check=False
        )

        assert done.returncode == 0, done.stdout + done.stderr

    def test_suggests_the_change(self):
        """A reviewer can accept a fix with one click."""
        assert self.suggestion(LESSON, "first-lessn", "first-lesson") == {
            "range": {"start": {"line": 4, "column": 5}, "end": {"line": 4, "column": 16}},
            "text": "first-lesson",
        }

    def test_counts_columns_in_bytes(self):
        """Letters of more than one byte move a column as reviewdog counts."""
        place = self.suggestion("日本 é bad\n", "bad", "good")["range"]

        assert place == {"start": {"line": 1, "column": 11}, "end": {"line": 1, "column": 14}}

    def test_leads_to_the_page_of_the_rule(self):
        """A code is a link where the portal has a page for it."""
        document = json.loads(printed("rdjson", MANY_KINDS, rules=RULES))
        codes = [one["code"] for one in document["diagnostics"]]

        assert {"value": "LS201", "url": PAGE} in codes and {"value": "LS301"} in codes


class TestMarkdown:
    HOSTILE = (
        "@everyone <img src=x onerror=alert(1)> ![p](https://evil.example/p.png) "
        "[a](https://evil.example) https://evil.example www.evil.example #1 a@evil.example "
        "<!-- <script> **bold** $x$ ``` `",
        "`@everyone` ``<b>`` `[a](b)`",
        "odd ` @everyone <b> [a](https://evil.example)",
        "`` ` @everyone <i> ` ``",
    )

    def shown(self, report: Report, **more) -> str:
        options = pyromark.Options.ENABLE_GFM | pyromark.Options.ENABLE_TABLES
        return pyromark.html(printed("markdown", report, **more), options=options)

    @pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
    @pytest.mark.parametrize("where", ["says", "hint", "path"])
    def test_lets_content_do_nothing(self, words, where):
        """Words of an author call nobody and become no link, picture, HTML or emphasis."""
        given = {"says": "this", "hint": "that", "path": "lessons/a.md", where: words}
        html = self.shown(Report.of([finding("a\n", "a", **given)]))
        outside = re.sub(r"<code>.*?</code>", "", html)

        assert set(re.findall(r"<(\w+)", html)) <= {"p", "h4", "ul", "li", "code", "strong"}
        assert "<strong>bold" not in html
        assert not re.search(r"@\w|#\d", outside)

    def test_leads_to_the_line(self):
        """Where the address of the files is known, each item links to its line."""
        one = finding(LESSON, "<b>", "this", path="lessons/a (b).md")
        text = printed("markdown", Report.of([one]), link="https://example.org/blob/1a2b/")

        assert (
            "\n- [line 6](https://example.org/blob/1a2b/content/lessons/a%20%28b%29.md#L6): "
        ) in text

    def test_puts_files_with_errors_first(self):
        """Whoever reads only the beginning reads what blocks."""
        report = Report.of(
            [
                finding("a\n", "a", "x", path="a.md", severity=Severity.ADVICE),
                finding("a\n", "a", "y", path="z.md"),
            ]
        )

        assert re.findall("#### `(.*)`", printed("markdown", report)) == [
            "content/z.md",
            "content/a.md",
        ]

    def test_is_cut_before_github_refuses_it(self):
        """Below 60,000 characters all is said; above, how many more there are."""
        found = [finding("a\n", "a", f"{at} {'@' * 300}", path=f"{at}.md") for at in range(200)]
        text = printed("markdown", Report.of(found))
        shown = text.count("\n- line ")

        assert len(text) <= 60_000
        assert 0 < shown < 200
        assert text.endswith(f"\n… and {200 - shown} more; `lsbuild check` shows all of them.\n")

    def test_is_silent_when_quiet_and_all_is_well(self):
        """No comment is better than one about nothing."""
        assert printed("markdown", Report(looked_at=3), quiet=True) == ""
        assert printed("markdown", Report(looked_at=3)) == "No findings in 3 files\\.\n"
