"""An `allow` is missed only where the rule it silences has looked."""

from tests.sample import findings

ALLOWED = """
--- sources/kept.md
title: A paper
allow:
  - {rule: uncited-source, why: It is kept for those who look for it.}
"""
BROKEN = """
--- lessons/broken.md (as it is)
---
title: "Not closed
---
"""


def test_a_file_that_cannot_be_read_makes_no_allow_useless():
    """The rule about uncited sources waits for the file, and so does the word on its `allow`."""
    found = findings(ALLOWED + BROKEN)

    assert {path for path, _, _ in found} == {"lessons/broken.md"}


def test_an_allow_that_allows_nothing_is_found():
    """Once all is read, an `allow` without its finding would hide the next one."""
    cited = "--- lessons/a.md\ntitle: A lesson\n---\nThey met [@kept].\n"

    found = {(path, code) for path, _, code in findings(ALLOWED + cited)}
    assert ("sources/kept.md", "LS121") in found
