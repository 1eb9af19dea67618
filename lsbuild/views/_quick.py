"""The words the search box knows at once: few, and each only where a reader would use it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
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
# Thai, Lao, Burmese, Khmer, kana and Chinese characters: no space stands between words.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
_RUN = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_PAIR = re.compile(f"(?=([{_UNSPACED}]{{2}}))")


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
    known = set(words_in(f"{data.title} {data.summary}"))
    asked = (word for word in words_in(" ".join(_asked(entry))) if _tells(word))
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


def words_in(text: str) -> list[str]:
    """Words in small letters without accents and vowel signs, as `quick.js` tells them apart.

    Where no spaces stand between words, each pair of letters is one:

    >>> words_in("Réunions à 首都医院")
    ['reunions', 'a', '首都', '都医', '医院']
    """
    marked = unicodedata.normalize("NFD", text)
    bare = "".join(one for one in marked if not unicodedata.category(one).startswith("M"))
    runs = (run for word in _WORD.findall(bare.lower()) for run in _RUN.findall(word))
    return [word for run in runs for word in (_PAIR.findall(run) or [run])]


def _tells(word: str) -> bool:
    """Whether a word is long enough to say something; a pair of letters is, without spaces."""
    return len(word) > 2 or bool(_PAIR.match(word))
