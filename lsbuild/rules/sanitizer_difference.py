from __future__ import annotations

from lsbuild.rules._rule import Rule


class SanitizerDifference(Rule):
    """Text that was made safe once would be changed by a second look.

    Every text goes through a sanitizer after our own renderer, and must come back letter by
    letter. A difference means that one of the two let something through, so the build stops and
    what is online stays. It is a mistake in `lsbuild`: report it with the file, in private if
    you believe that somebody could misuse it.
    """

    code = "LS709"
    name = "sanitizer-difference"
    allowed = False
