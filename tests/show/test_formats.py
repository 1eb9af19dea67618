"""What each format prints."""

import json
from io import StringIO
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from rich.cells import cell_len

import lsbuild.show
from lsbuild.show import all_formats, format_named
from lsbuild.show._format import RuleWords
from lsbuild.text.diagnostic import Report, Severity
from tests.show.reports import LESSON, MANY_KINDS, finding

HERE = Path(__file__).parent
SCHEMA = json.loads(
    Path(lsbuild.show.__file__).with_name("report.schema.json").read_text(encoding="utf-8")
)


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _outside_of_everything(monkeypatch):
    for name in ("GITHUB_STEP_SUMMARY", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def printed(name: str, report: Report, out: StringIO | None = None, **more) -> str:
    out = out or StringIO()
    format_named(name)(**more).show(report, out)
    return out.getvalue()


def findings_in(document: dict) -> list:
    """The lists of findings in a document of any format."""
    lists = [document, *document.get("runs", ())]
    return [
        one[key] for one in lists for key in ("findings", "diagnostics", "results") if key in one
    ]


def many(number: int, severity: Severity, code: str = "LS201") -> list:
    return [
        finding(f"{'x' * at}word", "word", f"finding {at}", code=code, severity=severity)
        for at in range(number)
    ]


def test_json_leads_to_the_page_of_the_rule():
    """Where the portal has an address, a program can offer the explanation."""
    page = "https://example.org/handbook/rules/ls201/"
    rules = {"LS201": RuleWords("dangling-reference", "Title.", "Text.", page)}
    one = Report.of(many(1, Severity.ERROR))

    assert json.loads(printed("json", one, rules=rules))["findings"][0]["docs"] == page
    assert json.loads(printed("json", one))["findings"][0]["docs"] == ""


@pytest.mark.parametrize("name", [one.name for one in all_formats()])
class TestEveryFormat:
    def test_prints_as_was_agreed(self, name, golden):
        """A report with every severity looks as in its golden text."""
        golden(HERE / "golden" / f"{name}.txt", printed(name, MANY_KINDS))

    def test_has_no_colours_where_nobody_watches(self, name):
        """Files and pipes get plain text."""
        assert "\x1b" not in printed(name, MANY_KINDS)

    def test_puts_the_given_folder_before_paths(self, name):
        """Paths read as in the repository, whatever the content folder is called."""
        text = printed(name, MANY_KINDS, prefix="docs/")

        assert "docs/lessons/setting-up.md" in text
        assert "content/" not in text

    def test_shows_what_would_steer_a_terminal(self, name):
        """Escape sequences in content never reach the terminal as such."""
        one = finding("a \x1b[31m word\n", "\x1b[31m", "`\x1b[31m` stands here")

        assert "\x1b" not in printed(name, Report.of([one]))

    def test_stays_silent_when_quiet_and_all_is_well(self, name):
        """With `--quiet` nothing is said about nothing, but a document is a document."""
        text = printed(name, Report(looked_at=24), quiet=True)

        assert text == "" or not any(findings_in(json.loads(text)))


class TestFull:
    def caret_line(self, text: str, word: str) -> tuple[str, str]:
        lines = printed("full", Report.of([finding(text, word, "this")])).splitlines()
        return lines[3], lines[4]

    @pytest.mark.parametrize(
        "before", ["", "\t", "a\tb\t", "日本語 ", "e\u0301 ", "👍 ", "word " * 60], ids=ascii
    )
    def test_sets_carets_below_the_words_they_mean(self, before):
        """Tabs, wide letters, joined letters and long lines do not move the carets."""
        line, carets = self.caret_line(f"{before}WRONG and more\n", "WRONG")

        assert carets.count("^") == len("WRONG")
        assert cell_len(line[: line.index("WRONG")]) == cell_len(carets[: carets.index("^")])

    def test_keeps_long_lines_within_reach(self):
        """A paragraph on one line is cut around the finding."""
        line, _ = self.caret_line("word " * 60 + "WRONG" + " word" * 60 + "\n", "WRONG")

        assert cell_len(line) <= 100
        assert "WRONG" in line and line.count("…") == 2

    def test_puts_long_advice_below(self):
        """Advice that does not fit beside the carets gets a line of its own."""
        text = printed("full", Report.of([finding(LESSON, "<b>", "this", "do that " * 12)]))

        assert "\n  = do that do that" in text

    def test_gives_advice_once_for_many_places(self):
        """Findings that say the same share one heading and one advice."""
        text = printed("full", MANY_KINDS)

        assert text.count("error[LS301]") == text.count("write it in Markdown") == 1
        assert text.count("<b>bold</b>") == 2

    def test_has_colours_on_a_terminal(self):
        """People at a terminal see severities in colour."""
        assert "\x1b[1;31m" in printed("full", MANY_KINDS, Terminal())

    def test_respects_no_color(self, monkeypatch):
        """With NO_COLOR set there is no colour on a terminal either."""
        monkeypatch.setenv("NO_COLOR", "1")

        assert "31m" not in printed("full", MANY_KINDS, Terminal())

    def test_leaves_the_summary_out_when_quiet(self):
        """`--quiet` prints findings only."""
        assert "lsbuild explain" not in printed("full", MANY_KINDS, quiet=True)

    @pytest.mark.parametrize(
        ("report", "sentence"),
        [
            (Report(looked_at=1), "No findings in 1 file."),
            (
                Report.of([finding(LESSON, "first", "this", write="that")], 24),
                "1 error in 1 of 24 files. "
                "`lsbuild check --fix` can repair it; `lsbuild explain LS201` says why.",
            ),
            (
                Report.of([finding(LESSON, word, "this", write="that") for word in "tnl"], 1),
                "3 errors in 1 of 1 file. "
                "`lsbuild check --fix` can repair all; `lsbuild explain LS201` says why.",
            ),
            (
                Report.of(many(2, Severity.WARNING) + many(1, Severity.ADVICE, "LS402"), 5),
                "2 warnings and 1 piece of advice in 1 of 5 files. "
                "`lsbuild explain CODE` says why.",
            ),
            (
                Report.of(many(3, Severity.ADVICE, "LS402"), 5),
                "3 pieces of advice in 1 of 5 files; none of it stops a build. "
                "`lsbuild explain LS402` says why.",
            ),
        ],
    )
    def test_sums_up_in_right_grammar(self, report, sentence):
        """The last line counts, and names only the commands that help."""
        assert printed("full", report).splitlines()[-1] == sentence


class TestGithub:
    def test_prints_errors_first_and_ten_of_each_kind(self):
        """GitHub's limits hide advice before warnings and warnings before errors."""
        report = Report.of(
            many(3, Severity.ADVICE, "LS402")
            + many(12, Severity.WARNING, "LS301")
            + many(11, Severity.ERROR)
        )
        lines = printed("github", report).splitlines()
        kinds = [line.split("::")[1].split()[0] for line in lines]

        assert kinds == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 4
        assert lines[-1] == "::notice::and 3 more; the summary of this step has all"

    def test_prints_no_eleventh_notice(self):
        """The sentence about the others takes the place of the tenth advice."""
        lines = printed("github", Report.of(many(11, Severity.ADVICE))).splitlines()

        assert len(lines) == 10
        assert "and 2 more" in lines[-1]

    def test_keeps_content_from_giving_commands(self):
        """Line ends, percent signs, commas and colons cannot begin or change a command."""
        one = finding("a\n", "a", "50%\n::set-output name=x::y", path="pages/a,b::c.md")
        text = printed("github", Report.of([one]))

        assert text.count("\n") == 1
        assert "file=content/pages/a%2Cb%3A%3Ac.md," in text
        assert "::50%25␊::set-output" in text

    def test_lists_everything_in_the_summary_of_the_step(self, tmp_path, monkeypatch):
        """The file GitHub names gets all findings as Markdown, below what is there."""
        place = tmp_path / "summary.md"
        place.write_text("# Before\n", encoding="utf-8")
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(place))
        printed("github", Report.of(many(30, Severity.ERROR), 24))
        text = place.read_text(encoding="utf-8")

        assert text.startswith("# Before\n30 errors in 1 of 24 files.")
        assert text.count("LS201 finding") == 30

    def test_lets_nothing_out_of_the_fence(self, tmp_path, monkeypatch):
        """Backticks in content cannot end the block they are shown in."""
        place = tmp_path / "summary.md"
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(place))
        printed("github", Report.of([finding("a\n", "a", "````` <img>")]))

        assert place.read_text(encoding="utf-8").endswith("\n``````\n")

    def test_stays_below_the_size_of_a_summary(self, tmp_path, monkeypatch):
        """A summary over 1 MiB would be refused whole, so it is cut and says so."""
        place = tmp_path / "summary.md"
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(place))
        long = [finding("a\n", "a", f"{at} {'x' * 50_000}") for at in range(30)]
        printed("github", Report.of(long))

        assert place.stat().st_size < 2**20
        assert "\nand 13 more\n" in place.read_text(encoding="utf-8")


