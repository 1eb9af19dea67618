"""How unlike two settings are, so that readers find cases like their own place.

The measure is Gower's general coefficient (J. C. Gower, "A general coefficient of similarity and
some of its properties", Biometrics 27, 1971, pp. 857-871) as a distance: the mean of one distance
for each field, all of the same weight. A field holds a set of terms, and the distance of two sets
is Jaccard's: the share of their terms that they do not have in common. For a field with one
term, such as governance, that is 0 or 1, which is what Gower takes for names.

In one thing we differ. Gower leaves out a field that either side leaves open, and then a case of
which little is known comes first. So a field that only one side tells counts half; one that
neither tells is left out.

The reader's own place is known only in the page, so `theme/assets/find-views.js` has the same few
lines; a browser test holds both together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from fractions import Fraction

FIELDS = ("levels", "governance", "groups", "constraints")
"""The typed fields that make a setting, by the names of their facets."""

Setting = Mapping[str, Set[str]]


def distance(one: Setting, other: Setting, fields: Iterable[str] = FIELDS) -> Fraction:
    """From 0, the same in every field that is told, to 1, with nothing in common.

    >>> distance({"levels": {"district"}}, {"levels": {"district", "facility"}})
    Fraction(1, 2)
    """
    told = [field for field in fields if one.get(field) or other.get(field)]
    parts = [_apart(one.get(field, frozenset()), other.get(field, frozenset())) for field in told]
    return sum(parts, Fraction()) / max(1, len(parts))


def _apart(one: Set[str], other: Set[str]) -> Fraction:
    if not one or not other:
        return Fraction(1, 2)
    return 1 - Fraction(len(one & other), len(one | other))
