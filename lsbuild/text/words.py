"""Small things done to words: the nearest one, a plural, a slug, a shorter form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from itertools import takewhile

from slugify import slugify

ROUND = "\u2022\u00b7\u25aa\u25e6\u2023\u25cf\u25cb\u25a0\u27a2\u2756\uf0b7\uf0a7\uf0d8\uf076"
"""The bullets of Word, some of them from its own font."""
_DIGIT = re.compile(r"\d")


def nearest(word: str, words: Iterable[str]) -> str:
    """The one known word that is close to `word`, or nothing: a wrong guess costs more."""
    folded = {_folded(one): one for one in words}
    near = get_close_matches(_folded(word), folded, n=1, cutoff=0.8)
    return folded[near[0]] if near else ""


def by_label(word: str, labels: Mapping[str, str]) -> str:
    """The one value whose label has a whole word in it, or nothing; short words say too little.

    >>> by_label("county", {"country": "The whole country", "part": "The state or county"})
    'part'
    """
    said = word.casefold().strip()
    found = [
        value for value, label in labels.items() if said in re.findall(r"\w+", label.casefold())
    ]
    return found[0] if len(found) == 1 and len(said) > 3 else ""


def is_slip(written: str, meant: str) -> bool:
    """Whether `written` can only be `meant` with a slip of the pen: one letter, capitals, signs.

    Numbers are never slips: `scott-2014` and `scott-2015` are two sources.

    >>> is_slip("Team meetngs", "team-meetings"), is_slip("tsofa-2017a", "tsofa-2017b")
    (True, False)
    """
    a, b = (_folded(text.strip().strip("'\"")) for text in (written, meant))
    if a == b:
        return True
    numbers = [[part for part in re.split(r"\W", text) if _DIGIT.search(part)] for text in (a, b)]
    return len(b) > 3 and numbers[0] == numbers[1] and _one_letter(a, b)


def _one_letter(a: str, b: str) -> bool:
    """One letter more, less or other, or two neighbours that changed places."""
    start = _alike(a, b)
    a, b = a[start:], b[start:]
    end = _alike(a[::-1], b[::-1])
    a, b = a[: len(a) - end], b[: len(b) - end]
    return max(len(a), len(b)) <= 1 or (len(a) == 2 and a == b[::-1])


def _alike(a: str, b: str) -> int:
    """How many letters two words begin with together."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def _folded(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")


def did_you_mean(near: str) -> str:
    """The advice that goes with a near value, if there is one."""
    return f"did you mean `{near}`?" if near else ""


def listed(words: Iterable[str], joiner: str = "or") -> str:
    """
    >>> listed(["a", "b", "c"])
    '`a`, `b` or `c`'
    """
    quoted = [f"`{word}`" for word in words]
    if len(quoted) < 2:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])} {joiner} {quoted[-1]}"


def count(number: int, one: str, many: str = "") -> str:
    """
    >>> count(1, "entry", "entries"), count(2, "error")
    ('1 entry', '2 errors')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def slug(text: str) -> str:
    """A name fit for an address, from words in any script."""
    return slugify(text, max_length=80, word_boundary=True)


def hyphens(text: str) -> str:
    """Every dash as the hyphen of the keyboard: word processors and PDF files put others there."""
    return re.sub("[\u2010-\u2015\u2212]", "-", text)


def plain_words(text: str) -> str:
    """Words alone, without accents, capitals and signs.

    >>> plain_words("Côte d’Ivoire")
    'cote d ivoire'
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    return " ".join(re.findall(r"\w+", letters))


def shorten(text: str, limit: int) -> str:
    r"""Cut after a sentence where that keeps half of what fits, else at a word; with an ellipsis.

    >>> shorten("They met. They agreed on very little.", 20)
    'They met. They…'
    >>> shorten("They met every month. They agreed on very little.", 30)
    'They met every month.\xa0…'
    """
    if len(text) <= limit:
        return text
    cut = text[: limit - 2]
    end = max(cut.rfind(f"{mark} ") for mark in ".?!")
    if end > limit / 2:
        return f"{cut[: end + 1]}\u00a0…"
    return cut.rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
