"""The same content gives the same bytes, wherever and however it is built."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from tests.portals import Portal, contents, copy_golden, differences
from tests.proof.inputs import SEED
from tests.proof.small import build, said, temporary, warm
from tests.proof.table import Row


def _zone(name: str) -> Callable[[], None]:
    def set_zone() -> None:
        os.environ["TZ"] = name
        time.tzset()

    return set_zone


def _shuffled() -> None:
    """Folders are listed in another order each time."""
    random = Random(SEED)
    listdir, scandir = os.listdir, os.scandir

    def names(*args: Any) -> list[Any]:
        found = listdir(*args)
        random.shuffle(found)
        return found

    class Rows(list[Any]):
        def __enter__(self) -> Rows:
            return self

        def __exit__(self, *args: object) -> None:
            self.close()

        def close(self) -> None:
            """As a real listing can be."""

        def __next__(self) -> Any:
            if not self:
                raise StopIteration
            return self.pop()

        def __iter__(self) -> Any:
            return self

    def rows(*args: Any) -> Rows:
        with scandir(*args) as found:
            one = Rows(found)
        random.shuffle(one)
        return one

    os.listdir, os.scandir = names, rows  # type: ignore[assignment]


WAYS: dict[str, Callable[[], None]] = {
    "far east": _zone("Pacific/Kiritimati"),
    "far west": _zone("America/Adak"),
    "umask 077": lambda: os.umask(0o077) and None,
    "umask 000": lambda: os.umask(0) and None,
    "folders shuffled": _shuffled,
    "an environment without names": lambda: os.environ.pop("HOME", "") and None,
}
PROGRAMS: dict[str, dict[str, str]] = {
    "hash seed 1": {"PYTHONHASHSEED": "1"},
    "hash seed 4242": {"PYTHONHASHSEED": "4242"},
    "language C": {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0"},
    "language Turkish": {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
}
DAY = "1767225600"
"""The first second of 2026, for all of them: pages tell what is due on a day."""


def prove(few: bool = False) -> Iterator[Row]:
    """The golden site, built in every way, beside one that was built plainly."""
    row = Row("Builds in other surroundings: differing")
    with temporary() as folder:
        plain = copy_golden(folder / "plain")
        warm(plain)
        assert _built(plain) == 0, said(plain)
        kept, modes = contents(plain.site), _modes(plain.site)

        def compare(name: str, make: Callable[[Portal], int], where: str = "") -> None:
            other = copy_golden(folder / (where or "other"))
            code = make(other)
            found = differences(kept, contents(other.site)) if code == 0 else [said(other)]
            found += [] if modes == _modes(other.site) else ["modes"]
            row.expect(not found, f"{name}: {found[:5]}")
            shutil.rmtree(folder / (where or "other"))

        for name, before in list(WAYS.items())[:: 3 if few else 1]:
            compare(name, lambda one, before=before: _built(one, before))
        for hands in (1,) if few else (1, 3):
            compare(f"{hands} hands", lambda one, hands=hands: _with_hands(one, hands))
        for name, more in {} if few else PROGRAMS.items():
            compare(name, lambda one, more=more: _program(one, more))
        compare("another folder", _built, "a place with  spaces, ünïcode & <signs>")
        row.note = f"{len(kept)} files, the search index among them"
    yield row


def prove_days(few: bool = False) -> Iterator[Row]:
    """No page tells on which day it was made, whether the clock or the environment says so."""
    row = Row("Builds on other days, by SOURCE_DATE_EPOCH: differing")
    with temporary() as folder:
        sites = []
        for day in (DAY, "1", str(int(DAY) + 90 * 365 * 86_400)):
            portal = copy_golden(folder / str(len(sites)))
            assert _program(portal, {"SOURCE_DATE_EPOCH": day}) == 0
            sites.append(contents(portal.site))
            row.expect(sites[0] == sites[-1], day, differences(sites[0], sites[-1])[:5])
    yield row


def _built(portal: Portal, before: Callable[[], None] = lambda: None) -> int:
    def both() -> None:
        os.environ["SOURCE_DATE_EPOCH"] = DAY
        before()

    return build(portal, "--quiet", before=both)


def _with_hands(portal: Portal, hands: int) -> int:
    text = portal.config.read_text("utf-8")
    portal.config.write_text(text.replace("workers: 2", f"workers: {hands}"), "utf-8")
    return _built(portal)


def _program(portal: Portal, more: dict[str, str]) -> int:
    """Built by a program of its own, which alone can have another hash seed."""
    done = portal.build("--quiet", **{"SOURCE_DATE_EPOCH": DAY, **more})
    (portal.root / "said.txt").write_text(done.stderr)
    return done.returncode


def _modes(site: Path) -> set[tuple[str, int]]:
    return {
        (path.relative_to(site).as_posix(), path.stat().st_mode & 0o777)
        for path in (site, *site.rglob("*"))
    }


if __name__ == "__main__":
    print(*prove("few" in sys.argv), sep="\n")
