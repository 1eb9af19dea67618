"""Our own JavaScript is light: readers pay for every kilobyte."""

import gzip
import re

from lsbuild.text.scripts import lean
from tests.portals import ROOT

ASSETS = ROOT / "theme" / "assets"
ARTICLE = {"lsbuild.js", "notes.js", "worksheet.js", "role.js", "store.js", "give.js"}
"""What a case loads before anyone searches; `live.js` is for the preview only."""


def weight(names) -> int:
    """Bytes over the wire, comments apart, as they are published."""
    return sum(
        len(gzip.compress(lean((ASSETS / name).read_text("utf-8")).encode(), 9)) for name in names
    )


def used(name: str) -> set[str]:
    """A script and those it imports by name, however deep."""
    text = (ASSETS / name).read_text("utf-8")
    found = set(re.findall(r'^import .*? from "\./([\w-]+\.js)"', text, re.MULTILINE))
    return {name}.union(*(used(one) for one in found))


def test_an_article_needs_little():
    """A case with all that helps to think stays below 8 KB, each script with its own imports."""
    assert set().union(*(used(name) for name in ARTICLE)) == ARTICLE
    assert weight(ARTICLE) < 8_000


def test_all_of_ours_together_is_little():
    """Everything anyone could load, the libraries of the search apart, stays below 27 KB."""
    names = {path.name for path in ASSETS.glob("*.js")} - {"live.js"}
    assert weight([*names, "../worker.js"]) < 27_000


def test_comments_stay_with_us():
    """Comments on their own lines are not sent, lines keep their numbers, and words stay."""
    script = "// Why.\nlet a = `//`;\n  // More.\n  fetch('https://example.org'); // end\n"

    assert lean(script) == "\nlet a = `//`;\n\nfetch('https://example.org'); // end\n"
