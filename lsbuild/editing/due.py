"""`lsbuild due`: which pages someone wanted to look at again, and by which day."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urljoin

from icalendar import Calendar, Event

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.show._format import visible
from lsbuild.text.dates import today
from lsbuild.text.words import count


def due(portal: Portal, before: date) -> list[AnyEntry]:
    """Published entries whose day of review is before a day, the longest overdue first."""
    found = [
        entry
        for entry in portal.library
        if entry.data.status == "published"
        and entry.data.review_due is not None
        and entry.data.review_due < before
    ]
    return sorted(found, key=lambda one: (_day(one), str(one.source.path)))


def as_lines(entries: list[AnyEntry]) -> str:
    """One line each: the day, how late it is, the file, the title."""
    rows = [(f"{_day(one)}  {_late(_day(one)):<16}", one) for one in entries]
    return "".join(f"{head}  {one.source.path}  {visible(one.data.title)}\n" for head, one in rows)


def as_json(entries: list[AnyEntry]) -> str:
    """The same for other programs."""
    rows = [
        {
            "id": str(one.ref),
            "language": one.language,
            "path": str(one.source.path),
            "url": one.url,
            "title": one.data.title,
            "due": _day(one).isoformat(),
            "overdue": _day(one) < today(),
        }
        for one in entries
    ]
    return json.dumps({"version": 1, "due": rows}, ensure_ascii=False, indent=2) + "\n"


def as_ics(entries: list[AnyEntry], portal: Portal) -> bytes:
    """A calendar with a whole day for each; the same page keeps its entry when its day moves."""
    calendar = Calendar()
    calendar.add("prodid", "-//lsbuild//reviews//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{portal.settings.site_name}: reviews")
    for one in entries:
        event = Event()
        event.add("uid", f"{one.ref.kind}-{one.ref.slug}-{one.language}@review.lsbuild")
        event.add("dtstamp", datetime.combine(today(), time(), UTC))
        event.add("dtstart", _day(one))
        event.add("dtend", _day(one) + timedelta(days=1))
        event.add("summary", f"Review: {one.data.title}")
        event.add("description", f"Read it through, then set a later day. File: {one.source.path}")
        if portal.settings.site_url:
            event.add("url", urljoin(portal.settings.site_url.rstrip("/") + "/", one.url))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _day(entry: AnyEntry) -> date:
    return entry.data.review_due or date.max


def _late(day: date) -> str:
    days = (today() - day).days
    return f"{count(days, 'day')} late" if days > 0 else "today" if not days else ""
