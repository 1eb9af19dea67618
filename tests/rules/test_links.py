"""Links and addresses in a body, where their form is unusual."""

import pytest

from lsbuild.pipeline import examine
from lsbuild.rules._fix import repair
from tests.sample import checked, settings_for, write_sample

LESSON = "--- lessons/a.md\ntitle: A lesson\n---\n"


def found(body: str) -> set[str]:
    return {one.code for one in checked(LESSON + body)[1]} - {"LS204"}


@pytest.mark.parametrize("way", ["../", "..", ".", "./", "../..", "../lessons", "../#top"])
def test_a_way_to_a_folder_is_told_to_be_none_to_a_file(way):
    """A folder is no page to link to; the author hears that, and of no fault of ours."""
    assert found(f"Back to [the beginning]({way}).") == {"LS311"}


def bare(body: str) -> list[str]:
    """What a fix would write for each address that is no link."""
    return [one.fix.text for one in checked(LESSON + body)[1] if one.code == "LS318"]


@pytest.mark.parametrize(
    "body",
    [
        "They met[^1].\n\n[^1]: See https://example.org/a for more.",
        "They met[^1].\n\n[^1]: https://example.org/a",
        "> They met[^1].\n\n[^1]: One.\n    Two: https://example.org/a.",
    ],
)
def test_an_address_in_a_note_is_found(body):
    """A footnote is no definition of a link: its address is shown as it is."""
    assert bare(body) == ["<https://example.org/a>"]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("“{}”", "https://example.org/a"),
        ("«{}»", "https://example.org/a"),
        ("« {} ».", "https://example.org/a"),
        ("‘{}’", "https://example.org/a"),
        ("„{}“, sagte sie", "https://example.org/a"),
        ("(see {}.)", "https://example.org/a"),
        ("(see {}).", "https://example.org/a"),
        ("(see {}).", "https://example.org/a_(b)"),
        ("{}", "https://example.org/a_(b)"),
        ("见{}。", "https://example.org/a"),
        ("见{}，然后", "https://example.org/a"),
        ("（{}）", "https://example.org/a"),
        ("देखें {}।", "https://example.org/a"),
        ("*{}*", "https://example.org/a"),
        ("{}…", "https://example.org/l’eau"),
        ("{}?", "https://example.org/?a=b&c=(d)"),
    ],
)
def test_the_signs_after_an_address_are_not_of_it(text, address):
    """Marks of any script that close a sentence, a quotation or a bracket stay outside."""
    assert bare(text.format(address)) == [f"<{address}>"]


def test_very_many_brackets_after_an_address_take_no_time():
    """The end of an address is looked for once."""
    assert bare("https://example.org/a" + ")." * 50_000) == ["<https://example.org/a>"]


@pytest.mark.parametrize(
    ("body", "hint"),
    [
        ("See [the sheet] (https://who.int).", "take out the blank between `]` and `(`"),
        ("See [the sheet]\n(https://who.int).", "take out the blank between `]` and `(`"),
        ("See (the sheet)[https://who.int].", "the words stand in the square brackets"),
        ("It is at https://who.int/health-\nsystems/report.pdf.", "write all of it on one line"),
        ("> It is at https://who.int/\n> systems/report.pdf.", "write all of it on one line"),
    ],
)
def test_a_link_that_is_half_right_is_not_repaired(body, hint):
    """Signs around the address would make it a link to something else, and hide the mistake."""
    (one,) = (one for one in checked(LESSON + body)[1] if one.code == "LS318")
    assert hint in one.hint and one.fix is None


