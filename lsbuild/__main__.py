"""The command itself: `lsbuild`, or `python -m lsbuild`."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from lsbuild.cli import main


def run() -> NoReturn:
    """Run the command and end the process at once.

    To take a thousand entries apart again, one by one, took as long as to check them.
    """
    _make_ready()
    code: object = 0
    try:
        main()
    except SystemExit as done:
        code = done.code
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))


def _make_ready() -> None:
    """Nobody may listen, and not every terminal can show every letter."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    run()
