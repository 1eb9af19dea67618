"""What those pay who read and write: kilobytes of finding and searching, seconds of a preview."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import sync_playwright

from tests.bench.find import bytes_before_list
from tests.bench.search import bytes_to_five
from tests.bench.serve import seconds_to_page
from tests.browser.visiting import ARGUMENTS
from tests.gzipped import serving


class Readers(NamedTuple):
    """What one built portal gave."""

    browse: list[float]
    """Kilobytes before the first list of `/find/`, from cold."""
    search: list[float]
    """Kilobytes until five results stand, one number for each question."""
    saved: list[float]
    """Seconds from a save to the page in a preview."""


def readers(portal: Path, *, saves: bool) -> Readers:
    """Look at a portal that is built in its folder `site`; with `saves` one case is edited."""
    with serving(portal / "site") as (address, sent), sync_playwright() as playwright:
        chrome = os.environ.get("LSBUILD_CHROME")
        browser = playwright.chromium.launch(executable_path=chrome, args=list(ARGUMENTS))
        page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
        browse = bytes_before_list(address, sent, page)
        browser.close()
    asked = [size / 1_000 for size in bytes_to_five(portal)]
    return Readers([browse / 1_000], asked, seconds_to_page(portal) if saves else [])
