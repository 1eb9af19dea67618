"""Every rule keeps its own promises."""

import inspect
import re

import pytest

from lsbuild.rules import all_rules
from lsbuild.rules._page_rule import PageRule
from tests.sample import audited, checked

SHOWN = [rule for rule in all_rules() if rule.bad]


def look(rule, example):
    """The findings of one rule in one of its examples, and where they are expected."""
    report, expected = audited(example) if issubclass(rule, PageRule) else checked(example)[1:]
    mine = [one for one in report if one.code == rule.code]
    return mine, {mark for mark in expected if mark[2] == rule.code}


def places(findings):
    return {(str(one.source.path), one.span.line, one.code) for one in findings}


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: f"{rule.code}-{rule.name}")
class TestEveryRule:
    def test_finds_its_bad_example_on_the_marked_line(self, rule):
        """The bad example is reported where its mark stands, and nowhere else."""
        found, expected = look(rule, rule.bad)
        assert places(found) == expected != set()

    def test_leaves_its_good_example_alone(self, rule):
        """The good example is not reported."""
        assert look(rule, rule.good)[0] == []

    def test_says_what_to_do(self, rule):
        """A finding makes sense alone: no full stop, no "invalid", and advice beside it."""
        for one in look(rule, rule.bad)[0]:
            assert one.says and not one.says.endswith(".")
            assert not re.search(r"\b(?:invalid|please)\b", one.says + one.hint, re.IGNORECASE)
            assert one.hint or one.near


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: f"{rule.code}-{rule.name}")
def test_explains_itself(rule):
    """The docstring begins with the fact and goes on with the reason and the mend."""
    title, _, explanation = inspect.getdoc(rule).partition("\n\n")
    assert title.endswith(".") and 20 < len(explanation.split()) <= 80


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: f"{rule.code}-{rule.name}")
def test_is_where_its_name_says(rule):
    """A rule is found by its name: the file is called like it."""
    assert rule.__module__.rpartition(".")[2] == rule.name.replace("-", "_")


def test_codes_and_names_are_unique():
    """No two rules share a code or a name."""
    rules = all_rules()
    assert len({rule.code for rule in rules}) == len(rules) == len({rule.name for rule in rules})
