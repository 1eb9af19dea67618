"""`lsbuild serve`: the portal on this machine, made anew at each save.

Two folders take turns: the next version is written into one while the other is served, so a
reader never sees half a portal, and a version with a broken file still shows all the others.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import shutil
import signal
import socket
import sys
import tempfile
import threading
import time
import webbrowser
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError
from watchfiles import watch

from lsbuild.hosts.mkdocs import LsbuildPlugin
from lsbuild.text.diagnostic import Report

LIVE = "/__lsbuild/"


class Preview:
    """What is shown now, and which version it is."""

    def __init__(self, config: Path) -> None:
        self.config = config
        self.work = Path(tempfile.mkdtemp(prefix="lsbuild-preview-"))
        self.folder = self.work / "a"
        self.base_path = "/"
        self.version = 0
        self.findings: list[dict[str, Any]] = []
        self.changed = threading.Condition()
        self.watched: list[str] = []

    def make(self) -> str:
        """Make the next version; returns what to say about it."""
        began = time.perf_counter()
        target = self.work / ("b" if self.folder.name == "a" else "a")
        try:
            plugin = self._build(target)
        except (BuildError, Abort) as error:
            return f"not shown: {error}"
        report = plugin.prepared.report if plugin.prepared else Report()
        with self.changed:
            self.findings = [_row(one) for one in report if one.severity != "advice"]
            self.folder = target
            self.version += 1
            self.changed.notify_all()
        # One run after the other, so what the last one left must go.
        gc.collect()
        return f"shown after {time.perf_counter() - began:.1f} s"

    def _build(self, target: Path) -> LsbuildPlugin:
        config = load_config(str(self.config), site_dir=str(target))
        plugin = config.plugins["lsbuild"]
        assert isinstance(plugin, LsbuildPlugin)  # noqa: S101 - the name is ours
        plugin.last = self.folder if self.folder.is_dir() else None
        config.plugins.on_startup(command="serve", dirty=False)
        plugin.live = True
        mkdocs_build(config)
        settings = plugin.settings
        if settings is not None:
            self.base_path = settings.base_path
            self.watched = [str(settings.content), str(settings.theme), str(self.config)]
        return plugin

    def wait(self, seen: int) -> int:
        """Answer when there is a newer version than the one a browser has seen."""
        with self.changed:
            self.changed.wait_for(lambda: self.version != seen, timeout=20)
            return self.version

    def close(self) -> None:
        shutil.rmtree(self.work, ignore_errors=True)


def _row(one: Any) -> dict[str, Any]:  # noqa: ANN401 - a Diagnostic
    return {
        "code": one.code,
        "severity": str(one.severity),
        "path": str(one.source.path),
        "line": one.span.line,
        "says": one.says,
        "hint": one.hint,
    }


class _Handler(SimpleHTTPRequestHandler):
    """Serves the current folder below the site's own path, and the news about it."""

    preview: Preview

    def __init__(self, *args: Any, preview: Preview, **extra: Any) -> None:  # noqa: ANN401
        self.preview = preview
        super().__init__(*args, directory=str(preview.folder), **extra)

    def do_GET(self) -> None:
        base = self.preview.base_path
        path = self.path.partition("?")[0]
        if path.endswith(f"{LIVE}version"):
            seen = int("".join(c for c in self.path.partition("seen=")[2] if c.isdigit()) or 0)
            self._json({"version": self.preview.wait(seen), "findings": self.preview.findings})
        elif not path.startswith(base):
            self._redirect(base)
        else:
            self.path = "/" + path[len(base) :]
            file = Path(self.translate_path(self.path))
            if file.is_dir() and not path.endswith("/"):
                self._redirect(f"{path}/")
            elif file.is_file() or (file / "index.html").is_file():
                super().do_GET()
            else:
                self._missing()

    def _redirect(self, address: str) -> None:
        self.send_response(302)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _json(self, data: dict[str, Any]) -> None:
        self._send(200, "application/json", json.dumps(data).encode())

    def _missing(self) -> None:
        page = self.preview.folder / "404.html"
        self._send(404, "text/html; charset=utf-8", page.read_bytes() if page.is_file() else b"")

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: the terminal is for findings."""


def preview(config: Path, port: int, browse: bool) -> int:
    """Serve until stopped; returns the exit code."""
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    # Stopped by a terminal or by a tool: either way the folders are removed.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    one = Preview(config)
    try:
        _say(one.make())
        server = ThreadingHTTPServer(("127.0.0.1", _free(port)), partial(_Handler, preview=one))
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}{one.base_path}"
        _say(f"{address}  (Ctrl+C stops it)")
        if browse:
            webbrowser.open(address)
        for changes in watch(*(one.watched or [str(config.parent)]), debounce=150, step=30):
            names = sorted({os.path.relpath(path) for _, path in changes})
            _say(f"{', '.join(names[:3])}{' …' if names[3:] else ''}: {one.make()}")
    except KeyboardInterrupt:
        pass
    finally:
        one.close()
    return 0


def _free(port: int) -> int:
    """This port, or the next one that nobody uses."""
    for candidate in range(port, port + 50):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", candidate)):
                return candidate
    return 0


def _say(message: str) -> None:
    print(f"lsbuild: {message}", file=sys.stderr, flush=True)
