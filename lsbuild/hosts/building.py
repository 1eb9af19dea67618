"""`lsbuild build`: mkdocs' own build with our plugin, and an exit code that tells the truth."""

from __future__ import annotations

import logging
import sys
import time
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from lsbuild.hosts.mkdocs import Blocked, LsbuildPlugin, Refused
from lsbuild.settings import SettingsError
from lsbuild.text.words import count


def build_site(config: Path, out: Path | None, strict: bool, quiet: bool) -> int:
    """Build a portal; returns the exit code. Words go to standard error."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    began = time.perf_counter()
    try:
        settings = load_config(
            str(config), strict=strict or None, **({"site_dir": str(out.absolute())} if out else {})
        )
        plugin = settings.plugins.get("lsbuild")
        if not isinstance(plugin, LsbuildPlugin):
            raise SettingsError(f"{config} does not name the plugin lsbuild")
        settings.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(settings)
    except Blocked as error:
        return _say(str(error), 1)
    except (Refused, SettingsError, ConfigurationError) as error:
        return _say(str(error), 2)
    except (BuildError, Abort) as error:
        return _say(str(error), 3)
    if not quiet and plugin.prepared is not None:
        pages = count(len(plugin.prepared.plan.pages), "page")
        _say(f"{pages} in {time.perf_counter() - began:.1f} s: {settings.site_dir}", 0)
    return 0


def _say(message: str, code: int) -> int:
    print(f"lsbuild: {message.removeprefix('lsbuild: ')}", file=sys.stderr)
    return code
