"""The preview over HTTP, on this machine alone."""

from __future__ import annotations

import json
import re
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Protocol
from urllib.parse import unquote

from lsbuild.hosts._showing import Answer

NEWS = "/__lsbuild/version"
_HERE = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:\d+)?", re.IGNORECASE)
_SEEN = re.compile(r"seen=([0-9]{1,15})")


class Shower(Protocol):
    """What can be served: a preview."""

    @property
    def base_path(self) -> str: ...
    def answer(self, path: str) -> Answer: ...
    def news(self, seen: int) -> dict[str, Any]: ...


def serve(shower: Shower, port: int) -> int:
    """Serve in threads of its own until the process ends; returns the port."""
    server = _free(port, partial(_Handler, shower))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port


def _free(port: int, handler: Callable[..., _Handler]) -> ThreadingHTTPServer:
    """A server at this port, or at the next one that nobody uses."""
    for candidate in range(port, port + 50):
        with socket.socket() as probe:
            if not probe.connect_ex(("127.0.0.1", candidate)):
                continue
        # Two previews that begin at once find the same port free.
        with suppress(OSError):
            return ThreadingHTTPServer(("127.0.0.1", candidate), handler)
    return ThreadingHTTPServer(("127.0.0.1", 0), handler)


class _Handler(BaseHTTPRequestHandler):
    """Answers below the site's own path, and tells the news."""

    def __init__(self, shower: Shower, *args: Any) -> None:  # noqa: ANN401
        self.shower = shower
        super().__init__(*args)

    def handle(self) -> None:
        # A browser that leaves a page hangs up on what it still waits for.
        with suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:
        if not _HERE.fullmatch(self.headers.get("Host", "")):
            # A page of another site, whose name was made to lead here, could read drafts.
            says = b"This preview answers at 127.0.0.1 and localhost only.\n"
            self._send(Answer(403, "text/plain", says))
            return
        base = self.shower.base_path
        path, _, query = self.path.partition("?")
        path = unquote(path.partition("#")[0])
        if path.endswith(NEWS):
            seen = _SEEN.search(query)
            news = json.dumps(self.shower.news(int(seen[1]) if seen else 0)).encode()
            self._send(Answer(200, "application/json", news))
        elif not path.startswith(base):
            self._send(Answer(302, way=base))
        else:
            self._send(self.shower.answer(path.removeprefix(base)))

    def do_HEAD(self) -> None:
        self.do_GET()

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        if answer.way:
            self.send_header("Location", answer.way)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: the terminal is for findings."""
