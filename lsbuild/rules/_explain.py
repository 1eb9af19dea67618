"""Rules in their own words, for a terminal and for formats."""

from __future__ import annotations

from inspect import getdoc
from textwrap import dedent, indent

from lsbuild.rules import all_rules
from lsbuild.rules._rule import Rule
from lsbuild.show._format import RuleWords

_ALLOW = """

If it is right here all the same, say so in the front matter, with the reason:

    allow:
      - rule: {}
        why: The reason, for whoever comes next."""


def explained(rule: type[Rule]) -> str:
    """What a rule means, with an example of each side.

    The text is the rule's own docstring, so it is never out of date.
    """
    examples = "\n".join(
        f"{heading}\n\n{indent(dedent(example).strip(), '    ')}\n"
        for heading, example in (("Not this:", rule.bad), ("But this:", rule.good))
        if example.strip()
    )
    never = "" if rule.allowed else "No entry can allow it.\n\n"
    text = f"{rule.code} {rule.name} ({rule.severity})\n\n{getdoc(rule)}\n\n{never}{examples}"
    return text.rstrip("\n") + (_ALLOW.format(rule.name) if rule.allowed else "")


def listed_rules() -> str:
    """Every rule on a line of its own."""
    rules = all_rules()
    width = max(len(rule.name) for rule in rules)
    return "\n".join(
        f"{rule.code}  {rule.severity:<7}  {rule.name:<{width}}  {title(rule)}" for rule in rules
    )


def words(site_url: str = "") -> dict[str, RuleWords]:
    """What formats may say about each rule, by code; with an address, its handbook page too."""
    base = f"{site_url.rstrip('/')}/handbook/rules/" if site_url else ""
    return {
        rule.code: RuleWords(
            rule.name,
            title(rule),
            getdoc(rule) or "",
            f"{base}{rule.code.lower()}/" if base else "",
        )
        for rule in all_rules()
    }


def title(rule: type[Rule]) -> str:
    """The fact a rule states: the first sentence of its docstring."""
    return (getdoc(rule) or "").partition("\n\n")[0].replace("\n", " ")
