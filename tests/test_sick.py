"""Every disease is found in the file that has it, said in words, and survived."""

import io
from pathlib import Path

import pytest

from lsbuild.pipeline import examine
from lsbuild.show.concise import Concise
from tests.sample import settings_for

SICK = sorted(path for path in (Path(__file__).parent / "sick").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", SICK, ids=lambda path: path.name)
def test_a_sick_folder_has_its_report(folder, golden, monkeypatch):
    """All that is wrong is reported on its line, and nothing else is."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    _, report = examine(settings_for(folder))
    out = io.StringIO()
    Concise().show(report, out)

    golden(folder / "report.txt", out.getvalue())


def test_no_disease_is_a_fault_of_ours():
    """Whatever stands in a file, the generator itself does not fail."""
    reports = [path / "report.txt" for path in SICK]

    assert [path for path in reports if "LS900" in path.read_text(encoding="utf-8")] == []
