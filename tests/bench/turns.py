"""One portal of some size, and all that is measured on it, each in turn."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.generate import generate
from tests.bench.measure import Cost, measure
from tests.bench.peers import hugo, material, pagefind, write_hugo, write_material
from tests.bench.shapes import Shape

Costs = dict[str, list[Cost]]
COLD, WARM = "cold", "nothing changed"
FIELD, WORDS = "one entry changed, no word", "one entry changed, its words"
CHECK, AGAIN, VERIFY = "check", "check, nothing changed", "verify"
LARGE = 5_000
HUGO, PEER, MATERIAL = "Hugo alone", "Hugo + Pagefind", "MkDocs + Material"


class Bench:
    """One portal of some size, and the same text for the others."""

    def __init__(self, size: int, folder: Path, shape: Shape) -> None:
        self.portal, self.peer = folder / "portal", folder / "hugo"
        self.stock, self.size = folder / "material", size
        # What is remembered is of no use to a cold run.
        self.cache = folder / "cache"
        os.environ["XDG_CACHE_HOME"] = str(self.cache)
        generate(size, self.portal, shape=shape)

    @property
    def sites(self) -> dict[str, Path]:
        """What was built, by what built it."""
        return {
            COLD: self.portal / "site",
            PEER: self.peer / "public",
            MATERIAL: self.stock / "site",
        }

    def run(
        self, runs: int, only: str | None = None, *, material: bool = False, limit: bool = False
    ) -> Costs:
        """Measure all of it so many times, one after another.

        At the `limit` of what a host takes, there is one build, and one look at it.
        """
        if limit:
            cold = self._command("build", "-q")
            # At this size a host may refuse the folder, which is worth a line and not the end.
            return {COLD: [cold], VERIFY: [self._command("verify", "-q", may_find=True)]}
        if only != "ours":
            write_hugo(self.portal, self.peer)
        if material:
            write_material(self.portal, self.stock)
        found: Costs = {}
        for number in range(runs):
            # Changes are measured once where they take minutes.
            changes = not number or self.size < LARGE
            turns = [] if only == "hugo" else [self._ours(changes)]
            turns += [] if only == "ours" else [self._hugo()]
            turns += [self._material()] if material else []
            for name, cost in (one for turn in turns for one in turn):
                found.setdefault(name, []).append(cost)
        return found

    def page_weight(self) -> float:
        """Bytes of the HTML of a case: the median of all."""
        pages = (self.portal / "site/case-studies").glob("*/index.html")
        return median([page.stat().st_size for page in pages] or [0])

    def _ours(self, changes: bool) -> Iterator[tuple[str, Cost]]:
        for folder in (self.portal / "site", self.cache):
            shutil.rmtree(folder, ignore_errors=True)
        yield CHECK, self._command("check", "-q")
        yield COLD, self._command("build", "-q")
        yield WARM, self._command("build", "-q")
        if not changes:
            return
        yield AGAIN, self._command("check", "-q")
        entry = min((self.portal / "content/case-studies").iterdir())
        before = entry.read_text(encoding="utf-8")
        # A day stands on the page, and is no word that is searched.
        entry.write_text(before.replace("\n", "\nupdated: 2026-01-01\n", 1), encoding="utf-8")
        yield FIELD, self._command("build", "-q")
        entry.write_text(f"{before}\nA last sentence.\n", encoding="utf-8")
        yield WORDS, self._command("build", "-q")
        entry.write_text(before, encoding="utf-8")

    def _command(self, *words: str, may_find: bool = False) -> Cost:
        config = str(self.portal / "mkdocs.yml")
        command = [sys.executable, "-m", "lsbuild", "--config", config, *words]
        return measure(command, may_find=may_find)

    def _hugo(self) -> Iterator[tuple[str, Cost]]:
        shutil.rmtree(self.peer / "public", ignore_errors=True)
        alone = measure(hugo(self.peer))
        yield HUGO, alone
        yield PEER, alone + measure(pagefind(self.peer))

    def _material(self) -> Iterator[tuple[str, Cost]]:
        shutil.rmtree(self.stock / "site", ignore_errors=True)
        yield MATERIAL, measure(material(self.stock))
