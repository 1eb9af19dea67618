"""Whatever was edited, broken and mended in between, the next build is as a clean one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from tests.portals import contents, differences
from tests.proof.small import build, said, small_portal, state, warm
from tests.proof.table import Row

ADDED = """\
---
title: Added {n}
summary: What was added tells this. {words}
status: published
definitions:
  - says: {words}
    sources: [{{source: a-page, locator: p. {n}}}]
---

{words} See [[term/round|the round]].
"""
WORDS = st.sampled_from(["A turn.", "Two turns.", "Turns & 3 < 4.", "Des tours à l’école.", "𝔘."])
NAMES = st.sampled_from(["a", "b", "c-d", "constructor"])
PLACES = st.sampled_from(["pages/index.md", "glossary/round.md", "sources/a-page.md"])


class Editing(RuleBasedStateMachine):
    """An editor's week: what is on disk, and what should be."""

    row = Row("Builds after random edits: differing from a clean one")

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.portal = self.stack.enter_context(small_portal())
        self.broken: dict[str, str] = {}
        self.turn = 0

    @rule(name=NAMES, words=WORDS)
    def add(self, name: str, words: str) -> None:
        self.turn += 1
        text = ADDED.format(n=self.turn, words=words)
        (self.portal.content / f"glossary/added-{name}.md").write_text(text, "utf-8")
        self.broken.pop(f"glossary/added-{name}.md", None)

    @rule(place=PLACES, words=WORDS)
    def edit(self, place: str, words: str) -> None:
        if place in self.broken:
            return
        file = self.portal.content / place
        lines = file.read_text("utf-8").split("\n")
        lines[2] = f"summary: What was edited tells this. {words}"
        file.write_text("\n".join(lines), "utf-8")

    @rule(old=NAMES, new=NAMES)
    def rename(self, old: str, new: str) -> None:
        file = self.portal.content / f"glossary/added-{old}.md"
        if file.exists() and old != new:
            target = f"glossary/added-{new}.md"
            self.broken.pop(target, None)
            if (kept := self.broken.pop(f"glossary/{file.name}", None)) is not None:
                self.broken[target] = kept
            file.rename(self.portal.content / target)

    @rule(name=NAMES)
    def delete(self, name: str) -> None:
        (self.portal.content / f"glossary/added-{name}.md").unlink(missing_ok=True)
        self.broken.pop(f"glossary/added-{name}.md", None)

    @rule(place=PLACES)
    def spoil(self, place: str) -> None:
        """Break a file as an editor would: a word misspelt in its front matter."""
        file = self.portal.content / place
        self.broken.setdefault(place, file.read_text("utf-8"))
        file.write_text(self.broken[place].replace("status: ", "statsu: "), "utf-8")

    @precondition(lambda self: self.broken)
    @rule()
    def mend(self) -> None:
        for place, text in self.broken.items():
            (self.portal.content / place).write_text(text, "utf-8")
        self.broken.clear()

    @rule()
    def build(self) -> None:
        site = self.portal.site
        before = state(site) if site.exists() else ""
        code = build(self.portal, "--quiet")
        assert code == (1 if self.broken else 0), said(self.portal)
        if self.broken:
            assert (state(site) if site.exists() else "") == before, "the site has changed"

    def teardown(self) -> None:
        """Mend, build, and compare with a build from nothing."""
        with self.stack, small_portal() as clean:
            self.mend()
            first = build(self.portal, "--quiet")
            assert first == 0, said(self.portal)
            shutil.rmtree(clean.content)
            shutil.copytree(self.portal.content, clean.content)
            assert build(clean, "--quiet") == 0, said(clean)
            found = differences(contents(clean.site), contents(self.portal.site))
            Editing.row.tried += 1
            assert found == [], found


def prove(few: bool = False) -> Iterator[Row]:
    """Random sequences; hypothesis shortens one that fails."""
    with small_portal() as portal:
        warm(portal)
    row = Editing.row = Row(Editing.row.what)
    wanted = settings(
        max_examples=3 if few else 20,
        stateful_step_count=6 if few else 12,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        print_blob=False,
        # To shorten what fails takes as many builds again; the steps are few.
        phases=[Phase.generate],
        derandomize=few,
    )
    try:
        run_state_machine_as_test(Editing, settings=wanted)
    except Exception as error:
        row.failed.append(f"{error} {getattr(error, '__notes__', '')}"[:1_500])
    yield row
