"""What can be kept for reading offline: lists that agree with the finished pages."""

import hashlib
import json
import re
import shutil

import pytest

from lsbuild.output.files import put
from lsbuild.output.offline import FOLDER, slot, write_offline
from lsbuild.output.written import written
from lsbuild.rules._rendered import RenderedSite
from lsbuild.views._lists import list_files
from tests import portals

pytestmark = pytest.mark.slow
PATH = "paths/teams/"


@pytest.fixture(scope="module")
def index(golden_site):
    return read(golden_site, "index")


def read(site, name):
    return json.loads((site / FOLDER / f"{name}.json").read_text("utf-8"))


def file_of(site, url):
    return site / (f"{url}index.html" if not url or url.endswith("/") else url)


def everything(site, index):
    return {
        url: row for name in index["packs"][""]["lists"] for url, row in read(site, name).items()
    }


def test_each_page_stands_where_the_worker_looks(golden_site, index):
    """A page is in one list, and its address tells in which."""
    for place, name in enumerate(index["lists"]):
        rows = read(golden_site, name)
        brought = {url for row in rows.values() for url in row[4:]}
        here = {url for url, row in rows.items() if len(row) > 3}
        own = {url for url in here if slot(url, len(index["lists"])) == place}
        assert own and here - own <= brought


def test_what_is_listed_is_what_was_built(golden_site, index):
    """Hash and size of each file are those of its bytes; names of lists are their own hashes."""
    rows = everything(golden_site, index) | index["shell"]
    for url, (sha, load, room, *_) in rows.items():
        data = file_of(golden_site, url).read_bytes()
        assert hashlib.sha256(data).hexdigest().startswith(sha), url
        assert room == len(data) and load < room + 30
    for pack in index["packs"].values():
        for name in pack["lists"]:
            data = (golden_site / FOLDER / f"{name}.json").read_bytes()
            assert hashlib.sha256(data).hexdigest().startswith(name)


def test_all_pages_for_readers_can_be_kept(prepared, golden_site, index):
    """But for the notes of withdrawn pages, the page for missing ones and the handbook."""
    pages = {url for url, row in everything(golden_site, index).items() if len(row) > 3}
    apart = {"404.html", "case-studies/sample-withdrawn/", "offline/"}
    public = {one.url for one in prepared.plan.pages if not one.url.startswith("handbook/")}

    assert pages == public - apart
    assert index["packs"][""]["pages"] == len(pages)


def test_a_path_brings_its_pages(golden_site, index):
    """The path, the group's guide, lessons and cases; the sum of their sizes is told."""
    pack = index["packs"][PATH]
    rows = read(golden_site, pack["lists"][0])

    assert {PATH, "roles/sample-teams/", "lessons/sample-first-lesson/"} < rows.keys()
    assert "case-studies/sample-meetings/team-sheet/" in rows
    assert pack["pages"] == len([row for row in rows.values() if len(row) > 3])
    assert pack["load"] == sum(row[1] for row in rows.values())


def test_pictures_come_with_their_page(golden_site, index):
    """A picture is listed beside each page that shows it, and named by it."""
    row = everything(golden_site, index)["about/markdown/"]

    assert row[4:] == ["media/pages/about/square.png"]
    assert row[4] in everything(golden_site, index)


def test_pieces_come_with_everything(prepared, golden_site, tmp_path):
    """Where long lists lie in pieces, whoever keeps everything has each of them."""
    site = shutil.copytree(golden_site, tmp_path / "site")
    files = list_files(prepared.portal, piece=4)
    for name, data in files.items():
        put(site / name, data)
    pages = {}
    for one in prepared.plan.pages:
        html = file_of(site, one.url).read_bytes()
        pages[one.url] = written(one.url, html.decode(), html)
    write_offline(prepared.plan, site, prepared.portal.settings, pages)

    assert files.keys() <= everything(site, read(site, "index")).keys()
    assert "data/quick/0.json" in files


def test_nothing_that_a_page_loads_is_left_out(golden_site, index):
    """Styles and scripts that kept pages name, and modules that those import, are in the shell."""
    kept = everything(golden_site, index)
    site = RenderedSite(golden_site, [])
    wanted = set()
    for page in site.pages([f"{url}index.html" for url, row in kept.items() if len(row) > 3]):
        ways = [one for one in page.ways if one.tag.name in ("script", "link")]
        found = [
            site.resolve(page, one.target)
            for one in ways
            if "canonical" not in one.tag.attributes.get("rel", "")
        ]
        wanted |= {one[0] for one in found if one}
        uses = re.findall(r'data-use="([\w-]+)"', page.html)
        wanted |= {f"assets/{name}.js" for name in uses}
    for name in [one for one in index["shell"] if one.endswith(".js")]:
        text = (golden_site / name).read_text("utf-8")
        wanted |= {f"assets/{one}" for one in re.findall(r'from "\./([\w-]+\.js)"', text)}

    assert wanted - index["shell"].keys() == set()


def test_the_index_is_small(golden_site, index):
    """Who kept something asks for it at each visit."""
    assert len(json.dumps(index)) < 4_000


def test_a_portal_without_it_says_so(built):
    """`offline: false` leaves one word for the workers that are out there, and no links."""
    config = built.config.read_text("utf-8")
    built.config.write_text(config.replace("workers: 2", "workers: 2\n      offline: false"))
    assert built.build().returncode == 0

    assert portals.contents(built.site / FOLDER) == {"index.json": b'{"off":true}'}
    assert (built.site / "worker.js").is_file() and not (built.site / "offline").exists()
    assert b"offline/" not in (built.site / "index.html").read_bytes()
