"""A page and its translations know each other."""

import re

import pytest

pytestmark = pytest.mark.slow


def test_versions_name_each_other_for_search_engines(built):
    """Each version's head gives the whole address of every version, its own included."""
    english = (built.site / "lessons/sample-first-lesson/index.html").read_text(encoding="utf-8")
    french = (built.site / "fr/lessons/sample-first-lesson/index.html").read_text(encoding="utf-8")

    found = [
        set(re.findall(r'rel="alternate" hreflang="(\w+)" href="(\S+?)"', one))
        for one in (english, french)
    ]

    assert found[0] == found[1]
    assert {language for language, _ in found[0]} == {"en", "fr"}
    assert all(address.startswith("https://") for _, address in found[0])


def test_readers_of_an_old_translation_are_told(built):
    """Where the original has moved on, the translation says so and the original does not."""
    page = "lessons/sample-first-lesson/index.html"
    note = "The original has changed since"

    assert note in (built.site / "fr" / page).read_text(encoding="utf-8")
    assert note not in (built.site / page).read_text(encoding="utf-8")
