"""Every write of a build fails once; the site is the old one or the new one, never less."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.portals import Portal
from tests.proof.breaking import CODES, Writes
from tests.proof.small import CACHE, build, command, forked, said, small_portal, state, warm
from tests.proof.table import Row

OLD, NEW = "Nothing here is true", "Hardly anything here is true"
OURS = ("site", ".site.new", CACHE, ".site.old")


def prove_first_build(few: bool = False) -> Iterator[Row]:
    """The n-th write of a build from nothing fails, for every n; in a fast run, for some.

    There is no site to lose yet: what counts is that nothing half built takes its place.
    """
    with small_portal() as portal:
        faults = Faults(portal, "Write faults in a first build: half sites")
        yield faults.run(_some(few))


def prove_next_build(few: bool = False) -> Iterator[Row]:
    """The same over an old site, where most is taken over; and a swap by two renames."""
    with small_portal() as portal:
        faults = Faults(portal, "Write faults in a build over an old site: sites lost", old=True)
        yield faults.run(_some(few))
    with small_portal() as portal:
        row = "Write faults in a swap without renameat2: sites lost"
        faults = Faults(portal, row, old=True, exchange=False)
        # What comes after the swap is as above.
        at = next(n for n, one in enumerate(faults.writes) if one.startswith("syncfs"))
        yield faults.run(lambda n, what: n > at and not what.startswith(("unlink", "rmdir")))


def _some(few: bool) -> Callable[[int, str], bool]:
    each = 80 if few else 1
    return lambda n, what: n % each == 0 or what.startswith("syncfs")


class Faults:
    """One sort of build, which is broken at each of its writes."""

    def __init__(
        self, portal: Portal, what: str, *, old: bool = False, exchange: bool = True
    ) -> None:
        warm(portal)
        self.portal, self.exchange = portal, exchange
        self.row = Row(what)
        self.kept = portal.root.parent / "kept"
        self.list = portal.root.parent / "writes.json"
        self.known: dict[tuple[str, ...], str] = {}
        if old:
            assert build(portal) == 0, said(portal)
            portal.edit("pages/index.md", OLD, NEW)
        self._keep()
        self.old = state(portal.site) if old else ""
        self.writes = self._break(0)
        self.code, self.new = 0, state(portal.site)
        self.begin = self._everything()
        self._restore()
        self.begin = self._everything()

    def run(self, chosen: Callable[[int, str], bool]) -> Row:
        """Break each chosen write, and build again."""
        for n, what in enumerate(self.writes, start=1):
            if chosen(n, what):
                self._one(n)
        self.row.note = f"{len(self.writes):,} writes, {len(self.known)} sorts of leftovers"
        return self.row

    def _one(self, n: int) -> None:
        which = f"write {n} ({self.writes[n - 1]}, error {CODES[n % 3]})"
        done = self._break(n)
        code, words, left = self.code, said(self.portal), self._site()
        self.row.expect(
            left in (self.old, self.new)
            and (left == self.new or code != 0)
            # What the disk did not take never replaces what stands on it.
            and not (which.startswith(f"write {n} (syncfs") and left == self.new)
            and not (code and not words)
            and "Traceback" not in words
            and "fault of lsbuild" not in words,
            f"{which}: code {code}, site {self._name(left)}, {words[-300:]}, {len(done)} writes",
        )
        again = self._built_again()
        if again:
            self.row.failed.append(f"after {which}, the next build: {again}")

    def _name(self, left: str) -> str:
        return {self.old: "old", self.new: "new"}.get(left, "LOST")

    def _site(self) -> str:
        return state(self.portal.site) if self.portal.site.exists() else ""

    def _break(self, n: int) -> list[str]:
        """Build with the n-th write failing; all writes there were."""
        writes = Writes(self.portal.root, n, CODES[n % 3], exchange=self.exchange)

        def run() -> None:
            writes.install()
            try:
                command(self.portal, "build", "--quiet")()
            finally:
                writes.note(self.list)

        self.code = forked(run, self.portal.root / "said.txt")
        assert n or self.code == 0, said(self.portal)
        found: list[str] = json.loads(self.list.read_text())
        return found

    def _built_again(self) -> str:
        """What is wrong with the next build; the same leftovers need not be tried twice."""
        whole = self._everything()
        # What waits to be removed is removed whatever it is.
        left = (*whole[:3], str(bool(whole[3])))
        if left not in self.known:
            code = build(self.portal, "--quiet")
            wrong = "" if code == 0 and self._site() == self.new else said(self.portal) or "differs"
            more = [one.name for one in self.portal.root.glob(".site.*")]
            self.known[left] = wrong or (f"left {more}" if more else "")
        if self._everything() != self.begin:
            self._restore()
        return self.known[left]

    def _everything(self) -> tuple[str, ...]:
        parts = [self.portal.root / name for name in OURS]
        return tuple(state(one) if one.is_dir() else "" for one in parts)

    def _keep(self) -> None:
        _copy(self.portal.root, self.kept)

    def _restore(self) -> None:
        for name in OURS:
            shutil.rmtree(self.portal.root / name, ignore_errors=True)
        _copy(self.kept, self.portal.root)


def _copy(folder: Path, into: Path) -> None:
    for name in OURS:
        if (folder / name).is_dir():
            shutil.copytree(folder / name, into / name)
