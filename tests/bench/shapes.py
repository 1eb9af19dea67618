"""Shapes of collections: what is long, what is linked and how it is written changes the cost."""

from __future__ import annotations

from dataclasses import dataclass

_LATIN = (
    "b br ch d dr f g gl h j k kl l m n p pr r s sh sl st t tr v w z",
    "a a e e i i o o u ai ea ou",
)
_ARABIC = ("ب ت ث ج ح خ د ذ ر ز س ش ص ط ع غ ف ق ك ل م ن ه", "ا ا و ي َ ِ")
_DEVANAGARI = ("क ख ग घ च ज त थ द ध न प फ ब भ म य र ल व श स ह", "ा ा ि ी ु े ै ो")


@dataclass(frozen=True)
class Script:
    """The letters of an invented language, and the language its files say they are in."""

    language: str
    starts: str
    vowels: str


LATIN = Script("en", *_LATIN)


@dataclass(frozen=True)
class Shape:
    """What a collection is like."""

    words: int = 825
    """In the body of a case or lesson."""
    links: int = 1
    """To terms and cases, in each paragraph."""
    terms: int = 5
    """Of a hundred entries."""
    scripts: tuple[Script, ...] = (LATIN,)
    """Cases and lessons take turns with them."""
    budget: float = 22
    """In kilobytes; invented words have little in common, so pages shrink less than real ones."""


SHAPES = {
    "main": Shape(),
    "short": Shape(words=100),
    "long": Shape(words=5_000, budget=99),
    "linked": Shape(links=8, budget=99),
    "terms": Shape(terms=45, links=3, budget=99),
    "scripts": Shape(
        scripts=(LATIN, Script("ar", *_ARABIC), Script("hi", *_DEVANAGARI)), budget=99
    ),
}
