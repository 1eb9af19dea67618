"""What stands below `content/` is a page, a file in use, or a finding."""

import os

import pytest

from lsbuild.library.read import read
from tests.sample import findings


def codes(content):
    library, report = read(content)
    assert not library.entries
    return [one.name for one in report]


@pytest.mark.parametrize(
    "name",
    [
        "con.md",
        "aux.md",
        "com1.md",
        "a b.md",
        "A.md",
        "é.md",
        "-a.md",
        "a--b.md",
        "_a.md",
        ".a.md",
        "a" * 91 + ".md",
        "a\nb.md",
        "a.md ",
    ],
)
def test_a_name_that_some_system_refuses_is_named(tmp_path, name):
    """Names that Windows, an address or a screen cannot hold are not read."""
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / name).touch()

    assert codes(tmp_path) == ["unsafe-file-name"]


@pytest.mark.parametrize(
    "name",
    [".DS_Store", "._rota.md", "Thumbs.db", "desktop.ini", "Desktop.ini", "~$ght.docx", ".gitkeep"],
)
def test_what_a_computer_leaves_by_itself_is_passed_over(tmp_path, name):
    """Files that systems and Word make unasked are no finding, and are never published."""
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / name).touch()
    library, report = read(tmp_path)

    assert (list(report), library.assets, report.looked_at) == ([], {}, 0)


def test_a_link_with_the_name_of_a_system_file_is_still_a_link(tmp_path):
    """Only real files are passed over unseen."""
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons/.DS_Store").symlink_to("/etc/hostname")

    assert codes(tmp_path) == ["symlink"]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("Night Calls été.md", "night-calls-ete.md"),
        ("Réunion.fr.md", "reunion.fr.md"),
        ("Rota.PDF", "rota.pdf"),
        ("Rota.MARKDOWN", "rota.md"),
        ("_a.md", "a.md"),
        ("con.md", "team-meetings.md"),
        ("!.md", "team-meetings.md"),
    ],
)
def test_a_name_is_repaired_in_the_advice(tmp_path, name, right):
    """The advice gives this very name as it may be, where one can be made of it."""
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / name).touch()
    [one] = read(tmp_path)[1]

    assert one.hint == f"use small letters, digits and single hyphens: `{right}`"


def test_the_name_of_a_folder_is_repaired_in_the_advice(tmp_path):
    """A folder needs no ending."""
    (tmp_path / "Case Studies").mkdir()
    [one] = read(tmp_path)[1]

    assert one.hint.endswith(": `case-studies`")


@pytest.mark.parametrize(
    ("name", "code", "right"),
    [
        ("IMG_2031.HEIC", "unsafe-file-name", "img-2031.jpg"),
        ("rota.heic", "forbidden-file-type", "rota.jpg"),
    ],
)
def test_a_picture_of_an_iphone_is_to_be_saved_again(tmp_path, name, code, right):
    """Whoever is told first of all about the name would rename it in vain."""
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / name).touch()
    [one] = read(tmp_path)[1]

    assert one.name == code
    assert one.hint == (
        "this is a picture in Apple's form (HEIC), which browsers do not show: save it as JPEG, "
        f"with the name `{right}`"
    )


@pytest.mark.parametrize(
    ("path", "says", "hint"),
    [
        (
            "case-studies/tanzania/rota.md",
            "pages in folders inside `case-studies/` are not read",
            "move it one folder up: `case-studies/rota.md`",
        ),
        (
            "case-studies/tanzania/iringa/rota.md",
            "pages in folders inside `case-studies/` are not read",
            "move it 2 folders up: `case-studies/rota.md`",
        ),
        (
            "case-studies/rota.markdown",
            "files ending in `.markdown` are not published",
            "rename it to `rota.md`",
        ),
        (
            "case-studies/rota.txt",
            "files ending in `.txt` are not published",
            "rename it to `rota.md`",
        ),
    ],
)
def test_a_page_beside_its_place_is_told_the_way(tmp_path, path, says, hint):
    """Who put a page into a folder, or saved it as text, hears where and how it would be read."""
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).touch()
    [one] = read(tmp_path)[1]

    assert (one.says, one.hint) == (says, hint)


def test_an_empty_vocabulary_is_said_to_be_empty(tmp_path):
    """A file with nothing in it is told what belongs there, and is no fault of ours."""
    (tmp_path / "_vocabularies").mkdir()
    (tmp_path / "_vocabularies/themes.yml").touch()
    [one] = read(tmp_path)[1]

    assert one.says == "there is nothing in this file"
    assert one.hint == "it needs: `title`, `description` and `terms`"


def test_a_page_in_the_folder_of_another_kind_is_told_so_once():
    """A case among the lessons has one thing wrong with it, and not each of its fields."""
    found = findings("""
    --- lessons/rota.md (as it is)
    ---
    title: A rota
    summary: How two wards came to share one rota of nights.
    areas: [{country: KE, precision: country}]
    outcomes: []
    period: never
    ---
    """)

    assert found == {("lessons/rota.md", 1, "LS009")}


def test_one_strange_field_makes_no_page_of_another_kind():
    """A slip is told as a slip."""
    found = findings("--- lessons/a.md\ntitle: A lesson\nperiod: 2016\n")

    assert {code for _, _, code in found} == {"LS112"}


def test_a_pipe_is_never_waited_for(tmp_path):
    """Reading a pipe would wait for ever, so it is named and left."""
    (tmp_path / "lessons").mkdir()
    os.mkfifo(tmp_path / "lessons/a.md")

    assert codes(tmp_path) == ["unreadable-file"]


def test_a_link_is_never_followed(tmp_path):
    """A link to a folder or file outside is named; nothing of it is read."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out/a.md").write_text("secret", encoding="utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/lessons").symlink_to(tmp_path / "out")
    (tmp_path / "in/roles").symlink_to(tmp_path / "in")

    assert codes(tmp_path / "in") == ["symlink", "symlink"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_a_closed_folder_is_named(tmp_path):
    """A folder that cannot be opened is a finding, and no traceback."""
    (tmp_path / "lessons").mkdir(mode=0)

    assert codes(tmp_path) == ["unreadable-file"]


def test_links_to_what_stays_out_for_a_clash_are_not_broken():
    """Both of two pages with one address are there, so only the clash is to be mended."""
    found = findings("""
    --- pages/foo.md
    title: Foo
    --- pages/foo/index.md   # <- LS007
    title: Another
    --- lessons/a.md
    title: A lesson
    ---
    See [[page/foo]] and [[page/foo/index]].
    """)

    assert {one for one in found if one[2] != "LS204"} == {("pages/foo/index.md", 1, "LS007")}
