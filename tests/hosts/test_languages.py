"""A page and its translations know each other."""

import re
from html import unescape

import pytest

from lsbuild.text.messages import say

pytestmark = pytest.mark.slow


def test_versions_name_each_other_for_search_engines(built):
    """The sitemap gives with each version the whole address of every version."""
    rows = (built.site / "sitemap.xml").read_text(encoding="utf-8").split("<url>")
    lesson = [row for row in rows if "lessons/sample-first-lesson/</loc>" in row]
    found = [set(re.findall(r'hreflang="(\w+)" href="(\S+?)"', row)) for row in lesson]

    assert len(found) == 2 and found[0] == found[1]
    assert {language for language, _ in found[0]} == {"en", "fr"}
    assert all(address.startswith("https://") for _, address in found[0])


def test_readers_of_an_old_translation_are_told(built):
    """Where the original has moved on, the translation says so and the original does not."""
    page = "lessons/sample-first-lesson/index.html"
    note = "The original has changed since this translation was made."

    assert say(note, "fr") in unescape((built.site / "fr" / page).read_text(encoding="utf-8"))
    assert note not in (built.site / page).read_text(encoding="utf-8")
