"""All views together: the Plan. Two pages at one address is an error of ours or of a name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from lsbuild.kinds._keeping import Media
from lsbuild.kinds._marks import parts
from lsbuild.relations.portal import Portal
from lsbuild.text.outline import LinkType
from lsbuild.views import all_views
from lsbuild.views._body import beside
from lsbuild.views._catalog import catalog, catalog_schema
from lsbuild.views._desk import Desk
from lsbuild.views._lists import list_files
from lsbuild.views._view import View
from lsbuild.views.page import Later, NavItem, Page, Pages, Plan


class TwoPagesOneAddress(Exception):
    """Two views, a view and a file, or a view and a former address want the same address."""


def make_plan(portal: Portal) -> Plan:
    """Every page readers will get, as plain data."""
    views = [
        view(portal, Desk(portal, language))
        for language in portal.library.languages
        for view in all_views()
    ]
    pages = Pages([planned for view in views for planned in view.planned()])
    _check(pages.outlines)
    return Plan(
        pages=pages,
        nav=_nav(views, portal.library.languages),
        assets=Later(partial(assets_in_use, portal)),
        data=Later(partial(_data, portal, views)),
        redirects=_redirects(portal, pages.outlines),
    )


def _data(portal: Portal, views: Iterable[View]) -> dict[str, bytes]:
    return {
        "data/catalog.json": catalog(portal),
        "data/catalog.schema.json": catalog_schema(),
        **list_files(portal),
        **dict(file for view in views for file in view.files()),
    }


def _check(pages: Iterable[Page]) -> None:
    seen: dict[str, Page] = {}
    for page in pages:
        other = seen.setdefault(page.url, page)
        if other is not page:
            raise TwoPagesOneAddress(
                f"two pages want the address `/{page.url}`\n\n"
                f"  {other.source or other.template}\n  {page.source or page.template}\n\n"
                "One address can show one page. Rename one of the files or terms."
            )


def _nav(views: Iterable[View], languages: Iterable[str]) -> dict[str, tuple[NavItem, ...]]:
    """What a language does not have leads to the portal's own, in the same place."""
    own, *others = languages
    ranked = [pair for view in views for pair in view.nav()]
    found = {one: [pair for pair in ranked if pair[1].language == one] for one in (own, *others)}
    for language in others:
        here = {item.url.removeprefix(f"{language}/") for _, item in found[language]}
        found[language] += [pair for pair in found[own] if pair[1].url not in here]
    return {
        language: tuple(item for _, item in sorted(rows, key=lambda pair: pair[0]))
        for language, rows in found.items()
    }


def assets_in_use(portal: Portal) -> dict[str, Path]:
    """Only assets that a published entry uses are copied."""
    assets = portal.library.assets
    found: dict[str, Path] = {}
    for entry in portal.library.public():
        targets = [row.target for row in entry.outline.images]
        links = entry.outline.links
        targets += [row.target for row in links if row.type is LinkType.FILE]
        for _, media in parts(entry.data, Media):
            targets += [name for name in (media.transcript, media.captions) if name]
        paths = (beside(entry, target) for target in targets)
        found |= {f"media/{path}": assets[path] for path in paths if path in assets}
    return found


def _redirects(portal: Portal, pages: Iterable[Page]) -> dict[str, str]:
    """Former addresses, and where they lead now."""
    # At the address of an entry they are a finding, and a preview shows the entry.
    ours = {page.url for page in pages} - {entry.url for entry in portal.library}
    found: dict[str, str] = {}
    for entry in portal.library.public():
        for alias in entry.data.aliases:
            url = _address(alias)
            if url in ours:
                raise TwoPagesOneAddress(
                    f"the portal has a page of its own at `/{url}`, "
                    f"a former address of `{entry.source.path}`\n\n"
                    "One address can show one page. Delete it from `aliases` there."
                )
            found[url] = entry.url
    return found


def _address(alias: str) -> str:
    return alias.strip("/") + "/"
