"""What our scripts and search engines read: each address in it must lead to something of ours."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from lsbuild.settings import Settings
from lsbuild.verify._links import Leads
from lsbuild.verify._page import Element, Pointer
from lsbuild.verify._problem import Problem

_OFFLINE = "data/offline/index.json"
_FRAGMENT = ".pf_fragment"
_MARK = "pagefind_dcd"


def in_data(name: str, path: Path, settings: Settings) -> tuple[list[Problem], Leads]:
    """What is wrong with the addresses of a file, and which of them lead into the site."""
    found: list[Problem] = []
    inside = []
    if name == _OFFLINE and settings.offline and json.loads(path.read_text("utf-8")).get("off"):
        says = "it makes devices forget what readers kept, and the settings do not say so"
        found.append(Problem(name, 0, "offline", says))
    for url in _addresses(name, path, settings):
        pointer = Pointer(Element("a", {}, 0), "url", url)
        if pointer.scheme or pointer.host or url.startswith(("/", "\\")):
            found.append(Problem(name, 0, "address", f"no way into the site: `{url[:80]}`"))
        else:
            inside.append((0, settings.base_path + url))
    return found, Leads(tuple(sorted(set(inside))), frozenset())


def _addresses(name: str, path: Path, settings: Settings) -> Iterator[str]:
    if name == "sitemap.xml":
        root = settings.site_url.rstrip("/") + "/"
        # Nothing is declared in it: that was looked at before.
        for one in ElementTree.fromstring(path.read_text("utf-8")).iter():  # noqa: S314
            address = one.get("href") or (one.text if one.tag.endswith("}loc") else None)
            if address is not None:
                yield address.removeprefix(root)
    elif path.suffix == _FRAGMENT:
        said = gzip.decompress(path.read_bytes()).decode("utf-8").removeprefix(_MARK)
        # Pagefind counts from the root of the site.
        yield from (url.removeprefix("/") for url in _named(json.loads(said)))
    elif name.startswith("data/") and path.suffix == ".json":
        yield from _named(json.loads(path.read_text("utf-8")))


def _named(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever stands in the file
    """Each `url`, however deep, and the last of what `data/compare/index.json` has in rows."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "url" and not isinstance(inner, dict | list):
                yield str(inner)
            elif key == "ours" and isinstance(inner, list):
                yield from (str(row[-1]) for row in inner)
            else:
                yield from _named(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _named(inner)
