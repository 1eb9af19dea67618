"""`lsbuild care`: what the keepers look at once a month, on one page of Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from lsbuild.editing import EditingError
from lsbuild.editing.due import due
from lsbuild.editing.sources import unused
from lsbuild.library.library import AnyEntry
from lsbuild.relations.claims import claims_of
from lsbuild.relations.portal import Portal
from lsbuild.show._escape import safe
from lsbuild.show._format import visible
from lsbuild.text.dates import today
from lsbuild.text.words import count, shorten

_LIMIT = 20 * 2**20
_MOST = 30
"""Lines of a section; who has mended these will not miss the others."""
# Answers by which a server says that it does not like programs, not that the page is gone.
_UNKNOWN = (401, 403, 405, 406, 429, 503, 999)
_SOON = timedelta(days=30)


def care(portal: Portal, links: Path | None = None, suggestions: Path | None = None) -> str:
    """The page; `links` is lychee's JSON, `suggestions` is what `gh issue list --json` prints."""
    sections = [
        _section("Pages to look at again", "", list(_due(portal))),
        _section("Links that led nowhere", _ABOUT_LINKS, list(_links(links)) if links else None),
        _section(
            "Suggestions that wait for an answer",
            "Answer within the month, even if only to say that it takes longer.",
            list(_suggestions(suggestions)) if suggestions else None,
        ),
        _section("Drafts", "Finish one, or delete it.", list(_drafts(portal))),
        _section(
            "Sources that nothing rests on",
            "Use them, or delete them.",
            [_entry(one) for one in unused(portal)],
        ),
        _section("Pages that rest on one source", _ABOUT_SINGLE, list(_single(portal))),
    ]
    head = f"# Care of {_plain(portal.settings.site_name)}, {today().isoformat()}\n\n"
    return head + "\n".join(sections)


_ABOUT_LINKS = (
    "Try each by hand. A page that has moved gets its new address; for one that is gone, say so "
    "in `url_withheld` of the source."
)
_ABOUT_SINGLE = "Look for a second account, best by people who were not involved."


def _section(title: str, about: str, rows: list[str] | None) -> str:
    if rows is None:
        return f"## {title}\n\nNot looked at this time.\n"
    if not rows:
        return f"## {title}\n\nNone.\n"
    shown = "\n".join(rows[:_MOST])
    more = f"\n- … and {len(rows) - _MOST:,} more" if len(rows) > _MOST else ""
    return (
        f"## {title} ({len(rows):,})\n\n" + (f"{about}\n\n" if about else "") + f"{shown}{more}\n"
    )


def _entry(entry: AnyEntry, more: str = "") -> str:
    words = f" ({more})" if more else ""
    return f"- {_plain(entry.data.title)} `content/{entry.source.path}`{words}"


def _plain(text: object) -> str:
    """Words of others, which can call nobody and become no link in an issue."""
    return safe(visible(shorten(str(text), 160)))


def _due(portal: Portal) -> Iterator[str]:
    for one in due(portal, today() + _SOON):
        day = one.data.review_due
        late = "overdue since" if day and day < today() else "due"
        yield _entry(one, f"{late} {day}")


def _drafts(portal: Portal) -> Iterator[str]:
    for one in portal.library:
        if one.data.status == "draft":
            yield _entry(one, f"{count(one.source.text.count('TODO'), 'place')} marked TODO")


def _single(portal: Portal) -> Iterator[str]:
    """Pages with claims of which all sourced ones name the same source, most claims first."""
    pages: dict[AnyEntry, list[tuple[str, ...]]] = {}
    for told in claims_of(portal.library):
        if told.sources:
            pages.setdefault(told.entry, []).append(told.sources)
    found = [
        (len(claims), entry, claims[0][0])
        for entry, claims in pages.items()
        if len({source for sources in claims for source in sources}) == 1
    ]
    for number, entry, source in sorted(found, key=lambda row: (-row[0], row[1].url)):
        yield _entry(entry, f"{count(number, 'claim')} from `{source}`")


def _links(path: Path) -> Iterator[str]:
    """Each address once, with the pages that lead to it."""
    report = _json(path, "the JSON of lychee: `lychee --format json --output FILE`")
    found: dict[str, tuple[str, list[str]]] = {}
    for kind in ("error_map", "fail_map", "timeout_map"):
        maps = report.get(kind) if isinstance(report, dict) else None
        for page, rows in maps.items() if isinstance(maps, dict) else ():
            for url, says in _failed(rows):
                found.setdefault(url, (says, []))[1].append(str(page))
    for url, (says, pages) in sorted(found.items()):
        where = ", ".join(sorted(set(pages))[:2]) + (" …" if len(set(pages)) > 2 else "")
        yield f"- {_plain(url)}: {_plain(says)} (in {_plain(where)})"


def _failed(rows: object) -> Iterator[tuple[str, str]]:
    for row in rows if isinstance(rows, list) else ():
        status = row.get("status") if isinstance(row, dict) else None
        if isinstance(status, dict) and status.get("code") not in _UNKNOWN:
            says = str(status.get("code") or status.get("details") or status.get("text") or "?")
            yield str(row.get("url")), says


def _suggestions(path: Path) -> Iterator[str]:
    form = "gh issue list --json number,title,createdAt"
    rows = _json(path, f"what `{form}` prints")
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict) and isinstance(row.get("number"), int):
            since = _plain(str(row.get("createdAt", ""))[:10])
            yield f"- #{row['number']} {_plain(row.get('title', ''))} (since {since})"


def _json(path: Path, wanted: str) -> Any:  # noqa: ANN401 - any JSON value
    try:
        with path.open("rb") as file:
            raw = file.read(_LIMIT + 1)
        if len(raw) > _LIMIT:
            raise EditingError(f"{path}: more than 20 MiB are not {wanted}")
        return json.loads(raw)
    except OSError as error:
        raise EditingError(f"{path}: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise EditingError(f"{path}: this is not {wanted}") from error
