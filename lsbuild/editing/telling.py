"""A review in words: for a terminal, and as the one comment in a proposal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from lsbuild.editing.review import LONGEST, EntryChange, Review
from lsbuild.show._escape import code, safe
from lsbuild.show._format import visible
from lsbuild.text.words import count

_LIMIT = 60_000
_FEW = 12
_MARK = "<!-- lsbuild -->"
"""Lets a reader of the repository's programs find the comment again."""


def as_text(changes: list[EntryChange]) -> str:
    """What differs, page by page, for a terminal."""
    if not changes:
        return "Nothing differs.\n"
    return "\n".join("\n".join(_lines(one)) + "\n" for one in changes)


def _lines(one: EntryChange) -> Iterator[str]:
    yield visible(f"{_state(one)}: {one.title} ({one.path})")
    for field in one.fields:
        yield visible(f"  {field.field}: {field.old or '(nothing)'} → {field.new or '(nothing)'}")
    for says, rows in _lists(one):
        yield from (visible(f"  {says}: {row}") for row in rows)
    numbers = list(_numbers(one))
    if numbers:
        yield f"  {'; '.join(numbers)}"


def _state(one: EntryChange) -> str:
    return "cannot be read yet" if one.state == "unread" else one.state


def _lists(one: EntryChange) -> Iterator[tuple[str, list[str]]]:
    yield "claim added", one.claims_added
    yield "claim lost", one.claims_lost
    yield "source added", one.sources_added
    yield "source lost", one.sources_lost


def _numbers(one: EntryChange) -> Iterator[str]:
    """What changed in size and in reading; what stayed as it was is not told."""
    if one.words[0] != one.words[1]:
        yield f"words {one.words[0]:,} → {one.words[1]:,}"
    if one.state == "gone":
        return
    if one.reading[0] != one.reading[1]:
        before, after = (f"LIX {value}" if value else "too short to tell" for value in one.reading)
        yield f"reading {before} → {after}"
    sizes = [f"{value / 1_000:.1f} kB" if value else "none" for value in one.bytes]
    if sizes[0] != sizes[1]:
        yield f"page {sizes[0]} → {sizes[1]}"


def as_comment(
    review: Review, link: str = "", preview: str = "", beyond: Sequence[str] = ()
) -> str:
    """The comment; `link` makes an address of a path, `preview` leads to the one-file preview.

    `beyond` are the files outside the content that the proposal changes as well.
    """
    text = f"{_MARK}\n{_verdict(review, beyond)}\n"
    if preview:
        text += (
            f"\n[See your pages]({preview}): download the preview and open it, also on a phone.\n"
        )
    left = len(review.findings) + len(review.entries)
    for block in [*_findings(review, link), *_changes(review)]:
        if len(text) + len(block) > _LIMIT:
            return f"{text}\n… and more, up to {left:,} things; the summary of the check has all.\n"
        text += block
    return text


def _verdict(review: Review, beyond: Sequence[str]) -> str:
    errors = sum(one.severity == "error" for one in review.findings)
    others = len(review.findings) - errors + review.more_findings
    if beyond:
        # Nobody has checked these; to call the whole good would invite people to run it.
        names = ", ".join(code(visible(path[:LONGEST])) for path in beyond[:_FEW])
        more = f" and {len(beyond) - _FEW:,} more" if len(beyond) > _FEW else ""
        return (
            "**This also changes the tool or its settings. Somebody who knows them must read "
            f"these changes before anything of this proposal is run:** {names}{more}."
        )
    if errors:
        return (
            f"**{count(errors, 'thing')} to mend before this can be published.** Thank you so far."
        )
    if others:
        return f"**This can be published.** {count(others, 'piece')} of advice below."
    return "**This can be published.** Thank you."


def _findings(review: Review, link: str) -> Iterator[str]:
    here = ""
    for one in review.findings:
        if one.path != here:
            here = one.path
            yield f"\n#### {code(visible(one.path))}\n\n"
        place = f"line {one.line}"
        if link:
            place = f"[{place}]({link}{quote(one.path)}#L{one.line})"
        hint = f" → {safe(visible(one.hint))}" if one.hint else ""
        yield f"- {place}: **{one.severity}** {one.code}: {safe(visible(one.says))}{hint}\n"
    if review.more_findings:
        yield f"\nand {review.more_findings:,} more\n"


def _changes(review: Review) -> Iterator[str]:
    if review.entries:
        yield "\n### What changes\n"
    for one in review.entries:
        yield _change(one)
    if review.more_entries:
        yield f"\nand {count(review.more_entries, 'more page')}\n"
    if review.outside:
        yield "\nOther files: " + ", ".join(code(visible(path)) for path in review.outside) + "\n"


def _change(one: EntryChange) -> str:
    numbers = "; ".join(_numbers(one))
    head = f"\n**{_state(one)}** {safe(visible(one.title))} {code(visible(one.path))}"
    rows = [
        f"- {code(visible(field.field))}: {_value(field.old)} → {_value(field.new)}"
        for field in one.fields[:_FEW]
    ]
    for says, items in _lists(one):
        rows += [f"- {says}: {safe(visible(item))}" for item in items[:_FEW]]
    hidden = len(one.fields) + sum(len(items) for _, items in _lists(one)) - len(rows)
    rows += [f"- and {hidden:,} more"] if hidden > 0 else []
    rows += [f"- {numbers}"] if numbers else []
    return head + "\n\n" + "\n".join(rows) + "\n" if rows else head + "\n"


def _value(text: str) -> str:
    return safe(visible(text)) if text else "(nothing)"
