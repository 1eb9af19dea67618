"""The words the search box knows at once: few, and each only where a reader would use it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from lsbuild.kinds.case_study import CaseStudy
from lsbuild.kinds.comparison import Comparison
from lsbuild.kinds.learning_site import LearningSite
from lsbuild.kinds.lesson import Lesson
from lsbuild.kinds.role_guide import RoleGuide
from lsbuild.kinds.source import SourceText
from lsbuild.kinds.term import GlossaryTerm
from lsbuild.library.entry import Ref
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.text.messages import country_name
from lsbuild.text.words import shorten
from lsbuild.views._desk import Desk
from lsbuild.views._find import MOST, found_entries, once_each
from lsbuild.views.page import Plain

_LEARNERS = ("fr", "es", "pt")
_WORD = re.compile(r"[^\W_]+")


def quick_rows(portal: Portal) -> list[Any]:
    """Words for each entry of `data/find.json`, in its order, and after them the other entries.

    Titles, summaries and places of those entries are in the other files. The others are what the
    page does not list: words, sources, text pages.
    """
    desk = Desk(portal, portal.library.language)
    versions: dict[Ref, list[AnyEntry]] = {}
    for entry in portal.library.public():
        versions.setdefault(entry.ref, []).append(entry)
    found = found_entries(portal)
    known = {*found}
    return [
        *(_words_of(entry, versions[entry.ref], desk) for entry in found),
        *(
            {**_other(entry), "words": _words_of(entry, versions[entry.ref], desk)}
            for entry in once_each(portal)
            if entry not in known
        ),
    ]


def _other(entry: AnyEntry) -> Plain:
    return {
        "kind": entry.ref.kind,
        "url": entry.url,
        "title": entry.data.title,
        "summary": shorten(entry.data.summary, MOST),
    }


def _words_of(entry: AnyEntry, versions: list[AnyEntry], desk: Desk) -> list[str]:
    """Other names in any language, the reader's question, and what else the page speaks of."""
    data = entry.data
    names = [one.name for version in versions for one in getattr(version.data, "names", ())]
    names += [word for version in versions for word in version.data.keywords]
    names += [version.data.title for version in versions if version is not entry]
    names += list(_countries(versions, desk))
    if isinstance(data, SourceText):
        names.append(desk.references.label(entry))  # type: ignore[arg-type]
    known = set(_words([data.title, data.summary]))
    asked = _words(_asked(entry))
    return [
        " | ".join(dict.fromkeys(names)),
        getattr(data, "question", ""),
        " ".join(dict.fromkeys(word for word in asked if word not in known)),
    ]


def _countries(versions: list[AnyEntry], desk: Desk) -> Iterator[str]:
    """Countries by their names, here and in the languages in which learners ask."""
    languages = dict.fromkeys([desk.language, *(one.language for one in versions), *_LEARNERS])
    for area in getattr(versions[0].data, "areas", ()):
        yield from (country_name(area.country, language) for language in languages)


def _asked(entry: AnyEntry) -> Iterator[str]:
    """What a page is about beyond its summary: the problem, the actions, the question."""
    data = entry.data
    if isinstance(data, CaseStudy):
        yield data.problem
    elif isinstance(data, Lesson):
        yield from (one.says for one in data.objectives)
        if data.decision:
            yield data.decision.ask
    elif isinstance(data, RoleGuide):
        yield from (one.title for one in data.actions)
    elif isinstance(data, LearningSite):
        yield data.aim
        yield from (one.title for one in data.layers)
    elif isinstance(data, Comparison):
        yield from (row.title for row in data.rows)
    elif isinstance(data, GlossaryTerm):
        yield from (one.says for one in data.definitions)


def _words(texts: Iterable[str]) -> list[str]:
    """Words in small letters without accents, as the search box folds them."""
    plain = unicodedata.normalize("NFD", " ".join(texts).casefold())
    bare = "".join(one for one in plain if not unicodedata.combining(one))
    return [word for word in _WORD.findall(bare) if len(word) > 2]