class TestJson:
    def test_is_what_its_schema_says(self):
        """The published schema is sound and describes what is printed."""
        Draft202012Validator.check_schema(SCHEMA)
        for report in (MANY_KINDS, Report()):
            Draft202012Validator(SCHEMA).validate(json.loads(printed("json", report)))

    def test_refuses_what_is_not_a_report(self):
        """The schema names every field, so a drift of either side is noticed."""
        document = json.loads(printed("json", MANY_KINDS))
        document["findings"][0]["colour"] = "red"

        assert not Draft202012Validator(SCHEMA).is_valid(document)


class TestOtherPlaces:
    def test_stand_below_the_finding(self):
        """The other one of two is named with its place, as terminals make links of it."""
        assert "  ::: content/learning-sites/kilifi.md:2:8 but for this\n" in printed(
            "full", MANY_KINDS
        )

    def test_are_in_every_format_that_has_a_place_for_them(self):
        """JSON, SARIF and reviewdog get them as data, a comment as words."""
        [row] = [
            one for one in json.loads(printed("json", MANY_KINDS))["findings"] if one["related"]
        ]
        results = json.loads(printed("sarif", MANY_KINDS))["runs"][0]["results"]
        rows = json.loads(printed("rdjson", MANY_KINDS))["diagnostics"]

        assert row["related"][0]["path"] == "content/learning-sites/kilifi.md"
        assert sum("relatedLocations" in one for one in results) == 1
        assert sum("related_locations" in one for one in rows) == 1
        assert "(see `content/learning-sites/kilifi.md:2:8 but for this`)" in printed(
            "markdown", MANY_KINDS
        )


class TestWhatStandsFirst:
    def test_is_what_was_changed(self, monkeypatch, tmp_path):
        """Of 12 errors, those in a changed file are among the ten that GitHub shows."""
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
        changed = finding("a word", "word", "changed", path="z/changed.md")
        report = Report.of([*many(11, Severity.ERROR), changed])
        lines = printed("github", report, first=frozenset({"z/changed.md"})).splitlines()

        assert "file=content/z/changed.md" in lines[0] and len(lines) == 11
        assert (tmp_path / "summary").read_text("utf-8").index("changed.md") < 200
