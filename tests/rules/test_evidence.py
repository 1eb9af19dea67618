"""Rules about evidence see what a case leaves out as well as what it says."""

import pytest

from tests.sample import checked

CASE = "--- case-studies/a.md\ntitle: A case\ndepth: {depth}\n---\nManagers met once a month.\n"


@pytest.mark.parametrize(
    ("depth", "found"), [("case", ["nothing in this case names a source"]), ("short-note", [])]
)
def test_a_case_without_any_source_is_told_so(depth, found):
    """A case from which readers can learn names a source; a short note may do without."""
    _, report, _ = checked(CASE.format(depth=depth))

    assert [one.says for one in report if one.code == "LS412"] == found
