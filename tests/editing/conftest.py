"""A portal in the folder where the commands run, written inside the test."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lsbuild import cli
from tests.sample import write_sample

Run = Callable[..., Result]


@pytest.fixture
def portal(tmp_path, monkeypatch):
    """Writes a sample portal and stays in its folder."""

    def write(sample: str = "") -> Path:
        settings = "docs_dir: content\nsite_url: https://example.org/portal/\n"
        (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
        (tmp_path / "content").mkdir()
        if sample.strip():
            write_sample(sample, tmp_path / "content")
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
        return tmp_path

    return write


def run(*words: str | Path, typed: str | None = None) -> Result:
    """What `lsbuild` answers; a fault of ours never hides behind an exit code."""
    done = CliRunner().invoke(cli.main, [str(word) for word in words], input=typed)
    assert done.exit_code != 3, done.output
    assert "Traceback" not in done.output
    return done


def refused(*words: str | Path) -> str:
    """The one line that says why nothing was done."""
    done = run(*words)
    assert (done.exit_code, done.stdout) == (2, ""), done.output
    assert done.stderr.startswith("lsbuild: ") and done.stderr.count("\n") == 1
    return done.stderr
