"""Judgement: one rule a file. A file dropped in here is in force."""

from __future__ import annotations

import sys
from functools import cache

from lsbuild.rules._rule import Rule
from lsbuild.text.discover import discover


@cache
def all_rules() -> tuple[type[Rule], ...]:
    """Every rule, in the order of codes."""
    return tuple(sorted(discover(sys.modules[__name__], Rule), key=lambda rule: rule.code))


@cache
def rule_named(name: str) -> type[Rule]:
    """The rule with this name or code; raises KeyError where there is none."""
    return {key: rule for rule in all_rules() for key in (rule.name, rule.code)}[name]
