"""How many of the questions are answered by the first results, as readers see them in their groups.

    python tests/search/score.py [-v]

The page's own module answers, in Node, from the data of the portal's own content; with `-v` each
question that the first three do not answer is printed with what they were.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import yaml

from lsbuild.hosts._engine import LUNR
from lsbuild.pipeline import Prepared, prepare
from lsbuild.settings import read_settings
from lsbuild.views._lists import list_files

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
WHOLE = 1_000_000
"""Rows of a piece: all, however many there are."""


class Asked(NamedTuple):
    question: str
    wanted: list[str]
    found: list[str]

    def within(self, most: int) -> bool:
        return bool({*self.wanted} & {*self.found[:most]})


def ask(prepared: Prepared, questions: list[str]) -> list[list[str]]:
    """The addresses of the results of each question, in the order in which they are shown."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in list_files(prepared.portal, piece=WHOLE).items():
            Path(folder, Path(name).name).write_bytes(data)
        # Node takes a file for a module by what stands beside it.
        Path(folder, "package.json").write_text('{"type": "module"}')
        for name in ("common.js", "quick.js"):
            shutil.copyfile(ROOT / "theme/assets" / name, Path(folder, name))
        words = ["node", HERE / "ask.mjs", LUNR, Path(folder, "quick.js"), folder]
        done = subprocess.run(
            words, input="\n".join(questions), capture_output=True, text=True, check=True
        )
    return json.loads(done.stdout)


def score(prepared: Prepared) -> list[Asked]:
    """Every question with the results it has today."""
    rows = yaml.safe_load((HERE / "questions.yml").read_text("utf-8"))
    found = ask(prepared, [row["ask"] for row in rows])
    return [Asked(row["ask"], row["pages"], urls) for row, urls in zip(rows, found, strict=True)]


def main() -> None:
    asked = score(prepare(read_settings(ROOT / "mkdocs.yml")))
    for most in (3, 5):
        right = sum(one.within(most) for one in asked)
        print(f"in the first {most}: {right} of {len(asked)} ({right / len(asked):.0%})")
    for one in asked if "-v" in sys.argv else ():
        if not one.within(3):
            print(f"\n{one.question}\n  wanted {one.wanted}\n  found  {one.found[:6]}")


if __name__ == "__main__":
    main()
