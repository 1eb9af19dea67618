"""What readers can keep on a device: lists of files, each with its hash and its weight.

The lists are named by the hash of their own words, and one small index names the lists. So a
reader who has kept something asks for the index alone as long as nothing of it has changed, and
never mixes the lists of two versions.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Container, Iterable
from math import ceil
from pathlib import Path
from typing import Any

from lsbuild.output.files import put, walk
from lsbuild.output.written import Pages, weight
from lsbuild.settings import Settings
from lsbuild.text.messages import say
from lsbuild.views.offline import URL
from lsbuild.views.page import Page, Plan
from lsbuild.views.sheet import BELOW

FOLDER = "data/offline"
VERSION = 1
IN_A_LIST = 60
"""About as many pages as share a list of a few kilobytes."""
DIGITS = 16
"""Of the hash: enough to notice a page that is not the one that was meant."""
_APART = {"404.html", "withdrawn.html", "offline.html"}
_SHELL = re.compile(
    r"assets/((?!live|lunr)[^/]+\.(js|css|svg)|(stylesheets/main|javascripts/bundle)\.[^/]+)"
    r"|data/(terms|words\.[\w-]+)\.json"
)
"""What any page needs to look and work as it does; a few scripts more cost less than a list."""
_SEARCH = re.compile(r"assets/lunr\.js|data/((find|told|quick)(/\d+)?|compare/.+)\.json")
"""What finding and comparing need; the full text of all pages is left to the network."""

Row = list[Any]
"""Hash, bytes over the wire and on the device; for a page its title and what comes with it."""
Rows = dict[str, Row]


def write_offline(plan: Plan, out: Path, settings: Settings, written: Pages) -> None:
    """Write the index and its lists; a portal that does not want this says so in the index."""
    index: dict[str, Any] = {"off": True}
    if URL in plan.lists:
        index = _index(plan, out, settings, written)
    put(out / FOLDER / "index.json", _json(index))


def slot(url: str, lists: int) -> int:
    """Which list names a page; the worker counts in the same way."""
    place = 0
    for letter in url:
        place = (place * 31 + ord(letter)) % lists
    return place


def _index(plan: Plan, out: Path, settings: Settings, written: Pages) -> dict[str, Any]:
    pages = {page.url: page for page in plan.outlines if _can_be_kept(page)}
    rows = {url: _page_row(page, pages, written) for url, page in pages.items()}
    rows |= _file_rows(out, sorted({name for row in rows.values() for name in row[4:]} - set(rows)))
    files = list(walk(out))
    shell = _file_rows(out, [name for name in files if _SHELL.fullmatch(name)])
    page = written[URL]
    shell[URL] = [page.sha[:DIGITS], page.weight, page.size]
    lists = _lists(rows, pages)
    named = [_write(out, one) for one in lists]
    everything = [*lists, _file_rows(out, [name for name in files if _SEARCH.fullmatch(name)])]
    whole = {
        "title": say("Everything, with finding and comparing", settings.language),
        "pages": len(pages),
        **_weight(everything),
        "lists": [*named, _write(out, everything[-1])],
    }
    packs = {one.url: _pack(out, one, rows) for one in pages.values() if one.brings}
    return {
        "v": VERSION,
        "shell": shell,
        "base": _weight([shell]),
        "lists": named,
        "packs": {**packs, "": whole},
    }


def _can_be_kept(page: Page) -> bool:
    """Handbook, notes of withdrawn pages and the page for missing ones are for the network."""
    return page.template not in _APART and not page.url.startswith("handbook/")


def _lists(rows: Rows, pages: Iterable[str]) -> list[Rows]:
    urls = sorted(pages)
    named: list[list[str]] = [[] for _ in range(ceil(len(urls) / IN_A_LIST))]
    for url in urls:
        named[slot(url, len(named))].append(url)
    return [_with_what_comes(rows, one) for one in named]


def _pack(out: Path, page: Page, rows: Rows) -> dict[str, Any]:
    """A page with those it brings, as readers choose it."""
    brought = _with_what_comes(rows, [page.url, *page.brings])
    return {
        "title": page.title,
        "pages": sum(len(row) > 3 for row in brought.values()),
        **_weight([brought]),
        "lists": [_write(out, brought)],
    }


def _with_what_comes(rows: Rows, urls: Iterable[str]) -> Rows:
    """Pages, with the pictures and sheets they name."""
    found = {url: rows[url] for url in urls if url in rows}
    more = {name for row in found.values() for name in row[4:]}
    return found | {name: rows[name] for name in sorted(more)}


def _page_row(page: Page, pages: Container[str], written: Pages) -> Row:
    """A page with the pictures it shows, and the sheet for the team meeting it leads to."""
    made = written[page.url]
    sheet = [one for one in [page.url + BELOW] if one in pages]
    return [made.sha[:DIGITS], made.weight, made.size, page.title, *made.pictures, *sheet]


def _file_rows(out: Path, names: Iterable[str]) -> Rows:
    """Files as they were written, by their address."""
    return {name: _row((out / name).read_bytes()) for name in names if (out / name).is_file()}


def _row(data: bytes) -> Row:
    return [hashlib.sha256(data).hexdigest()[:DIGITS], weight(data), len(data)]


def _weight(lists: Iterable[Rows]) -> dict[str, int]:
    """Bytes over the wire, and on the device; what stands in several lists comes once."""
    rows = {name: row for one in lists for name, row in one.items()}.values()
    return {"load": sum(row[1] for row in rows), "room": sum(row[2] for row in rows)}


def _write(out: Path, rows: Rows) -> str:
    """Write a list; its name."""
    data = _json(rows)
    name = hashlib.sha256(data).hexdigest()[:DIGITS]
    put(out / FOLDER / f"{name}.json", data)
    return name


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
