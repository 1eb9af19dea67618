"""`lsbuild verify` finds no fault in a good portal, and every defect planted in one."""

import os
import shutil

import pytest
from click.testing import CliRunner

from lsbuild.cli import main
from tests.proof.defects import IN_FILES, IN_PAGES, collection, file, into, plant_all, problems

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def entries(tmp_path_factory):
    """The golden collection with one draft more, which no page was built from."""
    return collection(tmp_path_factory.mktemp("content"))


def test_a_good_portal_has_no_problem(golden_site, entries):
    """Nothing is said of what was built from sound content."""
    assert problems(golden_site, entries) == set()


@pytest.fixture(scope="module")
def found(golden_site, entries, tmp_path_factory):
    """Where each defect was planted, and what was said of the whole."""
    site = tmp_path_factory.mktemp("planted") / "site"
    where = plant_all(golden_site, site)
    return where, problems(site, entries)


@pytest.mark.parametrize("defect", [*IN_PAGES, *IN_FILES])
def test_a_planted_defect_is_found(found, defect):
    """Each sort of defect is named, at the file it was planted in."""
    where, said = found
    assert where[defect] in said


@pytest.mark.parametrize(
    "more",
    [
        "<script xmlns='http://www.w3.org/1999/xhtml'>x()</script>",
        "<link xmlns='http://www.w3.org/1999/xhtml' rel='stylesheet' href='x'/>",
        "<!-- -->",
        "<?xml-stylesheet href='x'?>",
    ],
)
def test_a_list_of_pages_holds_nothing_else(golden_site, tmp_path, more):
    """A browser would show it as a page, and run what stands in it."""
    shutil.copytree(golden_site, tmp_path / "site", copy_function=os.link)
    into("sitemap.xml", "</urlset>", f"{more}</urlset>")(tmp_path / "site")

    assert ("xml", "sitemap.xml") in problems(tmp_path / "site")


def test_too_much_for_the_host_is_said(golden_site, tmp_path):
    """A portal above the limit of GitHub Pages is a problem before it is sent there."""
    shutil.copytree(golden_site, tmp_path / "site", copy_function=os.link)
    with (tmp_path / "site" / "big.pdf").open("wb") as big:
        big.truncate(1_000_000_001)

    assert ("size", ".") in problems(tmp_path / "site")


def test_the_command_says_what_and_where(golden_built, tmp_path):
    """One line a problem, on standard output, and exit code 1; without a problem 0."""
    words = ["--config", str(golden_built.config), "verify"]
    good = CliRunner().invoke(main, words)
    shutil.copytree(golden_built.site, tmp_path / "site")
    file("x.php", b"x")(tmp_path / "site")
    bad = CliRunner().invoke(main, [*words, str(tmp_path / "site"), "--quiet"])

    assert (good.exit_code, good.stdout) == (0, "")
    assert bad.exit_code == 1
    assert "x.php: file-type: a sort of file that no portal has\n" in bad.stdout
