"""Where to go on: hand-picked pages first, then those that share something, each with why."""

from __future__ import annotations

from lsbuild.kinds.lesson import Lesson
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.relations.related import Feature
from lsbuild.views._desk import Desk
from lsbuild.views.page import Plain

MOST = 4


def next_steps(entry: AnyEntry, desk: Desk) -> list[Plain]:
    """Two to four cards, none twice. The reason stands for the summary: one is enough to choose."""
    if entry.ref.kind in ("source", "term"):
        return []
    picked: dict[Ref, str] = {}
    lesson = _next_lesson(entry, desk)
    if lesson is not None:
        picked[lesson.ref] = desk.say("The next lesson")
    for one in entry.data.related:
        picked.setdefault(Ref.parse(one.entry), one.why)
    for ref, feature, _ in desk.portal.neighbours.of(entry, MOST + len(picked)):
        if len(picked) >= MOST:
            break
        if desk.hidden and desk.hidden.tied(entry.ref, ref):
            continue
        picked.setdefault(ref, _reason(feature, desk))
    found = [(desk.find(ref), why) for ref, why in picked.items()]
    cards = [desk.card(entry.url, other, why) for other, why in found if other is not None]
    return [{**card, "summary": ""} for card in cards[:MOST]]


def _next_lesson(entry: AnyEntry, desk: Desk) -> AnyEntry | None:
    if not isinstance(entry.data, Lesson):
        return None
    after = desk.portal.lesson_after.get(entry.ref)
    return desk.find(after) if after else None


def _reason(feature: Feature, desk: Desk) -> str:
    """Why two pages belong together, in words."""
    (kind, value), colon = feature, desk.say(": ")
    if kind == "themes":
        return f"{desk.say('Also about')}{colon}{desk.term('themes', value)['label']}"
    if kind == "constraints":
        return f"{desk.say('The same difficulty')}{colon}{desk.term('constraints', value)['label']}"
    if kind == "loops":
        return (
            f"{desk.say('The same depth of learning')}{colon}"
            f"{desk.term('learning-loops', value)['label']}"
        )
    if kind == "groups":
        return f"{desk.say('For the same people')}{colon}{desk.term('groups', value)['label']}"
    slug, _, part = value.partition("#")
    guide = desk.find(Ref("role-guide", slug))
    rows = getattr(guide.data, "actions", ()) if guide else ()
    title = next((row.title for row in rows if row.id == part), part)
    return f"{desk.say('Shows the same action')}{colon}{title}"
