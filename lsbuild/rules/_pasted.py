"""Lists and tables as letters have them: in Markdown their lines would run into one paragraph."""

from __future__ import annotations

import re

from lsbuild.text.words import ROUND

# A dash, a letter or the sign of a section is one only before a tab,
_SIGN = rf"(?:[{ROUND}](?=[ \t\u00a0])|[\u2013o\u00a7](?=\t))"
_ITEM = rf"[ \t]*{_SIGN}[ \t\u00a0]+(?=\S)"
# or where the next line has it too. In Italian, `o` is a word.
_FIRST = r"(?:\u2013|\u00a7(?![ \u00a0]*\d)|(?:(?<=\n\n)|(?<=:\n))o)"
_AGAIN = r"[ \u00a0]+(?=\S).*"
BULLETS = re.compile(rf"^{_ITEM}.*(?:\n(?:[ \t]*\n)*{_ITEM}.*)*", re.MULTILINE)
WEAK = re.compile(
    rf"^(?={_FIRST}[ \u00a0])(?P<sign>[\u2013\u00a7o]){_AGAIN}(?:\n(?P=sign){_AGAIN})+",
    re.MULTILINE,
)
BULLET = re.compile(
    rf"^([ \t]*)(?:{_SIGN}|[\u2013\u00a7o](?=[ \u00a0]))[ \t\u00a0]+(?=\S)", re.MULTILINE
)
# Rows of tables and items of lists may have tabs too.
_ROW = rf"(?!(?:[-*+>#\u2013o\u00a7{ROUND}]|\d+[.)])[ \t])[^\s|][^\t\n|]*\t[ \t]*[^\s|][^\n|]*"
TABS = re.compile(rf"^{_ROW}(?:\n{_ROW})+$", re.MULTILINE)
ROWS = re.compile(r"^\|[^|\n]+\|.*\|[ \t]*(?:\n\|[^|\n]+\|.*\|[ \t]*)+$", re.MULTILINE)
_RULE = re.compile(r"^[ \t|:]*-[ \t|:-]*$", re.MULTILINE)
# Word makes long dashes of two hyphens.
_DASHES = re.compile(r"(?=[^\n]*[\u2010-\u2015\u2212])[|: \t\u2010-\u2015\u2212-]+$", re.MULTILINE)
# Looking for these first is ten times quicker in a body that has none of them.
SIGNS = (*ROUND, "\t", *(f"\n{sign}{gap}" for sign in "\u2013\u00a7o" for gap in " \u00a0"))


def with_rule(body: str, found: re.Match[str]) -> str | None:
    """Rows with the line that makes them a table; nothing where there is one, or no room."""
    above = body[: found.start()].rpartition("\n\n")[2]
    if _RULE.search(above) or _RULE.search(found.group()):
        return None
    first, _, rest = found.group().partition("\n")
    if _DASHES.match(rest):
        rest = rest.partition("\n")[2]
    columns = len(re.findall(r"(?<!\\)\|", first)) - 1
    table = [first, "| --- " * columns + "|", *([rest] if rest else [])]
    return "" if above.strip() else "\n".join(table)
