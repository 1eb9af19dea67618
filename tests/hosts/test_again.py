"""A second build does what is new and nothing else; the same content gives the same bytes."""

import pytest

from tests.portals import contents, copy_golden, differences, inodes

pytestmark = pytest.mark.slow


def test_a_second_build_renders_nothing(built):
    """Pages of an unchanged portal are the same files on disk as before."""
    before, pages = contents(built.site), inodes(built.site)
    assert built.build().returncode == 0

    redirects = {name for name in pages if "sample-gatherings" in name}
    after = inodes(built.site)
    assert {name for name in pages if pages[name] != after[name]} <= redirects
    assert differences(before, contents(built.site)) == []


def test_one_changed_entry_renders_what_shows_it(built):
    """A new title is rendered wherever it stands, and every other page is left as it was."""
    pages, before = inodes(built.site), contents(built.site)
    built.edit("glossary/sample-round.md", "title: Sample round", "title: Sample turn")
    assert built.build().returncode == 0

    after = inodes(built.site)
    rendered = {name for name in pages if pages[name] != after[name]}
    changed = {name for name in differences(before, contents(built.site)) if ".html" in name}
    assert changed == {name for name in rendered if "sample-gatherings" not in name}
    assert {
        "glossary/index.html",
        "glossary/sample-loop/index.html",
        "glossary/sample-round/index.html",
        "lessons/sample-first-lesson/index.html",
    } <= changed
    assert len(changed) < 8


def test_a_changed_template_renders_everything(built):
    """What was made with other templates is not taken over."""
    pages = inodes(built.site)
    footer = built.theme / "partials/footer.html"
    footer.write_text(footer.read_text().replace("Made with", "Built with"))
    assert built.build().returncode == 0

    after = inodes(built.site)
    assert not [name for name in pages if pages[name] == after[name]]


def test_another_version_of_a_package_renders_everything(built, tmp_path):
    """Icons and templates come from packages too, so an upgrade leaves no page as it was."""
    pages = inodes(built.site)
    (tmp_path / "new" / "icons-99.0.dist-info").mkdir(parents=True)
    assert built.build(PYTHONPATH=str(tmp_path / "new")).returncode == 0

    after = inodes(built.site)
    assert not [name for name in pages if pages[name] == after[name]]


@pytest.mark.parametrize(
    ("name", "words"), [("licence", "CC BY-SA 3.0"), ("footer", "Kept by three of us.")]
)
def test_a_changed_setting_is_on_every_page(built, name, words):
    """A changed licence or footer is on every page of the next build."""
    built.set("      licence: CC BY 4.0", f"      licence: CC BY 4.0\n      {name}: {words}")
    if name == "licence":
        built.set("      licence: CC BY 4.0\n", "")
    assert built.build().returncode == 0

    pages = {name: data for name, data in contents(built.site).items() if name.endswith(".html")}
    lacking = {name for name, data in pages.items() if words.encode() not in data}
    assert lacking <= {name for name in pages if "sample-gatherings" in name}


def test_a_spoilt_page_is_rendered_anew(built):
    """The cache does not believe what somebody wrote into the site by hand."""
    before = contents(built.site)
    (built.site / "about/index.html").write_text("spoilt")
    (built.site / "pagefind/pagefind.js").unlink()
    assert built.build().returncode == 0

    assert differences(before, contents(built.site)) == []


def test_a_deleted_entry_is_gone(built):
    """No page, no search fragment and no line of data outlives its entry."""
    (built.content / "learning-sites/sample-hill.md").unlink()
    built.edit(
        "case-studies/sample-unplaced.md", "learning-site/sample-hill", "role-guide/sample-teams"
    )
    assert built.build().returncode == 0

    files = contents(built.site)
    assert not [name for name in files if "sample-hill" in name]
    assert not [name for name, data in files.items() if b"Sample Hill" in data]


@pytest.mark.parametrize(
    "more",
    [
        {"TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Adak", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242"},
    ],
    ids=["east", "west"],
)
def test_the_same_content_gives_the_same_bytes(golden_site, tmp_path, more):
    """Folder, time zone, language and hash seed change nothing, the search index included."""
    other = copy_golden(tmp_path / "another place")
    done = other.build(**more)

    assert done.returncode == 0, done.stderr
    assert differences(contents(golden_site), contents(other.site)) == []


def test_a_proposal_brings_nothing_that_a_build_believes(golden_copy, tmp_path):
    """What is remembered, code among it, lies in a cache outside of the portal, or nowhere."""
    home, root = tmp_path / "home", golden_copy.root
    before = set(root.rglob("*"))
    assert golden_copy.build(XDG_CACHE_HOME=str(home)).returncode == 0
    assert list(home.glob("lsbuild/templates/*.cache"))
    assert list(home.glob("lsbuild/built/*/pages.json"))
    assert {path.relative_to(root).parts[0] for path in set(root.rglob("*")) - before} == {"site"}

    golden_copy.edit("pages/about.md", "The tests keep it.", "The tests keep it well.")
    assert golden_copy.build(XDG_CACHE_HOME="/proc/nowhere").returncode == 0
