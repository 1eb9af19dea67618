"""Where a reader tells us of a mistake: an issue or a letter that is begun for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from lsbuild.settings import Settings
from lsbuild.text.messages import say
from lsbuild.text.words import shorten

_TOLD = {"who_says", "unit", "ours_in_part"}
"""Fields by which a claim, a figure or a definition is known."""


def report_address(
    settings: Settings, url: str, title: str, language: str = "en", claim: str = "", says: str = ""
) -> str:
    """The issue tracker's address if there is one, else a letter; empty where there is neither.

    It carries the address of the page and, for a claim, its id or, without one, its first words.
    """
    if settings.issues:
        return _issue(settings.issues, *_words(settings, url, title, language, claim, says))
    return letter_address(settings, url, title, language, claim, says)


def letter_address(
    settings: Settings, url: str, title: str, language: str = "en", claim: str = "", says: str = ""
) -> str:
    """A letter to the editors, for people without an account; empty without an address."""
    if not settings.contact:
        return ""
    subject, body = _words(settings, url, title, language, claim, says)
    words = urlencode(
        {"subject": subject, "body": body.replace("\n", "\r\n")}, quote_via=quote, safe="/:"
    )
    return f"mailto:{quote(settings.contact, safe='@+')}?{words}"


def _words(
    settings: Settings, url: str, title: str, language: str, claim: str, says: str
) -> tuple[str, str]:
    """The subject, and a body that only has to be filled in."""
    site = settings.site_url.rstrip("/")
    where = f"{site}/{url}" + (f"#{claim}" if claim else "")
    quoted = [f"> {shorten(says, 120)}", ""] if says and not claim else []
    # The same for all claims of a page: there are dozens of these, and only one id differs in each.
    subject = say("Mistake", language) + say(": ", language) + title
    asks = say("What is wrong, and where can we read it?", language)
    return subject, "\n".join([where, "", *quoted, asks, "", ""])


def _issue(tracker: str, title: str, body: str) -> str:
    """The tracker's address may have a query of its own, such as a form to use."""
    parts = urlsplit(tracker)
    words = urlencode({"title": title, "body": body}, quote_via=quote, safe="/:")
    query = f"{parts.query}&{words}" if parts.query else words
    return urlunsplit(parts._replace(query=query))


def with_reports(value: Any, address: Callable[[str, str], str]) -> None:  # noqa: ANN401
    """Give every claim, figure and definition the address where a mistake in it is told."""
    if isinstance(value, list):
        for one in value:
            with_reports(one, address)
    elif isinstance(value, dict):
        if "says" in value and value.keys() & _TOLD:
            value["report"] = address(value.get("id", ""), value["says"])
        for one in list(value.values()):
            with_reports(one, address)
