"""Turns curated Markdown about learning health systems into a checked, searchable portal."""

__version__ = "0.1.0"
