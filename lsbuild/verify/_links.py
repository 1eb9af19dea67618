"""Whether what pages lead to is there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from lsbuild.verify._page import PageText
from lsbuild.verify._problem import Problem


class Leads(NamedTuple):
    """What a page leads to inside the site, and what can be led to in it."""

    targets: tuple[tuple[int, str], ...]
    """Lines and addresses."""
    ids: frozenset[str]


def leads(page: PageText) -> Leads:
    """The part of a page that is kept until all pages are known."""
    inside = [one for one in page.pointers if not one.scheme and not one.host]
    named = {(one.element.line, one.target) for one in inside if one.element.name != "use"}
    return Leads(tuple(sorted(named)), frozenset(page.ids))


def broken(
    pages: Mapping[str, Leads], data: Mapping[str, Leads], files: frozenset[str], base: str
) -> Iterator[Problem]:
    """Every address that leads nowhere, and every fragment that names nothing."""
    for path, page in [*pages.items(), *data.items()]:
        for line, target in page.targets:
            file, fragment = _resolved(path, target, base)
            if file not in files:
                yield Problem(path, line, "link", f"`{target}` leads to `{file}`, not there")
            elif fragment and file in pages and fragment not in pages[file].ids:
                yield Problem(path, line, "link", f"`{file}` has no part `#{fragment}`")


def _resolved(path: str, target: str, base: str) -> tuple[str, str]:
    where, _, fragment = target.partition("#")
    where = unquote(where.partition("?")[0])
    # What follows `#!` or holds `=` is for a script; a browser looks for no id there.
    fragment = "" if "=" in fragment or fragment.startswith("!") else unquote(fragment)
    if not where:
        return path, fragment
    if where.startswith("/"):
        below = where.removeprefix(base) if where.startswith(base) else where
    else:
        below = posixpath.join(posixpath.dirname(path), where)
    file = posixpath.normpath(below)
    if where.endswith(("/", "/.", "/..")) or where in (".", ".."):
        file = posixpath.normpath(f"{file}/index.html")
    return file, fragment
