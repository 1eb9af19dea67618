"""The golden site with hostile words in every text, as no check would ever let it through.

So rendering is proven alone: what reaches it may be anything.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from textwrap import indent
from typing import Any

from jinja2 import Environment
from mkdocs.config import load_config
from pydantic import BaseModel

from lsbuild.hosts._render import PageCache, render_all
from lsbuild.kinds._fields import Outside
from lsbuild.library.library import AnyEntry, Library
from lsbuild.library.vocabularies import Vocabularies
from lsbuild.output.search import begin
from lsbuild.pipeline import Prepared
from lsbuild.relations.graph import relate
from lsbuild.relations.portal import Portal
from lsbuild.text.source import Source
from lsbuild.views.page import Plan
from lsbuild.views.plan import make_plan
from tests import portals


class Hostile:
    """Where hostile words come from: one after the other, and again from the first."""

    def __init__(self, fields: Sequence[str], bodies: Sequence[str]) -> None:
        self.words = cycle(fields)
        self.addresses = cycle(one for one in fields if ":" in one)
        self.bodies, self.at = bodies, 0

    def body(self, share: int) -> str:
        """Some payloads, each in an item of a list so that none can swallow the next."""
        taken = [self.bodies[(self.at + n) % len(self.bodies)] for n in range(share)]
        self.at += share
        items = "\n\n".join(f"- {indent(one, '  ').lstrip(' ')}" for one in taken)
        return f"\n## Heading {next(self.words)}\n\n{items}\n"


def unchecked(prepared: Prepared, hostile: Hostile) -> Plan:
    """The Plan of a portal all of whose texts are hostile."""
    settings = prepared.portal.settings
    name = f"Portal {next(hostile.words)}"
    settings = settings.model_copy(update={"site_name": name, "site_description": name})
    library = prepared.portal.library
    share = -(-len(hostile.bodies) // max(1, sum(bool(one.source.body.strip()) for one in library)))
    entries = tuple(_entry(one, hostile, share) for one in library)
    library = replace(library, entries=entries, vocabularies=_lists(library, hostile))
    return make_plan(Portal(settings, library, relate(library)))


def render(plan: Plan, prepared: Prepared, site: Path, folder: Path) -> Path:
    """Render a Plan over a copy of a built site, with its data and its search."""
    guarded = folder / "guarded"
    shutil.copytree(site, guarded)
    shutil.rmtree(guarded / "pagefind")
    nothing = PageCache.load(folder / "work", folder / "none")
    for page in guarded.rglob("index.html"):
        page.unlink()
    render_all(
        plan, prepared.portal.settings, _environment(), guarded, nothing, _quiet, _names(guarded)
    )
    for url, data in plan.data.items():
        (guarded / url).parent.mkdir(parents=True, exist_ok=True)
        (guarded / url).write_bytes(data)
    begin(plan, folder / "search").wait(guarded / "pagefind")
    return guarded


def _quiet(number: int) -> None:
    """Nobody watches."""


def _entry(entry: AnyEntry, hostile: Hostile, share: int) -> AnyEntry:
    source = entry.source
    if source.body.strip():
        source = _with_body(source, hostile.body(share))
    return replace(entry, data=_spoilt(entry.data, hostile), source=source)


def _with_body(source: Source, body: str) -> Source:
    return replace(source, text=source.text[: source.body_at] + body)


def _lists(library: Library, hostile: Hostile) -> Vocabularies:
    """The same terms under the same ids, with other labels."""
    return Vocabularies(
        {
            one.name: replace(one, data=_spoilt(one.data, hostile, ids=True))
            for one in library.vocabularies
        }
    )


def _spoilt(model: Any, hostile: Hostile, ids: bool = False) -> Any:
    """A copy with hostile words in every text; `ids` are what other files point to."""
    return model.model_copy(
        update={
            name: _value(getattr(model, name), field.metadata, hostile, ids)
            for name, field in type(model).model_fields.items()
            if not (ids and name in ("id", "broader"))
        }
    )


def _value(value: Any, metadata: Sequence[Any], hostile: Hostile, always: bool) -> Any:
    if isinstance(value, BaseModel):
        return _spoilt(value, hostile, always)
    if isinstance(value, tuple):
        return tuple(_value(one, (), hostile, always) for one in value)
    if any(isinstance(mark, Outside) for mark in metadata):
        return next(hostile.addresses)
    if type(value) is str and value and (always or " " in value):
        return f"{value} {next(hostile.words)}"
    return value


def _environment() -> Environment:
    config = load_config(str(portals.GOLDEN / "mkdocs.yml"))
    env: Environment = config.theme.get_env()
    env.autoescape = True
    return env


def _names(site: Path) -> dict[str, object]:
    """Material's own files, as the plugin hands them to templates."""
    found = {"main_css": "main.*.css", "palette_css": "palette.*.css", "bundle_js": "bundle.*.js"}
    rows: dict[str, object] = {
        key: next(site.rglob(pattern)).relative_to(site).as_posix()
        for key, pattern in found.items()
    }
    return {**rows, "serving": False, "live": False}


def both(fields: Sequence[str], bodies: Sequence[str]) -> Iterator[str]:
    """All words, each with a number of its own to say."""
    for number, words in enumerate([*fields, *bodies], start=1):
        yield words.replace("HIT", f"window.hit={number}")
