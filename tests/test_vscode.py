"""The task for VS Code understands what `lsbuild check` prints today."""

import json
import re
import subprocess
import sys
from io import StringIO
from itertools import pairwise

import pytest
from click.testing import CliRunner

from lsbuild import cli
from lsbuild.show import format_named
from lsbuild.text.diagnostic import Severity
from tests.portals import ENVIRONMENT, ROOT
from tests.sample import write_sample
from tests.show.reports import MANY_KINDS

TASKS = json.loads((ROOT / ".vscode" / "tasks.json").read_text("utf-8"))["tasks"]
CHECK = TASKS[0]
MATCHER = CHECK["problemMatcher"]


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task["label"])
def test_every_task_is_a_command_of_ours(task):
    """What a task runs is there, with the options it names."""
    command, *words = task["args"]
    help_ = CliRunner().invoke(cli.main, [command, "--help"]).output

    assert all(word in help_ for word in words if word.startswith("--"))


def test_the_matcher_reads_every_finding():
    """File, line, column, severity, code and message are found in each line that is printed."""
    [name] = [word for before, word in pairwise(CHECK["args"]) if before == "--format"]
    out = StringIO()
    format_named(name)().show(MANY_KINDS, out)
    pattern = MATCHER["pattern"]
    found = [re.match(pattern["regexp"], line) for line in out.getvalue().splitlines()]

    assert [one[pattern["file"]] for one in found] == [
        f"content/{one.source.path}" for one in MANY_KINDS
    ]
    assert [int(one[pattern["line"]]) for one in found] == [one.span.line for one in MANY_KINDS]
    assert [int(one[pattern["column"]]) for one in found] == [one.span.column for one in MANY_KINDS]
    assert [one[pattern["code"]] for one in found] == [one.code for one in MANY_KINDS]
    assert {one[pattern["severity"]] for one in found} == {"error", "warning", "info"}
    assert len(Severity) == 3 and all(one[pattern["message"]] for one in found)


def test_the_matcher_knows_when_a_check_begins_and_ends(tmp_path):
    """The lines around each check are those the task waits for."""
    (tmp_path / "mkdocs.yml").write_text("docs_dir: content\n")
    write_sample("--- lessons/a.md\ntitle: A\nneeds: [b]\n", tmp_path / "content")
    watching = subprocess.Popen(
        [sys.executable, "-m", "lsbuild", *CHECK["args"]],
        cwd=tmp_path,
        env=ENVIRONMENT | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    lines = []
    try:
        for line in watching.stdout:
            lines.append(line.rstrip("\n"))
            if re.search(MATCHER["background"]["endsPattern"], line):
                break
    finally:
        watching.terminate()
        watching.wait(10)

    assert re.search(MATCHER["background"]["beginsPattern"], lines[0])
    assert [one for one in lines if re.match(MATCHER["pattern"]["regexp"], one)]
