from __future__ import annotations

from lsbuild.rules._rule import Rule


class OwnFault(Rule):
    """The generator itself failed at this file.

    It is a mistake in `lsbuild` and not in what you wrote; the other files were looked at all
    the same. Nothing is published, because what was not checked cannot be trusted. Report it
    with the file and the words in brackets, so that it can be mended for everyone.
    """

    code = "LS900"
    name = "own-fault"
    allowed = False
