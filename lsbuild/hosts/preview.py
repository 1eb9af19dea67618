"""`lsbuild serve`: the portal on this machine, new at each save.

What was read of a file stays in memory until the file changes, and a page is made when a browser
asks for it. So a save costs what changed and the page that is looked at; what the checks find
follows a moment later.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
import threading
import time
import webbrowser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort, MkDocsException
from watchfiles import watch

from lsbuild.hosts._say import tell
from lsbuild.hosts._served import serve
from lsbuild.hosts._showing import Answer, Look, Showing, fault
from lsbuild.library.memory import Memory
from lsbuild.pipeline import gather
from lsbuild.rules._check import check
from lsbuild.settings import Settings, SettingsError
from lsbuild.text.words import count
from lsbuild.views.plan import TwoPagesOneAddress

PAGE_FIRST = 0.3
"""Seconds that the page somebody looks at gets before the checks begin."""
_EXPECTED = (MkDocsException, Abort, SettingsError, TwoPagesOneAddress)


class _Newer(Exception):
    """What is being checked is shown no more."""


class Preview:
    """What is shown now, and what is known about it."""

    def __init__(self, config: Path) -> None:
        self.config = config
        self.showing: Showing | None = None
        self.look: Look | None = None
        """As it is on disk; nothing while it cannot be used."""
        self.memory = Memory()
        self.read_with: Settings | None = None
        """The settings that the memory holds for."""
        self.findings: list[dict[str, Any]] = []
        self.checked = False
        self.trouble = ""
        """Why the newest version cannot be shown."""
        self.seen = 0
        """Changes with each piece of news."""
        self.changed = threading.Condition()
        self.making = threading.Lock()

    @property
    def base_path(self) -> str:
        return self.showing.look.settings.base_path if self.showing else "/"

    @property
    def watched(self) -> list[str]:
        """The files that are looked at, and all near the settings while these cannot be used."""
        if self.showing is None:
            return [str(self.config.parent)]
        settings = self.showing.look.settings
        return [str(settings.content), str(settings.theme), str(self.config)]

    def make(self, paths: Iterable[str] = ()) -> str:
        """Show the next version, after changes at these paths; returns what to say about it."""
        began = time.perf_counter()
        with self.making:
            try:
                showing = self._next([Path(path) for path in paths])
            except Exception as error:
                kind = "" if isinstance(error, _EXPECTED) else f"{type(error).__name__}: "
                self._tell(trouble=f"{kind}{error}")
                return f"not shown: {self.trouble}"
        self._tell(showing=showing, trouble="", checked=False)
        drafts = f", with {count(len(showing.drafts), 'draft')}" if showing.drafts else ""
        return f"shown after {time.perf_counter() - began:.1f} s{drafts}"

    def _next(self, paths: list[Path]) -> Showing:
        known = self.look
        if not known or not all(path.is_relative_to(known.settings.content) for path in paths):
            # Forgotten first: if it cannot be used, what is saved next must not bring it back.
            self.look = None
            self.look = known = Look.load(self.config)
        if self.read_with != known.settings:
            self.memory, self.read_with = Memory(), known.settings
        portal, read = gather(known.settings, self.memory)
        # A page knows its version, and a preview that is started anew has other numbers.
        return Showing(known, portal, read, time.time_ns() // 1_000_000)

    def _tell(self, **news: Any) -> None:  # noqa: ANN401 - any of our own fields
        with self.changed:
            vars(self).update(news)
            self.seen += 1
            self.changed.notify_all()

    def check_all(self) -> None:
        """Check what is shown, version after version; never returns."""
        showing: Showing | None = None
        while True:
            showing = self._other_than(showing)
            time.sleep(PAGE_FIRST)
            self.check(showing)
            # One version after the other, so what the last one left must go; what stays, most of
            # it for hours, is looked through once and not each time, which would stop everybody.
            gc.collect()
            gc.freeze()

    def _other_than(self, showing: Showing | None) -> Showing:
        with self.changed:
            while self.showing is None or self.showing is showing:
                self.changed.wait()
            return self.showing

    def check(self, showing: Showing) -> None:
        """Tell what is found in a version, unless a newer one comes."""

        def pause() -> None:
            # Who saves or looks at a page goes first.
            with self.making, showing.one_at_a_time:
                pass
            if self.showing is not showing:
                raise _Newer

        try:
            report = check(showing.portal, showing.read, pause)
        except _Newer:
            return
        except Exception as error:
            self._tell(trouble=f"the checks failed: {type(error).__name__}: {error}")
            return
        findings = [_row(one) for one in report if one.severity != "advice"]
        self._tell(findings=findings, checked=True)
        tell(report, showing.look.settings)

    def answer(self, path: str) -> Answer:
        """What a browser gets for an address below the site."""
        showing = self.showing
        if showing is None:
            return fault(self.trouble, str(self.config), "/", 0)
        return showing.answer(path)

    def news(self, seen: int) -> dict[str, Any]:
        """Answer when there is other news than a browser has seen."""
        with self.changed:
            self.changed.wait_for(lambda: self.seen != seen, timeout=20)
            return {
                "seen": self.seen,
                "version": self.showing.number if self.showing else 0,
                "checked": self.checked,
                "trouble": self.trouble,
                "findings": self.findings,
            }


def _row(one: Any) -> dict[str, Any]:  # noqa: ANN401 - a Diagnostic
    return {
        "code": one.code,
        "severity": str(one.severity),
        "path": str(one.source.path),
        "line": one.span.line,
        "says": one.says,
        "hint": one.hint,
    }


def preview(config: Path, port: int, browse: bool) -> int:
    """Serve until stopped; returns the exit code."""
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    # Stopped by a terminal or by a tool: either way this ends in peace.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    one = Preview(config.absolute())
    try:
        _say(one.make())
        address = f"http://127.0.0.1:{serve(one, port)}{one.base_path}"
        threading.Thread(target=one.check_all, daemon=True).start()
        _say(f"{address}  (Ctrl+C stops it)")
        if browse:
            webbrowser.open(address)
        for changes in watch(*one.watched, debounce=150, step=30):
            paths = sorted({path for _, path in changes})
            names = [os.path.relpath(path) for path in paths]
            _say(f"{', '.join(names[:3])}{' …' if names[3:] else ''}: {one.make(paths)}")
    except KeyboardInterrupt:
        pass
    return 0


def _say(message: str) -> None:
    print(f"lsbuild: {message}", file=sys.stderr, flush=True)
