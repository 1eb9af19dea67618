"""Addresses that lead to pages of the portal itself, however they were copied."""

from __future__ import annotations

import posixpath
import re
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from lsbuild.kinds import all_kinds
from lsbuild.library.entry import Ref
from lsbuild.relations.portal import Portal
from lsbuild.rules._links import ref_of
from lsbuild.text.words import nearest

_LOCAL = re.compile(r"localhost|.*\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|::1")
_SLASHES = re.compile(r"(https?:)[/\\]*", re.IGNORECASE)
_ON_GITHUB = re.compile(
    r"github\.com/([^/]+/[^/]+)/(?:blob|blame|edit|raw|tree)/(.+)"
    r"|raw\.githubusercontent\.com/([^/]+/[^/]+)/(.+)"
)


class Own(NamedTuple):
    """What an address of the portal names."""

    ref: Ref
    anchor: str
    known: bool
    """Whether there is such an entry; else `ref` is the nearest one, if its slug is not empty."""


def is_local(address: str) -> bool:
    """Whether an address leads to the computer of whoever opens it."""
    return bool(_LOCAL.fullmatch(_parts(address)[0]))


def own(address: str, portal: Portal) -> Own | None:
    """The entry behind an address: of the site, of a preview, of its file on GitHub, or a path.

    Nothing for other pages, the portal's own lists and data among them: no name leads to these.
    """
    host, path, anchor = _parts(address)
    ours = _parts(portal.settings.site_url)[0]
    if host in ("", ours) or _LOCAL.fullmatch(host):
        base = portal.settings.base_path.casefold()
        if path.casefold().startswith(base):
            path = path[len(base) :]
        elif host == ours:
            return None
        ref = _at(path.strip("/").removesuffix("index.html").strip("/"), portal)
    else:
        ref = _on_github(f"{host}{path}", portal)
    return _known(ref, anchor, portal) if ref and ref.slug else None


def _parts(address: str) -> tuple[str, str, str]:
    """Host, path and anchor, as browsers read them."""
    try:
        parts = urlsplit(_SLASHES.sub(r"\1//", address).replace("\\", "/"))
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return "-", "", ""
    path = posixpath.normpath(f"/{unquote(parts.path).lstrip('/')}")
    # Words that a browser was told to mark are no part of the page.
    return host, path, parts.fragment.partition(":~:")[0]


def _at(path: str, portal: Portal) -> Ref | None:
    """The entry at a path below the site, or what it would be called."""
    url = f"{path.casefold()}/"
    if entry := portal.library.by_address.get(url):
        return entry.ref
    first, _, rest = url.partition("/")
    if first in portal.library.languages:
        first, _, rest = rest.partition("/")
    kind = next((one for one in all_kinds() if one.kind != "page" and one.base() == first), None)
    return Ref(kind.kind, rest.strip("/")) if kind else None


def _on_github(address: str, portal: Portal) -> Ref | None:
    repository = portal.settings.repository
    found = _ON_GITHUB.fullmatch(address)
    if repository is None or found is None:
        return None
    name, way = found[1] or found[3], found[2] or found[4]
    if name.casefold() != repository.name.casefold():
        return None
    # A branch may have slashes in its name.
    inside = way.partition(f"/{repository.folder}/")[2]
    return ref_of(PurePosixPath(inside))


def _known(ref: Ref, anchor: str, portal: Portal) -> Own:
    library = portal.library
    if ref in library or ref in library.unread:
        return Own(ref, anchor, known=True)
    near = nearest(ref.slug, (other.ref.slug for other in library.of(ref.kind)))
    return Own(Ref(ref.kind, near), anchor, known=False)
