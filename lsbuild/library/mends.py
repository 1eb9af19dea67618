"""Fixes for values that are read well and still hold what only looks right."""

from __future__ import annotations

from lsbuild.text.diagnostic import Diagnostic, Fix
from lsbuild.text.source import Key, Source
from lsbuild.text.yaml_mends import quoted


def spaced(source: Source, keys: tuple[Key, ...]) -> Diagnostic:
    """A field that is not known only because blanks from Word belong to its name."""
    name = str(keys[-1])
    start = source.offset(source.span_of(*keys, name=True))
    end = start + len(name) - len(name.lstrip())
    return Diagnostic(
        "unknown-field",
        source,
        source.span(start, end),
        f"no-break spaces (from Word) stand before `{name.lstrip()}`",
        "write plain spaces",
        fix=Fix("write plain spaces", start, end, " " * (end - start)),
        keys=keys,
    )


def on_one_line(source: Source, keys: tuple[Key, ...], given: str) -> Fix | None:
    """All lines of a value as one, where the value is found."""
    start, end = source.range_of(*keys)
    written = source.text[start:end]
    # A block that begins with `|` takes the end of its last line along.
    after = written[len(written.rstrip()) :]
    folded = quoted(" ".join(given.split())) + after
    found = given.split()[0] in written
    return Fix("write it on one line", start, end, folded) if found else None
