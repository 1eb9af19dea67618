"""Printing findings: one file a format. A file dropped in here is a choice of `--format`."""

from __future__ import annotations

import sys
from functools import cache

from lsbuild.show._format import Format
from lsbuild.text.discover import discover


@cache
def all_formats() -> tuple[type[Format], ...]:
    """Every format, in the order of names."""
    return tuple(sorted(discover(sys.modules[__name__], Format), key=lambda one: one.name))


@cache
def format_named(name: str) -> type[Format]:
    """The format with this name; raises KeyError where there is none."""
    return {one.name: one for one in all_formats()}[name]
