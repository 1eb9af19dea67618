"""A check of what has not changed says the same at once."""

import os
from pathlib import Path

import pytest

from lsbuild.output.unchanged import inputs
from lsbuild.settings import read_settings
from tests.portals import copy_golden, run


@pytest.fixture
def portal(tmp_path):
    return copy_golden(tmp_path)


def check(portal, *words):
    return run("-m", "lsbuild", "--config", str(portal.config), *words, "check")


def notes() -> dict[Path, bytes]:
    """What was remembered, of whatever folder."""
    folder = Path(os.environ["XDG_CACHE_HOME"]) / "lsbuild"
    return {path: path.read_bytes() for path in folder.glob("checked/*.json")}


def test_a_second_check_says_what_the_first_said(portal):
    """Findings are told again with their places, from what was remembered."""
    portal.edit("glossary/sample-round.md", "status: published", "status: published\nstatuss: x")
    before = {*notes()}
    first = check(portal)
    assert first.returncode == 1
    assert check(portal).stdout == first.stdout

    (file,) = {*notes()} - before
    file.write_text(file.read_text().replace("statuss", "STATUSS"))
    assert check(portal).stdout == first.stdout.replace("statuss", "STATUSS") != first.stdout


def test_a_changed_file_is_checked_again(portal):
    """What was remembered holds for exactly these bytes."""
    assert check(portal).returncode == 0
    portal.edit("glossary/sample-round.md", "status: published", "statuss: published")
    assert check(portal).returncode == 1
    portal.edit("glossary/sample-round.md", "statuss: published", "status: published")
    assert check(portal).returncode == 0


def test_a_file_and_a_link_to_the_same_bytes_are_two_things(portal, tmp_path):
    """A link is a finding, also where a file stood when the folder was last checked."""
    file, away = portal.content / "glossary/sample-round.md", tmp_path / "away.md"
    assert check(portal).returncode == 0
    file.rename(away)
    file.symlink_to(away)
    assert check(portal).returncode == 1
    file.unlink()
    away.rename(file)
    assert check(portal).returncode == 0
    (portal.content / "more").symlink_to(portal.content / "glossary")
    assert check(portal).returncode == 1
    (portal.content / "more").unlink()
    assert check(portal).returncode == 0


def test_a_name_of_other_bytes_is_no_fault_of_ours(portal):
    """A name that is not UTF-8 is a finding at each check."""
    name = os.fsencode(portal.content / "glossary") + b"/caf\xe9.md"
    os.close(os.open(name, os.O_CREAT | os.O_WRONLY))
    for _ in range(2):
        assert check(portal).returncode == 1
    assert portal.build().returncode == 1


def test_what_was_spoilt_is_not_believed(portal):
    """Notes of another form, or cut off, are as good as none."""
    before = {*notes()}
    said = check(portal).stdout
    (file,) = {*notes()} - before
    for spoilt in (b"", b"[]", file.read_bytes()[:-20], b'["", {"findings": []}]'):
        file.write_bytes(spoilt)
        assert check(portal).stdout == said


def test_of_a_proposal_nothing_is_remembered(portal, tmp_path):
    """A folder that is checked by the settings of another brings nothing and leaves nothing."""
    before = notes()
    assert check(portal, "--root", str(portal.root)).returncode == 0
    assert notes() == before


@pytest.mark.parametrize("line", ["INHERIT: base.yml", "hooks: [hook.py]"])
def test_what_other_files_decide_is_not_remembered(portal, line):
    """Where mkdocs.yml inherits or has hooks, no check and no build is skipped."""
    settings = read_settings(portal.config)
    assert inputs(settings, portal.config)
    portal.set("site_name:", f"{line}\nsite_name:")

    assert inputs(settings, portal.config) == ""
