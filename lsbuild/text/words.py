"""Small things done to words: the nearest one, a plural, a slug, a shorter form."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from slugify import slugify


def nearest(word: str, words: Iterable[str]) -> str:
    """The one known word that is close to `word`, or nothing: a wrong guess costs more."""
    known = list(words)
    folded = {one.casefold().replace("_", "-").replace(" ", "-"): one for one in known}
    near = get_close_matches(
        word.casefold().replace("_", "-").replace(" ", "-"), folded, n=1, cutoff=0.8
    )
    return folded[near[0]] if near else ""


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


def shorten(text: str, limit: int) -> str:
    """Cut at a word and say so with an ellipsis."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