@pytest.mark.parametrize(
    "body",
    [
        "As they say [here] (or https://who.int/a).",
        "They met (twice) at https://who.int/a\nand wrote it down.",
        "It is at https://who.int/\n\nThey met.",
    ],
)
def test_an_address_among_other_brackets_is_repaired(body):
    """Only what stands at the address itself says that something else was meant."""
    assert bare(body)[0].startswith("<https://who.int/")


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("[[ lesson/meet-often ]]", "[[lesson/meet-often]]"),
        ("[[Lesson/Meet-Often#part|so]]", "[[lesson/meet-often#part|so]]"),
        ("[[lesson/meet-often.md]]", "[[lesson/meet-often]]"),
        ("[[Meetings that learn]]", "[[lesson/meet-often]]"),
        ("[[Meetings that learn|so]]", "[[lesson/meet-often|so]]"),
        ("[[a lesson|lesson/meet-often]]", "[[lesson/meet-often|a lesson]]"),
        ("[[lesson/met-often]]", "[[lesson/meet-often]]"),
        ("[[Meetings that forget]]", "[[Meetings that forget]]"),
    ],
)
def test_an_entry_is_known_in_other_letters_and_by_its_title(tmp_path, written, right):
    """What can only mean one entry is proposed, also where words and name changed places."""
    other = "\n--- lessons/meet-often.md\ntitle: Meetings that learn\n---\n## Part\n\nText.\n"
    write_sample(f"{LESSON}They {written}.{other}", tmp_path / "content")
    found = [one for one in examine(settings_for(tmp_path))[1] if one.code == "LS304"]
    assert len(found) == 1 and bool(found[0].near) == (written != right)

    repair(tmp_path / "content", found, unsafe=True)
    assert f"They {right}." in (tmp_path / "content/lessons/a.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("body", "written", "address"),
    [
        ("See www.who.int/a_(b).", "www.who.int/a_(b)", "https://www.who.int/a_(b)"),
        ("(WWW.who.int)", "WWW.who.int", "https://WWW.who.int"),
        (
            "See doi:10.1093/heapol/czab012.",
            "doi:10.1093/heapol/czab012",
            "https://doi.org/10.1093/",
        ),
        ("DOI: 10.1093/a;", "DOI: 10.1093/a", "https://doi.org/10.1093/a"),
    ],
)
def test_an_address_without_its_beginning_is_found(body, written, address):
    """Readers cannot follow it, and no repair knows which beginning is right."""
    (one,) = (one for one in checked(LESSON + body)[1] if one.code == "LS318")
    assert one.says == f"`{written}` is not a link"
    assert f"write `[words]({address}" in one.hint and one.fix is None


@pytest.mark.parametrize(
    "body",
    [
        "[www.who.int](https://www.who.int), <https://www.who.int/>, `www.who.int`",
        "[doi:10.1093/a](https://doi.org/10.1093/a)",
        "They say www. and doi: and 10.5 of 10.1000 people@www.example.org.",
    ],
)
def test_what_only_resembles_an_address_stays(body):
    """Links, code and bits of addresses are left alone."""
    assert bare(body) == []


@pytest.mark.parametrize(
    ("body", "fixed"),
    [
        ("See [lesson/b].", "See [[lesson/b]]."),
        ("See [lesson/b|so].", "See [[lesson/b|so]]."),
        ("See [lesson/b#part].", "See [[lesson/b#part]]."),
        ("See [lesson/nobody].", "See [lesson/nobody]."),
    ],
)
def test_an_entry_in_single_brackets_is_no_link(tmp_path, body, fixed):
    """Readers would see the brackets; where there is such an entry, `--fix` writes two pairs."""
    other = "\n--- lessons/b.md\ntitle: B\n---\n## Part\n\nText.\n"
    write_sample(LESSON + body + other, tmp_path / "content")
    found = [one for one in examine(settings_for(tmp_path))[1] if one.code == "LS304"]
    assert len(found) == 1

    repair(tmp_path / "content", found)
    assert f"\n{fixed}\n" in (tmp_path / "content/lessons/a.md").read_text("utf-8")


@pytest.mark.parametrize(
    "body",
    [
        "[lesson/b](https://example.org) and \\[lesson/b] and `[lesson/b]`",
        "[lesson/b][1] and [lesson/b]\n\n[1]: https://example.org\n[lesson/b]: https://example.org",
        "[lesson] [/b] [a/b] [and/or] [male/female]",
    ],
)
def test_other_words_in_brackets_stay(body):
    """Only a kind and a name make it plain that a link was meant."""
    assert "LS304" not in found(body)
