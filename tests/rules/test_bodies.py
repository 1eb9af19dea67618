"""Rules about bodies leave what only looks like a mistake, and mend what they can."""

import pytest

from lsbuild.pipeline import examine
from lsbuild.rules._fix import repair
from tests.sample import checked, settings_for, write_sample

LESSON = "--- lessons/a.md\ntitle: A lesson\n---\n"
OTHERS = "\n--- sources/b.md\ntitle: A paper\n--- sources/c.md\ntitle: A report\n"


def codes(body: str) -> set[str]:
    _, report, _ = checked(LESSON + body + OTHERS)
    found = {one.code for one in report if one.source.path.name == "a.md"}
    return found - {"LS204"}


@pytest.mark.parametrize(
    "body",
    [
        "`!!! note` and `{{ name }}` and `[see @b]` and `[^1]` and `https://example.org`.",
        "```\n!!! note\n::: tip\n[TOC]\n[@nobody]\nTODO <b>\n```",
        '    https://example.org\n    === "Tab"',
        "Write to somebody@example.org, or to <somebody@example.org>.",
        "Stop!!! Was it? Yes... 100 % of {people}, and 2 === 2.",
        "A list: one; two. [Words in brackets] and [a] and \\[@b].",
        "See [the site](https://example.org/a_(b)) and <https://example.org>.",
        "[A paper][one] says so.\n\n[one]: https://example.org",
        "One [@b, p. 3] [@c, Table 2, row 4], and ([@b]).",
        "A method, an autodoc, a mastodon and el método.",
        "## A part\n\n### A smaller part\n\nText.",
        "Term\n:   What it means.",
        "| a | b |\n|---|---|\n| [[source/b\\|words]] | c |",
    ],
)
def test_leaves_alone(body):
    """Code, sentences and the forms we do read have no finding."""
    assert codes(body) == set()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("[@b][@c]", "LS314"),
        ("[@b, p. 3; @c]", "LS314"),
        ("[-@b]", "LS314"),
        ("[as @b says, p. 3]", "LS314"),
        ("![@b]", "LS314"),
        ("[@b](https://example.org)", "LS314"),
        ("[@b]: https://example.org", "LS314"),
        ("| a | b |\n|---|---|\n| [[lesson/x\\|words]] | c |", "LS304"),
        ("[[#part]]", "LS304"),
        ("[x](http://[::1)", "LS317"),
        ("[x](https://example.org:99999999/)", "LS317"),
        ("??? note\n    Text.", "LS313"),
        ("!!! note Some words", "LS313"),
        ("::: {.column width=50%}", "LS313"),
        ("> ## A heading in a quotation\n\n#### Deeper", "LS307"),
        ("[**here**](https://example.org)", "LS310"),
        ("[[lesson/b|]]", "LS310"),
        ("[[lesson/b| ]]", "LS310"),
        ("Prof. Somebody said so.", "LS416"),
    ],
)
def test_finds(body, code):
    """Every way of getting it wrong has the same code."""
    assert code in codes(body)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<div>\nplain words\n</div>", ["`<div>`"]),
        ("> <div>\n> plain <b>words</b>\n>\n> </div>", ["`<div>`"]),
        ("<!--\nnothing\n\nto see\n-->\n\n<b>Words</b> <i>.", ["`<!--`", "`<b>`", "`<i>`"]),
    ],
)
def test_html_is_said_once_for_a_block(body, said):
    """A block of HTML is one finding at its first tag; plain words within it are no HTML."""
    _, report, _ = checked(LESSON + body + OTHERS)

    assert [one.says.split(" is ")[0] for one in report if one.code == "LS301"] == said


@pytest.mark.parametrize(
    ("body", "after"),
    [
        (
            '!!! warning "Take care"\n    One.\n\n    Two.\n\nThree.',
            "> [!WARNING]\n> **Take care**\n>\n> One.\n>\n> Two.\n\nThree.",
        ),
        ("!!! abstract\n    Été <3.\n", "> [!NOTE]\n> Été <3.\n"),
        ("::: tip\nOne.\n\nTwo.\n:::\nThree.", "> [!TIP]\n> One.\n>\n> Two.\nThree."),
        ("::: note\nNever closed.", "::: note\nNever closed."),
        ("É [@b][@c], [@b; @c, p. 3].", "É [@b] [@c], [@b] [@c, p. 3]."),
        ("[see @b, p. 3]", "[see @b, p. 3]"),
        (r"É \[@b, p. 3\].", "É [@b, p. 3]."),
        (r"É [\@b] and \[\@b\].", "É [@b] and [@b]."),
        (r"\[@nobody\] and `\[@b\]`", r"\[@nobody\] and `\[@b\]`"),
        ("É https://example.org/é.", "É <https://example.org/é>."),
        ("(https://example.org)", "(<https://example.org>)"),
    ],
)
def test_mends(tmp_path, body, after):
    """A fix is written only where the meaning is plain."""
    write_sample(LESSON + body + OTHERS, tmp_path / "content")
    repair(tmp_path / "content", examine(settings_for(tmp_path))[1])
    text = (tmp_path / "content/lessons/a.md").read_text(encoding="utf-8")

    assert text.split("---\n", 2)[2].rstrip("\n") == after.rstrip("\n")


@pytest.mark.parametrize("words", ["កម្ពុជា\u200bថ្មី", "ภาษา\u200bไทย", "ລາວ\u200bໃໝ່", "မြန်\u200bမာ"])
def test_scripts_without_blanks_keep_what_parts_their_words(words):
    """Khmer, Thai, Lao and Burmese part words where nobody sees it; elsewhere it is found."""
    assert "LS125" not in codes(words)
    assert "LS125" in codes(f"{words}\u200b team")
    assert "LS125" in codes(f"te\u200bam {words}")
    assert "LS125" in codes(words.replace("\u200b", "\u202e"))


@pytest.mark.parametrize(
    ("cited", "hint"),
    [
        ("[@Gilson2017]", "write `[@gilson-2017b]`, as the file is called"),
        ("[@Gilson2017, p. 3]", "write `[@gilson-2017b, p. 3]`, as the file is called"),
        ("[@Tsofa2017]", "write `[@tsofa-2017a]` or `[@tsofa-2017b]`, as the file is called"),
        ("[@tsofa-2017]", "write `tsofa-2017a` or `tsofa-2017b`"),
        ("[@gilson2017b]", "did you mean `gilson-2017b`?"),
        (
            "[@Nobody2017]",
            "write each source as `[@its-name, p. 3]`, other words outside the brackets",
        ),
    ],
)
def test_a_name_as_other_programs_write_it_leads_to_its_source(cited, hint):
    """Where several sources begin so, none of them is guessed."""
    names = ("gilson-2017b", "tsofa-2017a", "tsofa-2017b")
    files = "".join(f"--- sources/{name}.md\ntitle: Of {name}\n" for name in names)
    _, report, _ = checked(f"--- lessons/a.md\ntitle: A\n---\nThey say {cited}.\n{files}")

    found = [one for one in report if one.code in ("LS303", "LS314")]
    assert [one.hint for one in found] == [hint]
    assert not any(one.fix and one.fix.safe for one in found if "2017]" in cited)
