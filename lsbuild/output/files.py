"""The files beside the pages: data, sitemap, redirects, the manifest."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterator
from html import escape
from pathlib import Path
from xml.etree import ElementTree

from lsbuild.output.publish import MANIFEST, MARK
from lsbuild.output.written import Pages, target_of
from lsbuild.relations.portal import Portal
from lsbuild.rules._bare import NotBared, bare
from lsbuild.text.messages import say
from lsbuild.views._desk import href
from lsbuild.views.page import Plan

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def write_files(portal: Portal, plan: Plan, out: Path) -> None:
    """Write everything of ours that is not a page."""
    for url, data in plan.data.items():
        put(out / url, data)
    for url, path in plan.assets.items():
        put(out / url, asset(path))
    put(out / ".nojekyll", b"")
    if portal.settings.site_url:
        put(out / "sitemap.xml", sitemap(plan, portal.settings.site_url))
    for old, new in plan.redirects.items():
        put(out / old / "index.html", redirect(old, new, portal).encode())


def put(path: Path, data: bytes) -> None:
    """Write one file, with the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def sitemap(plan: Plan, site_url: str) -> bytes:
    """Every page readers should find, with the day of its last change."""
    ElementTree.register_namespace("", _SITEMAP)
    ElementTree.register_namespace("xhtml", _XHTML)
    root = ElementTree.Element(f"{{{_SITEMAP}}}urlset")
    for page in plan.outlines:
        if page.url == "404.html" or page.template == "withdrawn.html":
            continue
        row = ElementTree.SubElement(root, f"{{{_SITEMAP}}}url")
        address = f"{site_url.rstrip('/')}/{page.url}"
        ElementTree.SubElement(row, f"{{{_SITEMAP}}}loc").text = address
        if page.changed:
            ElementTree.SubElement(row, f"{{{_SITEMAP}}}lastmod").text = page.changed
        # Here and not in the page: a head that names them makes Material's bundle ask for a
        # sitemap at each visit.
        for language, url in page.versions:
            there = f"{site_url.rstrip('/')}/{url}"
            more = {"rel": "alternate", "hreflang": language, "href": there}
            ElementTree.SubElement(row, f"{{{_XHTML}}}link", more)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def redirect(old: str, new: str, portal: Portal) -> str:
    """A page at a former address, with a visible link; it needs no script."""
    way = escape(href(old, new))
    words = escape(say("This page has moved", portal.library.language))
    policy = "default-src 'none'; base-uri 'none'; form-action 'none'"
    return (
        f'<!doctype html>\n<html lang="{portal.library.language}">\n<head>'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<meta charset="utf-8"><title>{words}</title><meta name="robots" content="noindex">'
        f'<meta http-equiv="refresh" content="0; url={way}"><link rel="canonical" href="{way}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'</head>\n<body><p>{words}: <a href="{way}">{escape(new)}</a></p></body>\n</html>\n'
    )


def asset(path: Path) -> bytes:
    """A picture or file as readers get it: without what a camera or a program wrote into it."""
    try:
        return bare(path.read_bytes())
    except NotBared:
        # A rule names it, and only a preview comes this far.
        return b""


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def is_plain(path: Path) -> bool:
    """Whether there is a file, and no link to one."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def walk(out: Path) -> Iterator[str]:
    """Every file of a folder, as a path with `/`, in a fixed order."""
    found = []
    for folder, _, names in os.walk(out):
        inside = Path(folder).relative_to(out).as_posix()
        found += names if inside == "." else [f"{inside}/{name}" for name in names]
    yield from sorted(found)


def settle(out: Path) -> None:
    """Readable by everyone and writable by its owner, whatever the builder's umask."""
    for folder, _, names in os.walk(out):
        for path, mode in [(Path(folder), 0o755), *((Path(folder, one), 0o644) for one in names)]:
            if path.stat().st_mode & 0o777 != mode:
                path.chmod(mode)


def write_manifest(out: Path, pages: Pages) -> None:
    """The hash of every file, so that anyone can see whether the portal is whole.

    It also says whose the folder is, so what said that until now goes.
    """
    known = {target_of(url): page.sha for url, page in pages.items()}
    names = (name for name in walk(out) if name not in (MANIFEST, MARK))
    files = {name: known.get(name) or digest(out / name) for name in names}
    put(out / MANIFEST, json.dumps({"by": "lsbuild", "files": files}, indent=0).encode())
    (out / MARK).unlink(missing_ok=True)
