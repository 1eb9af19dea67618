"""What a format is, and the few words and places that all formats share."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple, TextIO

from lsbuild.text.diagnostic import Diagnostic, Report, Severity
from lsbuild.text.words import count

_NOUNS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.ADVICE: ("piece of advice", "pieces of advice"),
}
# Letters of Persian, Hindi and many emoji are joined by these two.
_JOINERS = "\u200c\u200d"


class RuleWords(NamedTuple):
    """What a format may say about a rule; whoever knows the rules hands it in."""

    name: str
    title: str
    """The fact, in one sentence."""
    text: str
    """The whole explanation."""
    page: str = ""
    """The address of its page, where the portal has one."""


@dataclass(frozen=True)
class Format:
    """One way of printing a report. It decides how findings look, never what is wrong."""

    name: ClassVar[str]
    """What is written after `--format`."""

    prefix: str = "content/"
    """What stands before a finding's path, so that paths read as in the repository."""
    quiet: bool = False
    """Print findings only: no summary, and nothing where all is well."""
    rules: Mapping[str, RuleWords] = field(default_factory=dict)
    """What is known of each rule, by code."""
    link: str = ""
    """What makes an address of a path, such as `https://github.com/o/r/blob/main/`."""

    first: frozenset[str] = frozenset()
    """Paths below the content whose findings matter most, where not all can be shown."""

    def show(self, report: Report, out: TextIO) -> None:
        """Print a whole report."""
        raise NotImplementedError

    def path(self, one: Diagnostic) -> str:
        """A finding's file as it is called in the repository."""
        return visible(f"{self.prefix}{one.source.path}")

    def place(self, one: Diagnostic) -> str:
        """A finding's place, as terminals and editors make links of it."""
        return f"{self.path(one)}:{one.span.line}:{one.span.column}"

    def also(self, one: Diagnostic) -> list[str]:
        """Other places that belong to a finding, each with what it is."""
        return [
            f"{visible(f'{self.prefix}{place.source.path}')}:{place.span.line}:{place.span.column} "
            f"{visible(place.says)}"
            for place in one.related
        ]

    def line(self, one: Diagnostic) -> str:
        """A whole finding on one line."""
        return f"{self.place(one)}: {one.code} {sentence(one)}"


def sentence(one: Diagnostic) -> str:
    """What is wrong, and in brackets what to do about it."""
    return visible(f"{one.says} ({one.hint})" if one.hint else one.says)


def visible(text: str) -> str:
    """One line that shows what is invisible and cannot steer a terminal.

    >>> visible("a\x1b[31mb")
    'a␛[31mb'
    """
    if text.isprintable():
        return text
    return "".join(map(_visible, text))


def _visible(letter: str) -> str:
    if letter == "\t":
        return "    "
    if letter < " ":
        return chr(0x2400 + ord(letter))
    if letter in _JOINERS:
        return letter
    # The last stands for a byte of a file's name that is no letter.
    hidden = unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp", "Cs")
    return "\N{REPLACEMENT CHARACTER}" if hidden else letter


def summary(report: Report) -> str:
    """One sentence for all findings: how many, where, and what helps.

    >>> summary(Report(looked_at=24))
    'No findings in 24 files.'
    """
    if not report.findings:
        return f"No findings in {count(report.looked_at, 'file')}."
    files = len({one.source.path for one in report})
    # Links to other places are reported, but they are not read and so not counted.
    total = max(report.looked_at, files)
    calm = (
        "" if {one.severity for one in report} - {Severity.ADVICE} else "; none of it stops a build"
    )
    return f"{tally(report)} in {files:,} of {count(total, 'file')}{calm}. {_helps(report)}."


def tally(report: Report) -> str:
    """How many of each severity, as in *2 errors and 1 warning*."""
    parts = [
        count(len(found), *_NOUNS[severity])
        for severity in Severity
        if (found := report.of_severity(severity))
    ]
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if parts[1:] else parts)


def _helps(report: Report) -> str:
    total = len(report.findings)
    fixable = sum(one.fix is not None and one.fix.safe for one in report)
    codes = {one.code for one in report}
    repairs = {
        0: "",
        1: "it" if total == 1 else "one of them",
        total: "it" if total == 1 else "all",
    }
    which = repairs.get(fixable, f"{fixable:,} of them")
    code = codes.pop() if len(codes) == 1 else "CODE"
    why = f"`lsbuild explain {code}` says why"
    if not which and any(one.fix for one in report):
        return f"`lsbuild check --fix --unsafe-fixes` writes guesses for you to judge; {why}"
    return f"`lsbuild check --fix` can repair {which}; {why}" if which else why
