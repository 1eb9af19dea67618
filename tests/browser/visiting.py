"""What browser tests share: the server, and a visitor who notes every request and error."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Error, Locator, sync_playwright

from tests import portals

BASE = "/portal/"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    # Containers often have little shared memory, and a tab without any never answers.
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Were a page to ask for another host, it would find none; the request is noted all the same.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser that `.ci/chrome` finds."""
    found = subprocess.run([portals.ROOT / ".ci/chrome"], capture_output=True, text=True)
    assert found.returncode == 0, found.stderr
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found.stdout.strip(), args=[*ARGUMENTS]
        )
        yield browser
        browser.close()


class Visit:
    """One reader with one tab, and a note of all that the page asked for or complained of."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.requests: list[str] = []
        self.complaints: list[str] = []
        context.on("request", lambda request: self.requests.append(request.url))
        self.page = context.new_page()
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _heard(self, message) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text}")

    def go(self, url: str) -> None:
        """Open a page of the site, and begin the notes anew."""
        self.requests.clear()
        self.complaints.clear()
        self.page.goto(self.address + url, wait_until="load")

    @property
    def url(self) -> str:
        """The address below the site."""
        return self.page.url.removeprefix(self.address)

    @property
    def outside(self) -> list[str]:
        """Requests that left the site; `data:` addresses are part of the page itself."""
        return [
            url for url in self.requests if not url.startswith((self.address, "data:", "blob:"))
        ]

    @property
    def dialog(self) -> Locator:
        return self.page.locator("#ls-search")

    def search(self, words: str) -> Locator:
        """Type into the search, opening it if need be; returns the results."""
        if not self.dialog.is_visible():
            # Until the scripts of a page have run, no key means anything to it.
            self.page.wait_for_load_state("load")
            self.page.keyboard.press("Control+k")
        self.page.locator("#ls-query").fill(words)
        return self.dialog.locator("#ls-results a")

    def settle(self) -> None:
        """Wait until no more results come in."""
        self.page.locator("#ls-results[aria-busy=false]").wait_for(state="attached")
        self.page.evaluate(
            """async () => {
            for (let last; last !== (last = document.getElementById("ls-search").innerText); )
              await new Promise((done) => setTimeout(done, 400));
            }"""
        )

    def until(self, true: str, arg: object = None) -> None:
        """Wait until a script says so; the browser's own way of waiting needs `eval`."""
        limit = time.monotonic() + 15
        while time.monotonic() < limit:
            # A page that is just being left cannot answer.
            with suppress(Error):
                if self.page.evaluate(true, arg):
                    return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"it never came true: {true}")

    def resize(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": 800})

    def scheme(self) -> str:
        return self.page.locator("body").get_attribute("data-md-color-scheme") or ""


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder below `/portal/` as GitHub Pages would, with the 404 page elsewhere."""

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        self.path = "/" + path.removeprefix(BASE) if path.startswith(BASE) else "/nowhere"
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file = file / "index.html"
        if file.is_file():
            super().do_GET()
        else:
            self._missing()

    def end_headers(self) -> None:
        # Without it a browser keeps a file for a tenth of its age, so tests would depend on that.
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def _missing(self) -> None:
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:
        """Tests are quiet."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes on to the next page hangs up; that is no error."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a folder, as long as the block lasts."""
    handler = partial(_Handler, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()
        thread.join()
