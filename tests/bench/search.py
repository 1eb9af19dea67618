"""What a search costs a reader where there is much to search: bytes until five results stand.

    python -m tests.bench.search 1000

Each question is two telling words of an entry. Counted is all that is fetched, compressed and from
cold, from the opening of the search on; the page itself was read before.
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

QUESTIONS, FIVE = 20, 5
_TELLING = re.compile(r"\b[a-z]{6,}\b")
# When five results stood, or as many as are told of, by the clock that the server has too.
STOOD = """(question) => new Promise((done) => {
  const results = document.getElementById("ls-results");
  const watch = () => {
    const all = results.querySelectorAll("a").length;
    const told = parseInt(document.getElementById("ls-state").textContent);
    if (all >= Math.min(told, 5) || results.ariaBusy === "false") done(Date.now() / 1000);
  };
  const box = document.getElementById("ls-query"), dialog = document.getElementById("ls-search");
  new MutationObserver(watch).observe(dialog, { childList: true, subtree: true });
  box.value = question;
  box.dispatchEvent(new Event("input"));
})"""


class Timed(Sent):
    """What was sent, and when each file was."""

    def __init__(self) -> None:
        self.times: dict[str, float] = {}

    def __setitem__(self, file: str, size: int) -> None:
        super().__setitem__(file, size)
        self.times[file] = time.time()

    def until(self, moment: float) -> Sent:
        return {file: size for file, size in self.items() if self.times[file] <= moment}


def main() -> None:
    """Make a portal of so many entries, ask, print."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with TemporaryDirectory(prefix="lsbuild-search-") as folder:
        generate(entries, Path(folder))
        command = [sys.executable, "-m", "lsbuild", "--root", folder, "build", "-q"]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        print(f"{entries:,} entries, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        asked = bytes_of_questions(Path(folder))
    for sent in sorted(asked, key=lambda one: sum(one.values()))[len(asked) // 2 :][:1]:
        for file, size in sorted(sent.items(), key=lambda one: -one[1]):
            print(f"{size / 1_000:8.1f} kB  {file}")
    found = [sum(one.values()) / 1_000 for one in asked]
    print(f"{median(found):8.1f} kB  until {FIVE} results stand; at most {max(found):.1f}")


def bytes_to_five(portal: Path, questions: int = QUESTIONS) -> list[int]:
    """Bytes of each question to a portal that is built in its `site/`."""
    return [sum(one.values()) for one in bytes_of_questions(portal, questions)]


def bytes_of_questions(portal: Path, questions: int = QUESTIONS) -> list[Sent]:
    sent = Timed()
    with serving(portal / "site", sent) as (address, _), sync_playwright() as playwright:
        chrome = os.environ.get("LSBUILD_CHROME")
        browser = playwright.chromium.launch(executable_path=chrome, args=list(ARGUMENTS))
        asked = [_ask(browser, address, sent, one) for one in two_words(portal, questions)]
        browser.close()
    return asked


def two_words(portal: Path, number: int) -> list[str]:
    """Two words that one case has near each other, from as many cases."""
    random = Random(7)
    cases = random.sample(sorted((portal / "content/case-studies").glob("*.md")), number)
    found = []
    for path in cases:
        body = path.read_text("utf-8").split("\n---\n")[1]
        paragraph = random.choice([row for row in body.split("\n") if len(row) > 200])
        found.append(" ".join(random.sample(sorted(set(_TELLING.findall(paragraph))), 2)))
    return found


def _ask(browser: Browser, address: str, sent: Timed, question: str) -> Sent:
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto(address, wait_until="networkidle")
    sent.clear()
    page.keyboard.press("Control+k")
    page.locator("#ls-query").wait_for()
    moment = page.evaluate(STOOD, question)
    page.context.close()
    return sent.until(moment)


if __name__ == "__main__":
    main()
