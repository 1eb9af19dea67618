"""A server that compresses, as GitHub Pages does: what readers pay for can be counted."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

BASE = "/portal/"
Sent = dict[str, int]
"""Bytes that went out, by address below the site."""


class Handler(BaseHTTPRequestHandler):
    """Serves a folder below `/portal/`, compressed, as GitHub Pages does."""

    protocol_version = "HTTP/1.1"

    def __init__(self, site: Path, sent: Sent, *args: Any) -> None:
        self.site, self.sent = site, sent
        super().__init__(*args)

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        file = self.site / path.removeprefix(BASE) if path.startswith(BASE) else self.site / "-"
        file = file / "index.html" if file.is_dir() else file
        status = 200 if file.is_file() else 404
        body = gzip.compress((file if status == 200 else self.site / "404.html").read_bytes(), 6)
        kind = mimetypes.guess_type(file.name)[0] or "text/html"
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if "image" not in kind else kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)
        self.sent[path.removeprefix(BASE)] = len(body)

    def handle(self) -> None:
        # A browser that has seen enough hangs up in the middle, which is no news.
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, format: str, *args: object) -> None:
        """The table is all there is to say."""


@contextmanager
def serving(site: Path, sent: Sent | None = None) -> Iterator[tuple[str, Sent]]:
    """The address of a folder as long as the block lasts, and what was asked of it so far."""
    sent = {} if sent is None else sent
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, site, sent)) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}", sent
        server.shutdown()
