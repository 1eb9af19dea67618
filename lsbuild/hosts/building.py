"""`lsbuild build`: mkdocs' own build with our plugin, and an exit code that tells the truth."""

from __future__ import annotations

import logging
import sys
import time
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from lsbuild.config_file import check_for_build
from lsbuild.hosts.mkdocs import Blocked, LsbuildPlugin, Refused
from lsbuild.output.heaviest import heaviest
from lsbuild.output.unchanged import remember
from lsbuild.settings import SettingsError
from lsbuild.text.words import count


def build_site(
    config: Path,
    out: Path | None,
    strict: bool,
    quiet: bool,
    key: str = "",
    *,
    verify: bool = False,
) -> int:
    """Build a portal; returns the exit code. Words go to standard error.

    With a `key` of all inputs, a build that went well and had nothing to say is remembered by it.
    """
    heard = _Heard(logging.ERROR)
    began = time.perf_counter()
    try:
        check_for_build(config)
        settings = load_config(
            str(config), strict=strict or None, **({"site_dir": str(out.absolute())} if out else {})
        )
        plugin = settings.plugins.get("lsbuild")
        if not isinstance(plugin, LsbuildPlugin):
            raise SettingsError(f"{config} does not name the plugin lsbuild")
        plugin.verify = verify
        settings.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(settings)
    except (BuildError, Abort, SettingsError, ConfigurationError) as error:
        return _failed(error, heard)
    finally:
        heard.close()
    if plugin.settings is not None:
        remember(plugin.settings, "" if plugin.told else key)
    if not quiet and plugin.prepared is not None:
        pages = count(len(plugin.prepared.plan.pages), "page")
        _say(f"{pages} in {time.perf_counter() - began:.1f} s: {settings.site_dir}", 0)
        heavy = (f"{url} {size / 1_000:.1f} kB" for url, size in heaviest(Path(settings.site_dir)))
        _say(f"heaviest to fetch: {', '.join(heavy)}", 0)
    return 0


class _Heard(logging.Handler):
    """Keeps what mkdocs says; it names a wrong setting only in its log."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.words: list[str] = []
        self.log = logging.getLogger("mkdocs")
        self.log.setLevel(level)
        self.log.propagate = False
        self.log.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.words.append(record.getMessage())

    def close(self) -> None:
        self.log.removeHandler(self)
        super().close()


def _failed(error: Exception, heard: _Heard) -> int:
    """1 for findings, 2 for settings and folders, 3 for the rest; mkdocs wraps what we raised."""
    if isinstance(error, Abort) and error.__context__ is None:
        return _say(" ".join(heard.words) or str(error), 2)
    cause = error.__context__ if isinstance(error, Abort) and error.__context__ else error
    if isinstance(cause, Blocked):
        return _say(str(cause), 1)
    if isinstance(cause, Refused | SettingsError | ConfigurationError):
        return _say(str(cause), 2)
    return _say(str(cause), 3)


def _say(message: str, code: int) -> int:
    print(f"lsbuild: {message.removeprefix('lsbuild: ')}", file=sys.stderr)
    return code
