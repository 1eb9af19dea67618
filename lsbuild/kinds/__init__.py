"""What an author may write: one file per kind of content."""

from __future__ import annotations

import sys
from functools import cache

from lsbuild.kinds._base import Content
from lsbuild.text.discover import discover


@cache
def all_kinds() -> tuple[type[Content], ...]:
    """Every kind, in the order in which readers meet them."""
    found = discover(sys.modules[__name__], Content)
    return tuple(sorted(found, key=lambda kind: (kind.order, kind.kind)))


@cache
def kind_named(name: str) -> type[Content]:
    """The kind written `name`; raises KeyError where there is none."""
    return {kind.kind: kind for kind in all_kinds()}[name]
