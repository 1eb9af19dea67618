"""Work that is shared out ends, whatever happens to those who do it."""

import pytest

from lsbuild.text.hands import TooLong, at_most
from tests.portals import run

# A program of its own: in a test other threads run, and then nobody forks.
FAILING = """
import os
from lsbuild.text.hands import share

def work(items):
    if os.getpid() == first:
        raise ValueError("the first share failed")
    return "x" * 300_000

first = os.getpid()
share(work, range(300), {hands})
"""


@pytest.mark.parametrize("hands", [2, 3, 5])
def test_a_failure_waits_for_nobody(hands):
    """Hands that are still telling more than a pipe holds are let go, however many they are."""
    done = run("-c", FAILING.format(hands=hands))

    assert "ValueError: the first share failed" in done.stderr


def test_patience_ends_again_for_who_goes_on():
    """Each rule at one entry is stopped, not only the first that never ends."""
    stopped = 0
    with at_most(0.05):
        for _ in range(3):
            try:
                while True:
                    pass
            except TooLong:
                stopped += 1

    assert stopped == 3
