"""What a rule is: a code, a name, an explanation, two examples, and a look."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lsbuild.kinds._marks import Keys
from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.text.diagnostic import Diagnostic, Fix, Related, Severity
from lsbuild.text.source import Source, Span
from lsbuild.text.words import did_you_mean, is_slip, shorten


class Rule:
    """One thing that can be wrong. Its docstring explains it: the fact, then why, then what to do.

    `bad` and `good` are small libraries; `<- LS201` marks each line that must be found. The same
    words serve the tests, `lsbuild explain`, the handbook and the link in a finding. A rule
    without `check` or `check_portal` speaks about what the reader of files finds by itself.
    """

    code: ClassVar[str]
    """The stable handle; never reused."""
    name: ClassVar[str]
    """Reads well after the word *allow*."""
    severity: ClassVar[Severity] = Severity.ERROR
    allowed: ClassVar[bool] = True
    """Whether an entry may accept the finding with a reason; never for safety."""
    asks_fields: ClassVar[bool] = False
    """Of a rule about bodies (LS3): whether it is silent where the fields have mistakes."""
    bad: ClassVar[str] = ""
    """What must be found; empty where no content can show it."""
    good: ClassVar[str] = ""
    """The same, done right."""

    def check(self, entry: AnyEntry, portal: Portal) -> Iterator[Diagnostic]:
        """Look at one entry."""
        return iter(())

    def check_portal(self, portal: Portal) -> Iterator[Diagnostic]:
        """Look at all of them together."""
        return iter(())

    def at(
        self,
        entry: AnyEntry,
        *keys: str | int,
        says: str,
        hint: str = "",
        near: str = "",
        name: bool = False,
        safe: bool | None = None,
        related: tuple[Related, ...] = (),
    ) -> Diagnostic:
        """A finding at a front matter value; a near value becomes a fix as well.

        The fix is `safe` where what was written can only be a slip, if nobody knows better.
        """
        span = entry.source.span_of(*keys, name=name)
        fix = self.replace(entry.source, span, near, safe) if near else None
        return self.found(entry.source, span, says, hint, near, fix, keys, related)

    @staticmethod
    def other(entry: AnyEntry, *keys: str | int, says: str) -> Related:
        """Another place in a front matter that belongs to a finding."""
        return Related(entry.source, entry.source.span_of(*keys), says)

    def in_body(
        self,
        entry: AnyEntry,
        start: int,
        end: int,
        *,
        says: str,
        hint: str = "",
        near: str = "",
        write: str = "",
    ) -> Diagnostic:
        """A finding in the body, at byte offsets; `write` is what a fix puts there.

        A fix that writes another name is safe only where what was written can be a slip.
        """
        source = entry.source
        span = source.body_span(start, end)
        fix = None
        if write:
            # A span stays on its first line, and what is replaced may be longer.
            at = source.offset(span)
            old = source.body.encode()[start:end].decode(errors="ignore")
            safe = not near or is_slip(old, write)
            fix = Fix(f"write `{shorten(write, 60)}`", at, at + len(old), write, safe)
        return self.found(source, span, says, hint, near, fix)

    def found(
        self,
        source: Source,
        span: Span,
        says: str,
        hint: str = "",
        near: str = "",
        fix: Fix | None = None,
        keys: Keys = (),
        related: tuple[Related, ...] = (),
    ) -> Diagnostic:
        return Diagnostic(
            self.name,
            source,
            span,
            says,
            hint or did_you_mean(near),
            near,
            fix,
            keys,
            self.code,
            self.severity,
            related,
        )

    @staticmethod
    def replace(source: Source, span: Span, text: str, safe: bool | None = None) -> Fix:
        start = source.offset(span)
        end = start + span.length
        sure = is_slip(source.text[start:end], text) if safe is None else safe
        return Fix(f"write `{text}`", start, end, text, sure)
