"""What `/find/` costs a reader where there is much to find: bytes, and time on a slow phone.

    python -m tests.bench.find 1000

Bytes are all that was fetched, compressed, until the first list stood, from cold. Times are from
the reader's act to the next painted answer, with the processor slowed down four times.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, Route, sync_playwright

from tests.browser.visiting import ARGUMENTS
from tests.gzipped import Sent, serving

BYTES, MILLISECONDS, SLOWER = 120_000, 100, 4
# Until the frame after the one in which the answer stands, so that its layout and paint count.
ANSWERED = """() => new Promise((done) => {
  const began = performance.now(), $ = (one) => document.querySelector(one);
  const watch = new MutationObserver(() => {
    if ($("#find-out").ariaBusy === "true") return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
  });
  watch.observe($("#find-out"), { attributes: true });
  const box = $("#find-q");
  const type = (word) => (box.value = word, box.dispatchEvent(new Event("input")));
  ACT;
})"""
ACTS = {
    "choose a theme": "$('#find-facets > :nth-child(2) input').click()",
    "take it away": "$('#find-chosen a').click()",
    "look at the table": "$('[data-view=table]').click()",
    "look at what is like mine": "$('[data-view=near]').click()",
    "back to the list": "$('[data-view=list]').click()",
    "three letters": "type('WOR')",
    "a word": "type('WORD')",
}


def main() -> None:
    """Make a portal of so many entries, look, print."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with TemporaryDirectory(prefix="lsbuild-find-") as folder:
        site = Path(folder) / "site"
        run = [sys.executable, "-m", "tests.bench.generate", str(entries), folder]
        subprocess.run(run, check=True)
        command = [sys.executable, "-m", "lsbuild", "--root", folder, "build", "-q"]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        print(f"{entries:,} entries, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        with serving(site) as (address, sent), sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("LSBUILD_CHROME"), args=list(ARGUMENTS)
            )
            page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
            before = bytes_before_list(address, sent, page)
            for file, size in sorted(sent.items(), key=lambda one: -one[1])[:12]:
                print(f"{size / 1_000:8.1f} kB  {file}")
            print(f"{sum(sent.values()) / 1_000:8.1f} kB  {len(sent)} files in all, of which")
            print(f"{before / 1_000:8.1f} kB  before the first list; {BYTES / 1_000:.0f} at most")
            _times(page, address)
            browser.close()


def bytes_before_list(address: str, sent: Sent, page: Page) -> int:
    """What a page of `/find/` fetches from cold until its first list stands, compressed."""
    held: list[Route] = []
    later = ("**/data/told*", "**/data/told/*", "**/data/find/*")
    for pattern in later:
        page.route(pattern, lambda route: held.append(route))
    page.goto(f"{address}find/", wait_until="commit")
    page.locator("#find-out .ls-card").first.wait_for()
    before = sum(sent.values())
    while not held:
        page.wait_for_timeout(20)
    for route in held:
        route.continue_()
    for pattern in later:
        page.unroute(pattern)
    page.wait_for_load_state("networkidle")
    return before


def _times(page: Page, address: str) -> None:
    word = page.locator(".ls-card-title").first.inner_text().split()[0]
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    found: dict[str, list[float]] = {}
    for _ in range(5):
        page.goto(f"{address}find/", wait_until="networkidle")
        # The index of the words is made on the first letter, in pieces, while the page answers.
        found.setdefault("the first letters, with the index", []).append(_act(page, "type('zz')"))
        _act(page, "type('')")
        for name, act in ACTS.items():
            asked = act.replace("WORD", word).replace("WOR", word[:3])
            found.setdefault(name, []).append(_act(page, asked))
            page.wait_for_timeout(100)
    for name, times in found.items():
        print(f"{median(times):8.0f} ms  {name} ({min(times):.0f} to {max(times):.0f})")
    print(f"{MILLISECONDS:8} ms  at most, {SLOWER} times slower than this machine")


def _act(page: Page, act: str) -> float:
    return page.evaluate(ANSWERED.replace("ACT", act))


if __name__ == "__main__":
    main()
