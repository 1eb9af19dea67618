"""What is said to an author: a finding is data, and others decide how it looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from lsbuild.text.source import Source, Span


class Severity(StrEnum):
    """How serious a finding is."""

    ERROR = "error"
    """Blocks the build."""
    WARNING = "warning"
    """Blocks the build under `--strict`."""
    ADVICE = "advice"
    """Never blocks."""

    @property
    def rank(self) -> int:
        return list(Severity).index(self)


@dataclass(frozen=True)
class Fix:
    """A replacement of the text from `start` to `end` (characters in the file)."""

    title: str
    start: int
    end: int
    text: str
    safe: bool = True


class Related(NamedTuple):
    """Another place that belongs to a finding, such as the other one of two."""

    source: Source
    span: Span
    says: str


@dataclass(frozen=True)
class Diagnostic:
    """One finding. `says` must make sense when it is the only thing shown."""

    name: str
    """The rule's name, as it reads after the word *allow*."""
    source: Source
    span: Span
    says: str
    hint: str = ""
    """What to do about it."""
    near: str = ""
    """The nearest valid value, where there is one."""
    fix: Fix | None = None
    keys: tuple[str | int, ...] = ()
    """Where in the front matter, for tools that read forms."""
    code: str = ""
    """The rule's code; what the reader of files finds is given its code when it is judged."""
    severity: Severity = Severity.ERROR
    related: tuple[Related, ...] = ()
    """Other places to look at before one decides."""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        return (str(self.source.path), self.span.line, self.span.column, self.code, self.says)


def own_fault(source: Source, error: Exception, span: Span | None = None) -> Diagnostic:
    """A failure of ours, said about the file at hand so that the run can go on."""
    parts = [f"{type(error).__name__}: {error}", *getattr(error, "__notes__", ())]
    words = " ".join(", ".join(parts).split()).rstrip(".: ")
    return Diagnostic(
        "own-fault",
        source,
        span or Span(1),
        f"lsbuild itself failed here ({words})",
        "this is not your mistake; report it with the file and these words",
    )


@dataclass(frozen=True)
class Report:
    """All findings of a run, in the order of files and lines."""

    findings: tuple[Diagnostic, ...] = ()
    looked_at: int = 0
    """How many files were read, so that counts can be put in proportion."""

    @classmethod
    def of(cls, findings: Iterable[Diagnostic], looked_at: int = 0) -> Report:
        return cls(tuple(sorted(set(findings), key=lambda one: one.order)), looked_at)

    def __add__(self, other: Report) -> Report:
        return Report.of((*self.findings, *other.findings), max(self.looked_at, other.looked_at))

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.findings)

    def of_severity(self, severity: Severity) -> tuple[Diagnostic, ...]:
        return tuple(one for one in self.findings if one.severity is severity)

    def blocks(self, strict: bool = False) -> bool:
        """Whether a build must stop: on errors, and under `strict` on warnings too."""
        limit = Severity.WARNING if strict else Severity.ERROR
        return any(one.severity.rank <= limit.rank for one in self.findings)
