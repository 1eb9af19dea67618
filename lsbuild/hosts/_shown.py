"""A page of the Plan as templates see it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from lsbuild.settings import Settings
from lsbuild.text.messages import direction, say
from lsbuild.views._desk import href
from lsbuild.views._report import letter_address, report_address
from lsbuild.views.page import Page, Plan


@dataclass(frozen=True)
class Shown:
    """One page, with the addresses that depend on where the site lives."""

    page: Page
    settings: Settings
    plan: Plan

    @cached_property
    def base(self) -> str:
        """The way to the site's root; 404 is served anywhere, so it needs the whole path."""
        if self.page.url == "404.html":
            return self.settings.base_path.rstrip("/")
        return href(self.page.url, "").rstrip("/")

    @property
    def canonical(self) -> str:
        if not self.settings.site_url:
            return ""
        return f"{self.settings.site_url.rstrip('/')}/{self.page.url}"

    @property
    def edit(self) -> str:
        if self.page.source is None or not self.settings.edit_uri:
            return ""
        return f"{self.settings.edit_uri.rstrip('/')}/{self.page.source}"

    def nav(self) -> list[dict[str, Any]]:
        """The main navigation, as it stands on this page."""
        language = self.page.language
        return [
            {
                "title": item.title,
                "href": f"{self.base}/{item.url}",
                "active": bool(item.url) and self.page.section == item.url,
                "lang": item.language if item.language != language else "",
            }
            for item in self.plan.nav_in(language)
        ]

    def context(self) -> dict[str, Any]:
        """Everything a template may use, besides filters: data, with nothing that can act."""
        language = self.page.language
        return {
            "page": {"url": self.page.url},
            "title": self.page.title,
            "data": self.page.data,
            "body": Markup(self.page.body),  # noqa: S704 - sanitized in views._body
            "toc": [row._asdict() for row in self.page.toc],
            "base_url": self.base,
            "lang": language,
            "dir": direction(language),
            "description": self.page.description,
            "canonical": self.canonical,
            "edit": self.edit,
            "source": str(self.page.source or ""),
            "noindex": self.page.words is None and self.page.template in _HIDDEN,
            "site": {
                "name": self.settings.site_name,
                "description": self.settings.site_description,
                "issues": self.settings.issues,
                "contact": self.settings.contact,
                "footer": self.settings.footer,
                "licence": self.settings.licence,
            },
            "report": report_address(self.settings, self.page.url, self.page.title, language),
            "letter": letter_address(self.settings, self.page.url, self.page.title, language),
            "nav": self.nav(),
            "home": self.plan.there("", language),
            "lists": {
                url: f"{self.base}/{self.plan.there(url, language)}" for url in self.plan.lists
            },
            "_": lambda text: say(text, language),
        }


_HIDDEN = {"404.html", "withdrawn.html"}
