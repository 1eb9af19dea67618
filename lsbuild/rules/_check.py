"""Runs the rules, applies `allow`, and gives what the reader found its code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath

from lsbuild.library.library import AnyEntry
from lsbuild.relations.portal import Portal
from lsbuild.rules import all_rules, rule_named
from lsbuild.rules._rule import Rule
from lsbuild.text.diagnostic import Diagnostic, Report, own_fault
from lsbuild.text.hands import at_most, share
from lsbuild.text.source import Source
from lsbuild.text.words import nearest


def check(portal: Portal, read: Report, pause: Callable[[], None] = lambda: None) -> Report:
    """All findings of a run: what reading found, then what each rule finds.

    Who has something better to do meanwhile is asked at each step: a `pause` may wait, or raise.
    """
    rules = [rule() for rule in all_rules()]
    found = list(read)
    work = partial(_each, rules, portal, pause)
    for part in share(work, portal.library.entries, portal.settings.hands):
        found += part
    of_bodies = [rule for rule in rules if rule.code.startswith("LS3") and not rule.asks_fields]
    found += _each(of_bodies, portal, pause, portal.library.half)
    for rule in rules:
        pause()
        found += _all(rule, portal)
    coded = [_coded(one) for one in found]
    used: set[tuple[str, str]] = set()
    kept = [one for one in coded if not _allowed(one, portal, used)]
    return Report.of([*kept, *_unused(portal, used)], read.looked_at)


def _each(
    rules: list[Rule], portal: Portal, pause: Callable[[], None], entries: Iterable[AnyEntry]
) -> list[Diagnostic]:
    """What is found in single entries."""
    rules = [rule for rule in rules if type(rule).check is not Rule.check]
    found: list[Diagnostic] = []
    for entry in entries:
        pause()
        with at_most():
            for rule in rules:
                found += _safely(partial(rule.check, entry, portal), rule, entry.source)
        entry.outline.forget()
        entry.source.forget()
    return found


def _all(rule: Rule, portal: Portal) -> Iterator[Diagnostic]:
    """What a rule finds in all of them together."""
    everything = Source(PurePosixPath("."), "")
    yield from _safely(partial(rule.check_portal, portal), rule, everything)


def _safely(
    look: Callable[[], Iterator[Diagnostic]], rule: Rule, source: Source
) -> Iterator[Diagnostic]:
    # Where a rule fails, that is a finding too, and the run goes on.
    try:
        yield from look()
    except Exception as error:
        error.add_note(f"in the rule {rule.name}")
        yield own_fault(source, error)


def _coded(one: Diagnostic) -> Diagnostic:
    """Code, severity and fix, for what is found outside the rules."""
    if one.code:
        return one
    rule = rule_named(one.name)
    fix = rule.replace(one.source, one.span, one.near) if one.near else None
    return replace(one, code=rule.code, severity=rule.severity, fix=one.fix or fix)


def _allowed(one: Diagnostic, portal: Portal, used: set[tuple[str, str]]) -> bool:
    known = portal.library
    entry = known.by_path.get(one.source.path) or known.half_by_path.get(one.source.path)
    if entry is None or not rule_named(one.name).allowed:
        return False
    if any(allow.rule == one.name for allow in entry.data.allow):
        used.add((str(one.source.path), one.name))
        return True
    return False


def _unused(portal: Portal, used: set[tuple[str, str]]) -> Iterator[Diagnostic]:
    """An `allow` that allows nothing would hide the next real finding."""
    rule = rule_named("unused-allow")()
    rules = {one.name: one for one in all_rules()}
    for entry in portal.library:
        if entry.is_taken_down:
            # Most of what it allows is asked of public pages only, and it must not wait.
            continue
        for index, allow in enumerate(entry.data.allow):
            if (str(entry.source.path), allow.rule) in used or _waits(
                rules.get(allow.rule), portal
            ):
                continue
            says, hint, near = f"nothing here needs `allow: {allow.rule}`", "delete these lines", ""
            if allow.rule not in rules:
                says, near = f"no rule is called `{allow.rule}`", nearest(allow.rule, rules)
                hint = "" if near else "`lsbuild explain` lists the names of all rules"
            elif not rules[allow.rule].allowed:
                says = f"`{allow.rule}` can never be allowed"
            yield rule.at(entry, "allow", index, "rule", says=says, hint=hint, near=near)


def _waits(rule: type[Rule] | None, portal: Portal) -> bool:
    """Whether a rule about all entries says nothing yet, because some could not be read."""
    whole = rule is not None and rule.check_portal is not Rule.check_portal
    return whole and bool(portal.library.unread)
