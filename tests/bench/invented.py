"""An invented language, for text that costs a search index what natural text costs.

Words are made of syllables and are used as often as the words of a language are: a few all the
time, thousands hardly ever.
"""

from __future__ import annotations

from bisect import bisect
from itertools import accumulate
from random import Random

from tests.bench.shapes import LATIN, Script

VOCABULARY = 9_000
_COMMON = """the of and to in a that is it for was on with as they at by from were this not be had
are or one when which their more than has been who said but an some other after if what so them
its would could each only into most two then over new now these may did such"""
# So many are empty that texts are no harder to read than ours: a finding costs time of its own.
_ENDS = ("",) * 8 + ("n", "r", "l", "s", "m", "t", "k")
_LAST = ("", "", "", "a", "en", "o")


class Words:
    """An invented language. Its common words are English, so that sentences keep their rhythm."""

    def __init__(self, random: Random, script: Script = LATIN) -> None:
        self.random, self.language = random, script.language
        self.starts, self.vowels = [*script.starts.split(), ""], script.vowels.split()
        self.ends = _ENDS if script is LATIN else ("",)
        found = dict.fromkeys(_COMMON.split() if script is LATIN else ())
        # Of one syllable there are only so many.
        short = min(400, len(self.starts) * len(set(self.vowels)) // 2)
        while len(found) < VOCABULARY:
            # Rare words are longer, as in any language.
            found[self._made(1 + (len(found) > short) + (len(found) > 4_000))] = None
        self.all = list(found)
        self.weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.all))))
        self.telling = self.all[bisect(self.weights, self.weights[-1] * 0.45) :]

    def _made(self, syllables: int) -> str:
        pick = self.random.choice
        parts = [pick(self.starts) + pick(self.vowels) + pick(self.ends) for _ in range(syllables)]
        return "".join(parts) + pick(_LAST if self.ends is _ENDS else ("",))

    def rare(self, number: int) -> str:
        """Words that carry a meaning, for titles and names."""
        return " ".join(self.random.choices(self.telling, k=number))

    def sentence(self, number: int = 0) -> str:
        number = number or self.random.randint(6, 14)
        words = " ".join(self.random.choices(self.all, cum_weights=self.weights, k=number))
        return f"{words[0].upper()}{words[1:]}."

    def text(self, sentences: int) -> str:
        return " ".join(self.sentence() for _ in range(sentences))
