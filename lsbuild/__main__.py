"""The command itself: `lsbuild`, or `python -m lsbuild`."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import NoReturn

from lsbuild.cli import main


def run() -> NoReturn:
    """Run the command and end the process at once.

    To take a thousand entries apart again, one by one, took as long as to check them.
    """
    code: object = 0
    try:
        main()
    except SystemExit as done:
        code = done.code
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))


if __name__ == "__main__":
    run()
