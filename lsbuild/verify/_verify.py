"""The whole look at a built folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from xml.etree.ElementTree import ParseError

from lsbuild.library.library import AnyEntry
from lsbuild.settings import Settings
from lsbuild.text.hands import share
from lsbuild.verify._data import in_data
from lsbuild.verify._editor import CONFIG, in_config
from lsbuild.verify._html import in_page
from lsbuild.verify._links import Leads, broken, leads
from lsbuild.verify._page import PageText
from lsbuild.verify._problem import Problem
from lsbuild.verify._tree import in_tree, listed
from lsbuild.verify._trusted import known_files
from lsbuild.verify._whole import in_place, not_whole
from lsbuild.verify._words import in_signs, in_words, text_of, unpublished
from lsbuild.verify._xml import in_xml

_PARSED = (".html", ".svg")
_NOT_AS_MEANT = (AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError)
_READ = (*_PARSED, ".json", ".xml", ".txt", ".csv", ".js", ".vtt")


@dataclass(frozen=True)
class Verified:
    """What was looked at, and what is wrong."""

    pages: int
    files: int
    problems: tuple[Problem, ...]


@dataclass
class _Seen:
    pages: dict[str, Leads] = field(default_factory=dict)
    data: dict[str, Leads] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def verify(site: Path, settings: Settings, entries: Sequence[AnyEntry] = ()) -> Verified:
    """Look at every file of a folder that would be published.

    `entries` are those of the collection, whose unpublished words are looked for.
    """
    files = [path for path, known in listed(site) if (site / path).is_file()]
    hidden = unpublished(entries)
    work = partial(_look, site, settings, hidden)
    seen = list(share(work, sorted(files, key=_from_the_end), settings.hands))
    data = {path: one for part in seen for path, one in part.data.items()}
    pages = {path: one for part in seen for path, one in part.pages.items()}
    problems = [
        *chain.from_iterable(part.problems for part in seen),
        *in_tree(site, known_files(settings.theme)),
        *not_whole(site, frozenset(files), settings, entries),
        *broken(pages, data, frozenset(files), settings.base_path),
    ]
    return Verified(len(pages), len(files), tuple(sorted(set(problems))))


def _from_the_end(path: str) -> str:
    """Pages of one sort lie together, and each hand gets as many of them."""
    return path[::-1]


def _look(site: Path, settings: Settings, hidden: dict[str, str], files: Sequence[str]) -> _Seen:
    seen = _Seen()
    for name in files:
        path = site / name
        if path.suffix not in _READ and not path.suffix.startswith(".pf_"):
            continue
        try:
            page = PageText(path.read_text("utf-8")) if path.suffix in _PARSED else None
            text = text_of(path, page)
            if path.suffix == ".xml":
                seen.problems += in_xml(name, path.read_text("utf-8"))
        except (OSError, ValueError, ParseError, RecursionError) as error:
            seen.problems.append(Problem(name, 0, "unreadable", str(error)))
            continue
        if page is not None and path.suffix == ".html":
            seen.pages[name] = leads(page)
            seen.problems += in_page(name, page)
            seen.problems += in_place(name, page, settings.site_url)
        elif page is not None:
            seen.problems += _in_picture(name, page)
        seen.problems += (Problem(name, 0, "control", says) for says in in_signs(path, text))
        seen.problems += in_words(name, text, hidden)
        try:
            problems, inside = in_data(name, path, settings)
            seen.problems += problems
            if inside.targets:
                seen.data[name] = inside
            if name == CONFIG:
                seen.problems += in_config(path.read_text("utf-8"), settings)
        except _NOT_AS_MEANT as error:
            seen.problems.append(Problem(name, 0, "unreadable", str(error)))
    return seen


def _in_picture(name: str, page: PageText) -> list[Problem]:
    """A picture opened by itself is a page of ours, without a policy: so nothing may run in it."""
    live = [Problem(name, one.line, "inline-script", "in a picture") for one in page.inline]
    for one in page.elements:
        if one.name in ("script", "foreignobject", "iframe") or any(
            key.startswith("on") for key in one.attributes
        ):
            live.append(Problem(name, one.line, "element", f"<{one.name}> in a picture"))
    outside = [one for one in page.pointers if one.scheme or one.host]
    return live + [
        Problem(name, one.element.line, "address", f"asked of another site: `{one.target[:80]}`")
        for one in outside
    ]
