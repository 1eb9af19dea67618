"""Whatever the command is started in, it says what is wrong with files, and no fault of its own."""

import json
import os
import subprocess
import sys

import pytest

from lsbuild.output.search import begin
from lsbuild.output.search_cache import begin_search
from lsbuild.text.dates import today
from lsbuild.verify._trusted import known_files
from lsbuild.views.page import Page, Pages, Plan, Words, ready
from tests.portals import ENVIRONMENT, ROOT, copy_golden, run


@pytest.mark.parametrize("closed", [(1,), (1, 2), (0, 1, 2)])
def test_nobody_may_listen(tmp_path, closed):
    """A stream that is closed takes nothing, and the code tells the truth."""
    portal = copy_golden(tmp_path)
    command = [sys.executable, "-m", "lsbuild", "--config", str(portal.config), "check"]

    def close() -> None:
        for stream in closed:
            os.close(stream)

    def code() -> int:
        return subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, preexec_fn=close).returncode

    assert code() == 0
    portal.edit("glossary/sample-round.md", "status: published", "statuss: published")
    assert code() == 1


def test_a_terminal_may_know_few_letters(tmp_path):
    """A letter that it cannot show is said in another way."""
    portal = copy_golden(tmp_path)
    portal.edit("glossary/sample-round.md", "status: published", "status: “x”")
    command = ("-m", "lsbuild", "--config", str(portal.config), "check")
    done = run(*command, PYTHONIOENCODING="latin-1")

    assert done.returncode == 1 and "\\u201c" in done.stdout


@pytest.mark.parametrize("epoch", ["9" * 20, "²", "soon", ""])
def test_a_day_that_is_none_is_today(monkeypatch, epoch):
    """A day for reproducible builds that cannot be is as good as none."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    day = today()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    assert today() == day


@pytest.mark.parametrize("notes", [5, [], {}, {"files": 5}, {"files": ["a"], "key": ""}])
def test_notes_of_the_search_may_be_anything(tmp_path, notes):
    """An index whose notes are spoilt is made anew."""
    (tmp_path / "search.json").write_text(json.dumps(notes))
    (tmp_path / "pagefind").mkdir()
    (tmp_path / "pagefind/a").touch()

    assert begin_search(Plan(), tmp_path, tmp_path).known is None


def test_the_index_is_made_whatever_a_proposal_asks_of_pagefind(tmp_path, monkeypatch):
    """A `pagefind.yml` where somebody builds does not lead the index to another place."""
    (tmp_path / "pagefind.yml").write_text(f"output_path: {tmp_path / 'elsewhere'}\n")
    monkeypatch.chdir(tmp_path)
    page = Page("about/", "About", "page.html", words=Words("Page", ("A loop has two ends.",)))
    begin(Plan(Pages([ready(page)])), tmp_path / "search").wait(tmp_path / "made")

    assert (tmp_path / "made/pagefind.js").is_file() and not (tmp_path / "elsewhere").exists()


def test_no_program_of_a_proposal_stands_for_pagefind(tmp_path, monkeypatch):
    """A Python file of that name where somebody verifies is not run."""
    (tmp_path / "pagefind_bin.py").write_text("open('ran', 'w')")
    monkeypatch.chdir(tmp_path)
    known_files.cache_clear()
    places = {place for place, _ in known_files(ROOT / "theme")}

    assert "pagefind/pagefind.js" in places and not (tmp_path / "ran").exists()
