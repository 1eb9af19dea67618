"""What single values look like, as far as a form in a browser can tell while one writes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Shaped:
    """Marks a field whose good values have this form; which are good, its validator decides."""

    pattern: str
    """A regular expression, in JavaScript as in Python."""
    says: str
    """What to write, for somebody who wrote something else."""


@dataclass(frozen=True)
class CodeOf:
    """Marks a field whose value is a code of ISO, so that a form can offer the names."""

    what: str
    """`countries` or `languages`, as pycountry calls them."""


# The part of EDTF that authors need: year to day, approximate, open at either end.
_DAY = r"\d{4}(?:-\d{2}(?:-\d{2})?)?[~?%]?"

PLAIN = Shaped(r"^(?![\s\S]*<[/!a-zA-Z])", "Plain text only; a < before a letter looks like HTML.")
SLUG = Shaped(
    r"^[a-z0-9]+(-[a-z0-9]+)*$", "Small letters, digits and single hyphens: team-meetings."
)
PERIOD = Shaped(
    rf"^(?:(?:{_DAY}|\.\.)/(?:{_DAY}|\.\.)|{_DAY})$",
    "A year, month, day or period: 2016, 2016-05, 2016/2018, 2013/.. or 2010~ for about 2010.",
)
KNOWN_OR_NOT = Shaped(
    rf"{PERIOD.pattern}|^unknown$",
    "A year, month, day or period, such as 2016/2018 or 2010~; `unknown` where no source tells.",
)
URL = Shaped(r"^https?://[^\s<>\"]+$", "A whole address: https://example.org/page.")
SUBDIVISION = Shaped(r"^[A-Z]{2}-[A-Z0-9]{1,3}$", "The code of ISO 3166-2: KE-14.")
# The dashes of a printed page, and the full stop of a sentence, make an address that is dead.
_SIGN = r"\s\u2010-\u2015\u2212"
DOI = Shaped(
    rf"^10\.\d{{4,9}}/[^{_SIGN}]*[^{_SIGN}.,]$",
    "Only what follows doi.org/: 10.1093/heapol/czab012.",
)
ISBN = Shaped(r"^[\d \-]{9,16}[\dXx]$", "Ten or thirteen digits: 978-92-4-000000-0.")
ORCID = Shaped(r"^(\d{4}-){3}\d{3}[\dX]$", "Sixteen digits in fours: 0000-0002-1825-0097.")
PMCID = Shaped(r"^PMC\d+$", "PMC and digits: PMC1234567.")
