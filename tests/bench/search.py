"""What a search costs a reader where there is much to search: bytes until five results stand.

    python -m tests.bench.search 1000

Each question is two telling words of a case. Counted is all that is fetched, compressed and from
cold, from the opening of the search on; the page itself was there before.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.bench.generate import generate
from tests.browser.visiting import ARGUMENTS
from tests.gzipped import Sent, serving

QUESTIONS = 20
# When five results stood, or as many as are told of, by the clock that the server has too.
STOOD = """(question) => new Promise((done) => {
  const box = window["ls-query"];
  new MutationObserver(() => {
    const [state, results] = [window["ls-state"], window["ls-results"]];
    if (!results) return;
    const all = results.querySelectorAll("a").length;
    const least = Math.min(parseInt(state.textContent), 5);
    if (all >= least || results.ariaBusy === "false") done(Date.now() / 1000);
  }).observe(window["ls-search"], { childList: true, subtree: true });
  box.value = question;
  box.dispatchEvent(new Event("input"));
})"""


class Timed(Sent):
    """What was sent, each file with the moment when it was."""

    def __setitem__(self, file: str, size: int) -> None:
        super().__setitem__(file, size)
        self.moments = {**getattr(self, "moments", {}), file: time.time()}


def main() -> None:
    """Make a portal of so many entries, ask, print."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with TemporaryDirectory(prefix="lsbuild-search-") as folder:
        generate(entries, Path(folder))
        command = [sys.executable, "-m", "lsbuild", "--root", folder, "build", "-q"]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        found = bytes_to_five(Path(folder))
    middle, most = median(found) / 1_000, max(found) / 1_000
    print(f"{entries:,} entries, {len(found)} questions: {middle:.1f} kB until five results stand,")
    print(f"and {most:.1f} kB at most")


def bytes_to_five(portal: Path, questions: int = QUESTIONS) -> list[int]:
    """What each question costs in a portal that is built in its folder `site`."""
    sent = Timed()
    with serving(portal / "site", sent) as (address, _), sync_playwright() as playwright:
        chrome = os.environ.get("LSBUILD_CHROME")
        browser = playwright.chromium.launch(executable_path=chrome, args=list(ARGUMENTS))
        found = [_ask(browser, address, sent, one) for one in two_words(portal, questions)]
        browser.close()
    return found


def two_words(portal: Path, number: int) -> list[str]:
    """Two long words that a paragraph of a case has, from as many cases."""
    random, found = Random(7), []
    for path in random.sample(sorted((portal / "content/case-studies").glob("*.md")), number):
        body = path.read_text("utf-8").split("\n---\n")[1]
        paragraph = random.choice([row for row in body.split("\n") if len(row) > 200])
        words = sorted({*re.findall(r"\b[^\W\d_]{6,}\b", paragraph.lower())})
        found.append(" ".join(random.sample(words, 2)))
    return found


def _ask(browser: Browser, address: str, sent: Timed, question: str) -> int:
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto(address, wait_until="networkidle")
    sent.clear()
    page.keyboard.press("Control+k")
    page.locator("#ls-query").wait_for()
    moment = page.evaluate(STOOD, question)
    page.context.close()
    return sum(size for file, size in sent.items() if sent.moments[file] <= moment)


if __name__ == "__main__":
    main()
