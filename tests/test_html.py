"""What is published is sound HTML, and every link in it leads somewhere."""

import gzip
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import portals

VNU = portals.ROOT / "tests/tools/node_modules/vnu-jar/build/dist/vnu.jar"

pytestmark = pytest.mark.slow


@pytest.fixture
def below_portal(golden_site, tmp_path):
    """The site as its host sees it: below `/portal/`, where 404 expects it."""
    shutil.copytree(golden_site, tmp_path / "portal")
    return tmp_path


def test_every_page_is_sound_html(golden_site):
    """The checker of the HTML standard finds no error on any page, nor in our mark."""
    words = ["--errors-only", "--skip-non-html", "--also-check-svg", "--format", "json"]
    done = subprocess.run(["java", "-jar", VNU, *words, golden_site], capture_output=True)
    found = json.loads(done.stderr)["messages"]

    assert [in_words(one) for one in found] == []


def in_words(one: dict[str, str]) -> str:
    where = Path(one["url"].removeprefix("file:")).parts[-3:]
    return f"{'/'.join(where)}:{one.get('lastLine')}: {one['message']}"


def test_every_link_leads_somewhere(below_portal):
    """Pages, pictures and parts of pages that links name are there."""
    program = Path(sys.executable).parent / "lychee"
    pages = [str(path) for path in (below_portal / "portal").rglob("*.html")]
    words = ["--offline", "--include-fragments", "--no-progress", "--format", "json"]
    words += ["--root-dir", str(below_portal), "--index-files", "index.html"]
    done = subprocess.run([program, *words, *pages], capture_output=True, text=True)
    found = json.loads(done.stdout)
    broken = {
        f"{Path(page).relative_to(below_portal)} -> {one['url']}: {one['status']['text']}"
        for page, rows in found["error_map"].items()
        for one in rows
    }

    assert broken == set()
    assert found["successful"] > 500


def test_our_scripts_and_styles_are_small(golden_site):
    """What readers load beside Material and lunr.js: little, for slow and costly data."""
    sizes = {
        path.name: len(gzip.compress(path.read_bytes()))
        for path in [golden_site / "worker.js", *(golden_site / "assets").glob("*")]
        if path.suffix in (".js", ".css") and path.name != "lunr.js"
    }

    assert sum(size for name, size in sizes.items() if name.endswith(".js")) < 27_000
    assert sum(size for name, size in sizes.items() if name.endswith(".css")) < 15_000
