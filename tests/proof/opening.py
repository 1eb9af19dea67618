"""Pages opened in a real Chromium, with the policy and without it, to see whether words run."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Error

from tests.browser.visiting import Visit, serving

LOOK = """() => ({
  hit: window.hit ?? null,
  ways: [...document.querySelectorAll("*")].filter((it) =>
    [...it.attributes].some((one) => /^on/.test(one.name) ||
      (/^(href|src|action|formaction|srcdoc|xlink:href|data|ping)$/.test(one.name) &&
       /^[\\s\\0-\\x1f]*(javascript|data|vbscript|blob|view-source):/i.test(one.value)))
    || it.matches("iframe, object, embed, base")).map((it) => it.outerHTML.slice(0, 200)),
})"""
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


class Seen(NamedTuple):
    """What was wrong on one page; nothing where all three are empty."""

    url: str
    ran: str
    """The number of the payload that ran."""
    ways: str
    """What could run, were it clicked or touched."""
    left: str
    """Where the page went or what it asked for outside."""


def without_policy(site: Path, bare: Path) -> Path:
    """A copy of a site whose pages have lost their policy."""
    shutil.copytree(site, bare)
    for path in bare.rglob("*.html"):
        html = path.read_text("utf-8")
        stripped, times = _POLICY.subn("", html)
        assert times == 1, f"{path} has {times} policies"
        path.write_text(stripped, "utf-8")
    return bare


def opened(browser: Browser, site: Path, urls: Iterable[str]) -> Iterator[Seen]:
    """Each page of a site in turn, and what was wrong on it; then a search."""
    with ExitStack() as stack:
        address = stack.enter_context(serving(site))
        context = browser.new_context()
        stack.callback(context.close)
        visit = Visit(context, address)
        visit.page.on("dialog", lambda dialog: visit.requests.append(f"dialog:{dialog.message}"))
        for url in urls:
            yield _seen(visit, url)
        visit.go("")
        try:
            visit.search("sample").first.wait_for()
        except Error as error:
            yield Seen("the search", "", "", f"did not answer: {error.message[:80]}")
        yield _looked(visit, "the search", "")


def _seen(visit: Visit, url: str) -> Seen:
    try:
        visit.go(url)
    except Error as error:
        # A table or a PDF is downloaded and not shown, so nothing in it can run.
        saved = "Download is starting" in error.message
        return Seen(url, "", "", "" if saved else error.message[:100])
    return _looked(visit, url, url)


def _looked(visit: Visit, name: str, url: str) -> Seen:
    found = visit.page.evaluate(LOOK)
    gone = [] if visit.url.partition("?")[0].partition("#")[0] == url else [visit.page.url]
    ran = "" if found["hit"] is None else str(found["hit"])
    return Seen(name, ran, " ".join(found["ways"]), " ".join([*gone, *visit.outside]))
