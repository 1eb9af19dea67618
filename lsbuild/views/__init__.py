"""What readers will get: one view a file. A file dropped in here makes pages."""

from __future__ import annotations

import sys
from functools import cache

from lsbuild.text.discover import discover
from lsbuild.views._view import View


@cache
def all_views() -> tuple[type[View], ...]:
    """Every view, in the order in which its pages are planned."""
    found = discover(sys.modules[__name__], View)
    return tuple(sorted(found, key=lambda view: (view.order, view.__name__)))
