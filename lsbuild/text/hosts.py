"""Addresses that show another host than the one they lead to."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import name, normalize
from urllib.parse import unquote, urlsplit

import pycountry

# Browsers take a backslash for a slash.
_AUTHORITY = re.compile(r"https?:[/\\]*([^/\\?#]*)", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:(?<=//)|(?<![\w./-]))((?:[\w-]+\.)+([a-z]{2,20}))(?![\w-]|\.\w|['’]s)",
    re.IGNORECASE,
)
_GENERAL = {
    "com", "org", "net", "int", "edu", "gov", "mil", "info", "biz", "name", "eu", "uk", "ac", "app",
    "dev", "health", "hospital", "care", "ngo", "ong", "foundation", "charity", "africa", "asia",
    "global", "world", "news", "blog", "online", "site", "website", "cloud", "tech", "science",
    "academy", "university", "institute", "page", "link", "live", "shop", "store", "top", "xyz",
    "click",
}  # fmt: skip
# Countries whose letters more often end the name of a file.
_FILES = {"md", "ps", "py", "rs", "sh", "so"}
_ARCHIVE = "web.archive.org"
# Scripts with letters that nobody can tell from Latin ones.
_ALIKE = ("ARMENIAN", "CHEROKEE", "COPTIC", "CYRILLIC", "GREEK", "LISU")


def disguise(address: str) -> str:
    """What hides the host of an address from whoever reads it; empty where nothing does.

    >>> disguise("https://who.int@example.org/"), disguise("https://who.int/@team")
    ('what stands before `@` is not the host', '')
    """
    found = _AUTHORITY.match(address)
    if found is None:
        return ""
    host = unquote(found[1])
    if "@" in host:
        return "what stands before `@` is not the host"
    if host.isascii():
        return ""
    host = normalize("NFC", host)
    if normalize("NFKC", host) != host:
        return "the host holds letters that stand for others, such as `ｗ` for `w`"
    alike = next((one for one in host if name(one, "").startswith(_ALIKE)), "")
    if alike and re.search("[a-z]", host, re.IGNORECASE):
        script = name(alike).split()[0].capitalize()
        return f"the host mixes Latin letters with `{alike}`, which is {script}"
    return ""


def other_host(words: str, address: str) -> str:
    """A host that the words of a link name and its address does not lead to; or nothing.

    >>> other_host("WHO, who.int/malaria", "https://example.org/a")
    'who.int'
    >>> other_host("who.int", "https://www.who.int/a") or other_host("data.csv, e.g.", "https://a.org")
    ''
    """
    try:
        parts = urlsplit(address)
        host = parts.path.rpartition("@")[2] if parts.scheme == "mailto" else parts.hostname
    except ValueError:
        return ""
    mine = _bare(unquote(host or ""))
    for found in _NAMED.finditer(words):
        named = _bare(found[1])
        same = f".{mine}".endswith(f".{named}") or f".{named}".endswith(f".{mine}")
        kept = mine == _ARCHIVE and named in parts.path
        if not same and not kept and _is_host(found):
            return found[1]
    return ""


def _is_host(found: re.Match[str]) -> bool:
    # After a full stop the blank may have been forgotten.
    even = found[2].islower() or found[1].isupper()
    first = found[1].lower().split(".")[-2]
    return even and not first.isdecimal() and first != "et" and found[2].lower() in _ends()


def _bare(host: str) -> str:
    return normalize("NFKC", host).lower().removeprefix("www.")


@cache
def _ends() -> frozenset[str]:
    """What the names of hosts end in."""
    countries = {one.alpha_2.lower() for one in pycountry.countries}
    return frozenset(countries | _GENERAL) - _FILES
