"""Addresses that show another host than the one they lead to."""

from __future__ import annotations

import re
from unicodedata import name, normalize
from urllib.parse import unquote

# Browsers take a backslash for a slash.
_AUTHORITY = re.compile(r"https?:[/\\]*([^/\\?#]*)", re.IGNORECASE)
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
