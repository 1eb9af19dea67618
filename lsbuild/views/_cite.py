"""How to cite a page of the portal: in a sentence, as BibTeX and as RIS.

The sentence is set as APA sets it, with names as their owners write them; citeproc-py, which sets
the sources, would take longer for it than the rest of the page.
"""

from __future__ import annotations

import re

from lsbuild.library.library import AnyEntry
from lsbuild.views._desk import Desk
from lsbuild.views.page import Plain

# These carry a work of ours that others may want to cite.
KINDS = {"case-study", "learning-site", "comparison", "lesson", "role-guide", "page", "term"}
_SPECIAL = re.compile(r"[&%$#_{}\\~^]")
_NAMED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def cite_this(entry: AnyEntry, desk: Desk) -> Plain:
    """The three forms, or nothing for kinds that are not ours to cite."""
    settings = desk.portal.settings
    if entry.ref.kind not in KINDS or not settings.site_url:
        return {}
    authors = [one.name for one in entry.data.authors]
    day = entry.data.updated or entry.data.published
    row = _Row(
        title=entry.data.title,
        authors=authors or [f"Editors of {settings.site_name}"],
        year=str(day.year) if day else "",
        day=day.isoformat() if day else "",
        site=settings.site_name,
        url=f"{settings.site_url.rstrip('/')}/{entry.url}",
        key=re.sub(r"[^a-z0-9]+", "-", f"{entry.ref.kind}-{entry.ref.slug}"),
        language=entry.language,
    )
    return {"apa": row.apa(), "bibtex": row.bibtex(), "ris": row.ris()}


class _Row:
    def __init__(
        self,
        *,
        title: str,
        authors: list[str],
        year: str,
        day: str,
        site: str,
        url: str,
        key: str,
        language: str,
    ) -> None:
        self.title, self.authors, self.year, self.day = title, authors, year, day
        self.site, self.url, self.key, self.language = site, url, key, language

    def apa(self) -> str:
        *others, last = self.authors
        who = f"{', '.join(others)}, & {last}" if others else last
        return f"{who} ({self.year or 'n.d.'}). {self.title}. {self.site}. {self.url}"

    def bibtex(self) -> str:
        """One `@misc` entry; groups stand in a second pair of braces so that they stay whole."""

        def safe(text: str) -> str:
            return _SPECIAL.sub(lambda found: _NAMED.get(found[0], f"\\{found[0]}"), text)

        authors = " and ".join(f"{{{safe(one)}}}" for one in self.authors)
        rows = {
            "author": authors,
            "title": f"{{{safe(self.title)}}}",
            "year": self.year,
            "howpublished": safe(self.site),
            "url": self.url,
        }
        body = "".join(f"  {name} = {{{value}}},\n" for name, value in rows.items() if value)
        return f"@misc{{{self.key},\n{body}}}\n"

    def ris(self) -> str:
        """One record of type ELEC, as reference managers import it."""
        rows = [
            ("TY", "ELEC"),
            *(("AU", one) for one in self.authors),
            ("TI", self.title),
            ("PY", self.year),
            ("DA", self.day.replace("-", "/")),
            ("T2", self.site),
            ("UR", self.url),
            ("LA", self.language),
            ("ER", ""),
        ]
        return "".join(f"{tag}  - {value}\n" for tag, value in rows if value or tag == "ER")
