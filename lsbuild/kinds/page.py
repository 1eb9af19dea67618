"""A page of running text."""

from __future__ import annotations

from lsbuild.kinds._base import Content, Section
from lsbuild.kinds._fields import Line


class TextPage(Content):
    """A page of running text, such as the one about this portal."""

    kind = "page"
    folder = "pages"
    label = "Page"
    plural = "Pages"
    order = 80
    template = "page.html"
    listed = False
    sections = (
        Section("body", "", ("body",)),
        Section("where-from", "Where this comes from", ("references",)),
    )

    in_navigation: Line = ""
    """The words in the navigation, for the few pages that stand there."""

    sample = """---
title: About this portal
summary: What this portal is, who keeps it, and how its pages are checked.
status: published
---

## Who keeps it

A group of editors.
"""
