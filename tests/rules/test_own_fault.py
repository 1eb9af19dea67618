"""A fault of ours is a finding of its own, and the run goes on."""

import pytest

from lsbuild.library import read as reading
from lsbuild.rules.heavy_page import HeavyPage
from lsbuild.rules.raw_html import RawHtml
from tests.sample import audited, checked

TWO = """
--- lessons/a.md
title: A first lesson
---
[Here](javascript:x) is <b>HTML</b>.
--- lessons/b.md
title: A second lesson
"""


def fails(*_):
    raise KeyError("nothing to see")


def own_faults(report):
    return [one for one in report if one.code == "LS900"]


def test_a_rule_that_fails_is_named_with_the_file(monkeypatch):
    """Each file at which a rule fails has a finding; the other rules still speak."""
    monkeypatch.setattr(RawHtml, "check", fails)
    _, report, _ = checked(TWO)

    assert [str(one.source.path) for one in own_faults(report)] == ["lessons/a.md", "lessons/b.md"]
    assert "KeyError: 'nothing to see', in the rule raw-html" in own_faults(report)[0].says
    assert "LS302" in {one.code for one in report}


def test_a_reader_that_fails_leaves_the_other_files(monkeypatch):
    """A file at which the reader fails has a finding, and the next one is read."""
    split = reading.split
    monkeypatch.setattr(reading, "split", lambda p, t: fails() if p.stem == "a" else split(p, t))
    portal, report, _ = checked(TWO)

    assert [str(one.source.path) for one in own_faults(report)] == ["lessons/a.md"]
    assert [entry.ref.slug for entry in portal.library] == ["b"]


def test_an_audit_that_fails_is_named_with_the_page(monkeypatch):
    """A rule about pages that fails is a finding at the page."""
    monkeypatch.setattr(HeavyPage, "check_page", fails)
    report, _ = audited("--- index.html\n<p>Welcome.</p>")

    assert [str(one.source.path) for one in own_faults(report)] == ["index.html"]


def test_stopping_is_no_fault_of_ours(monkeypatch):
    """Somebody who stops the run stops it."""

    def stops(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(RawHtml, "check", stops)
    with pytest.raises(KeyboardInterrupt):
        checked(TWO)
