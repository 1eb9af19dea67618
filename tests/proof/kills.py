"""A build is killed at a random moment; the next one recovers by itself."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from random import Random

from tests.portals import Portal
from tests.proof.inputs import SEED
from tests.proof.small import build, command, said, small_portal, state, warm
from tests.proof.table import Row

MANY = 30


def prove(few: bool = False) -> Iterator[Row]:
    """Thirty kills, early and late; each is followed by a build that must equal a clean one."""
    row = Row("Builds killed: sites lost or not recovered", least=0 if few else MANY)
    random, late = Random(SEED), 0
    with small_portal() as portal:
        warm(portal)
        assert build(portal) == 0, said(portal)
        for number in range(3 if few else MANY):
            old = state(portal.site)
            _edit(portal, number)
            with small_portal() as other:
                _edit(other, number)
                began = time.monotonic()
                assert build(other) == 0, said(other)
                took = time.monotonic() - began
                new = state(other.site)
            late += _kill(portal, took * random.uniform(0.02, 0.6))
            left = state(portal.site)
            code = build(portal, "--quiet")
            more = [path.name for path in portal.root.glob(".site.*")]
            row.expect(
                left in (old, new) and code == 0 and state(portal.site) == new and not more,
                f"kill {number} (seed {SEED}): {left in (old, new)}, code {code}, {said(portal)}",
            )
    row.note = f"{late} were over before they could be killed"
    yield row


def _edit(portal: Portal, number: int) -> None:
    words = "Begin with [[term/round|the round]]."
    file = portal.content / "pages/index.md"
    text = file.read_text("utf-8").partition("Begin with")[0]
    file.write_text(f"{text}{words} This is version {number}.\n", "utf-8")


def _kill(portal: Portal, after: float) -> bool:
    """Kill a build and all it started after some seconds; whether it was over before."""
    pid = os.fork()
    if pid == 0:
        os.setsid()
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        try:
            command(portal, "build", "--quiet")()
        finally:
            os._exit(0)
    time.sleep(after)
    # Not waited for yet, so the number is still its own.
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        os.kill(pid, signal.SIGKILL)
    return not os.WIFSIGNALED(os.waitpid(pid, 0)[1])
