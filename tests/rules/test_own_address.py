"""A link to a page of the portal itself is one, however its address was copied."""

import pytest

from lsbuild.pipeline import examine
from lsbuild.rules._fix import repair
from tests.sample import checked, settings_for, write_sample

PLACE = "--- learning-sites/kilifi.md\ntitle: Kilifi\naliases: [sites/kilifi/]\n"
ON_GITHUB = "https://github.com/team/portal/edit/main/content/"


def examined(folder, body):
    write_sample(f"{PLACE}--- lessons/a.md\ntitle: A\n---\n{body}\n", folder / "content")
    settings = settings_for(folder, edit_uri=ON_GITHUB)
    return [one for one in examine(settings)[1] if one.code == "LS322"]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/portal/learning-sites/kilifi/",
        "https://example.org/portal/learning-sites/kilifi",
        "http://EXAMPLE.org:80/portal//learning-sites/./kilifi/index.html?utm=a",
        "https:\\\\example.org/portal/learning-sites/kilifi/",
        "https://example.org/portal/learning%2Dsites/kilifi/#:~:text=word",
        "https://example.org/portal/sites/kilifi/",
        "https://example.org/portal/fr/../learning-sites/kilifi/",
        "http://127.0.0.1:8000/portal/learning-sites/kilifi/",
        "http://localhost:8000/learning-sites/kilifi/",
        "http://[::1]:8000/learning-sites/kilifi/",
        "https://github.com/Team/portal/blob/main/content/learning-sites/kilifi.md",
        "https://github.com/team/portal/edit/a/branch/content/learning-sites/kilifi.md?plain=1",
        "https://raw.githubusercontent.com/team/portal/main/content/learning-sites/kilifi.md",
    ],
)
def test_an_address_of_an_entry_becomes_its_name(tmp_path, address):
    """Whichever way an address of the portal was copied, `--fix` writes the name of the entry."""
    found = examined(tmp_path, f"See [that place]({address}), é.")
    assert [one.hint for one in found] == [
        "write `[[learning-site/kilifi]]`, or `[[learning-site/kilifi|words]]`"
    ]

    repair(tmp_path / "content", found)
    text = (tmp_path / "content/lessons/a.md").read_text("utf-8")
    assert text.endswith("\nSee [[learning-site/kilifi|that place]], é.\n")


@pytest.mark.parametrize(
    "body",
    [
        "[All](https://example.org/portal/learning-sites/), [data](https://example.org/portal/a.json)",
        "[Other](https://example.org/learning-sites/kilifi/), <https://example.org/portal/>",
        "[One](https://example.com/portal/learning-sites/kilifi/)",
        "[A mistake](https://github.com/team/portal/issues/3), [all](https://github.com/team/portal)",
        "[Theirs](https://github.com/other/portal/blob/main/content/learning-sites/kilifi.md)",
        "[Broken](http://[::1)",
        "`http://127.0.0.1:8000/portal/learning-sites/kilifi/`",
    ],
)
def test_other_addresses_stay(tmp_path, body):
    """Lists and data of the portal have no name, and other sites are none of ours."""
    assert examined(tmp_path, body) == []


def test_a_page_that_is_not_there_names_the_near_one(tmp_path):
    """An address below a collection leads to an entry or to nothing."""
    found = examined(
        tmp_path,
        "[x](https://example.org/portal/learning-sites/kilify/) and "
        "[y](https://example.org/portal/lessons/nope/)",
    )
    assert [one.hint for one in found] == [
        "write a link to an entry by its name: did you mean `[[learning-site/kilifi]]`?",
        "write a link to an entry by its name, `[[lesson/a-name]]`",
    ]


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("<https://example.org/portal/learning-sites/kilifi/>", "[[learning-site/kilifi]]"),
        (
            "[*it*](https://example.org/portal/learning-sites/kilifi/)",
            "[*it*](https://example.org/portal/learning-sites/kilifi/)",
        ),
        (
            "| a |\n|---|\n| [it](https://example.org/portal/learning-sites/kilifi/) |",
            "| a |\n|---|\n| [it](https://example.org/portal/learning-sites/kilifi/) |",
        ),
    ],
)
def test_a_repair_is_written_only_where_it_is_plain(tmp_path, body, after):
    """Words with signs of their own, and the bars of a table, are left to their author."""
    found = examined(tmp_path, body)
    assert len(found) == 1
    repair(tmp_path / "content", found)
    assert (tmp_path / "content/lessons/a.md").read_text("utf-8").endswith(f"\n{after}\n")


def test_an_address_of_ones_own_computer_is_refused(tmp_path):
    """Readers find nothing there, whatever it shows its author."""
    found = examined(tmp_path, "See [it](http://127.0.0.1/x) or <http://localhost>.")
    assert [one.says for one in found] == [
        "`http://127.0.0.1/x` leads to your own computer",
        "`http://localhost` leads to your own computer",
    ]


def test_a_field_takes_no_address_of_ones_own_computer():
    """What a source links to is found by readers, too."""
    source = "--- sources/b.md\ntitle: B\nurl: {}\n"
    for url, lines in (("http://localhost:8000/a.pdf", [3]), ("https://localhost.example/", [])):
        report = checked(source.format(url))[1]
        assert [one.span.line for one in report if one.code == "LS322"] == lines


@pytest.mark.parametrize("way", ["/learning-sites/kilifi/", "/portal/learning-sites/kilify"])
def test_a_path_from_the_root_is_told_the_name(way):
    """An address is not what whoever writes a path of the portal should write instead."""
    _, report, _ = checked(f"{PLACE}--- lessons/a.md\ntitle: A\n---\nSee [it]({way}).\n")
    assert [one.hint for one in report if one.code == "LS302"] == [
        "write `[[learning-site/kilifi]]`"
    ]


def test_what_a_source_without_a_place_hides_is_not_told_by_an_address(tmp_path):
    """The way around the rule that keeps a place apart is closed, and then that rule speaks."""
    write_sample(
        "--- sources/hidden.md\ntitle: A sub-district\nanonymised: true\n"
        f"{PLACE}---\nAs [a paper](https://example.org/portal/sources/hidden/) says.\n",
        tmp_path / "content",
    )
    report = examine(settings_for(tmp_path))[1]
    assert "LS322" in {one.code for one in report}
    repair(tmp_path / "content", report)
    assert "LS409" in {one.code for one in examine(settings_for(tmp_path))[1]}
