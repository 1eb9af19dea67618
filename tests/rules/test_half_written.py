"""Links and citations that were begun and not finished."""

from time import process_time

import pytest

from tests.sample import checked

SAMPLE = """
--- lessons/meetings-that-learn.md
title: Meetings that learn
--- sources/scott-2014.md
title: Roles in a sub-district
length: 12
--- lessons/a.md
title: A lesson
---
"""


def told(body: str, code: str):
    """What is said about a body, and what a safe fix would write."""
    report = checked(SAMPLE + body)[1]
    return [
        (one.says, one.hint, one.fix.text if one.fix and one.fix.safe else "")
        for one in report
        if one.code == code
    ]


@pytest.mark.parametrize(
    ("body", "mend"),
    [
        ("[[lesson/meetings-that-learn and more.", "[[lesson/meetings-that-learn]]"),
        ("[[lesson/meetings-that-learn].", "[[lesson/meetings-that-learn]]"),
        ("Read [[lesson/meetings-that-learn.", "[[lesson/meetings-that-learn]]"),
        ("[[lesson/meetings-that-learn|this] too", "[[lesson/meetings-that-learn|this]]"),
        ("[[Meetings that learn and more.", ""),
    ],
)
def test_a_link_that_is_never_closed_is_found(body, mend):
    """`[[` without `]]` would be shown as it stands; where the name exists, it is closed."""
    [(says, hint, fix)] = told(body, "LS304")

    assert says == "`[[` is opened here and never closed"
    assert fix == mend and hint == f"write `{mend or '[[case-study/kerala-aardram]]'}`"


@pytest.mark.parametrize(
    "body",
    [
        "`[[lesson/a` and \\[[lesson/a",
        "```\n[[lesson/a\n```",
        "[[words](meetings-that-learn.md)]",
        "[[words] more](meetings-that-learn.md)",
        "[[lesson/meetings-that-learn|words]]",
        "| a |\n| --- |\n| [[lesson/meetings-that-learn\\|words]] |",
        "It was [[1] and [2].",
    ],
)
def test_brackets_that_open_no_link_are_left_alone(body):
    """Code, escaped brackets, whole links and plain brackets are nobody's mistake."""
    assert told(body, "LS304") == []


@pytest.mark.parametrize(
    ("body", "wrong", "mend", "fix"),
    [
        ("It says @scott-2014 that", "`@scott-2014` cites", "[@scott-2014, p. 3]", ""),
        ("They met (@scott-2014).", "`@scott-2014` cites", "[@scott-2014, p. 3]", ""),
        ("[@scott-2014, abstract too.", "never closed", "[@scott-2014, p. 3]", ""),
        ("[@nobody-2014, abstract too.", "never closed", "[@nobody-2014, p. 3]", ""),
        ("[scott-2014, p. 3]", "the `@` is missing", "[@scott-2014, p. 3]", "[@scott-2014, p. 3]"),
        ("[scott-2014]", "the `@` is missing", "[@scott-2014]", "[@scott-2014]"),
    ],
)
def test_a_citation_half_written_is_found(body, wrong, mend, fix):
    """A source named without brackets, without `@` or without an end would cite nothing."""
    [(says, hint, written)] = told(body, "LS314")

    assert wrong in says and hint.endswith(f"to cite it write `{mend}`") and written == fix


@pytest.mark.parametrize(
    "body",
    [
        "`@scott-2014` and `[scott-2014]`",
        "    [@scott-2014, abstract too.",
        "Write to post@scott-2014 or @nobody-2014.",
        "<https://example.org/@scott-2014> and [scott-2014](https://example.org)",
        "[scott-2014]\n\n[scott-2014]: https://example.org",
        "So it is [@scott-2014, p. 3] and \\@scott-2014, \\[scott-2014, p. 3].",
    ],
)
def test_names_that_cite_nothing_on_purpose_are_left_alone(body):
    """Code, addresses, escaped signs, whole citations and names of no source are no mistake."""
    assert told(body, "LS314") == []


@pytest.mark.parametrize("sign", ["[[a", "[@a", "@a ", "@", "[", "[a-b,", "[[lesson/a|"])
def test_very_many_half_written_signs_take_no_time(sign):
    """What is open is looked for no further than the next sign."""
    started = process_time()
    checked(SAMPLE + sign * 20_000)

    assert process_time() - started < 10


@pytest.mark.parametrize(
    ("body", "written", "what", "right"),
    [
        ("![Women](Photo 1.jpg)", "Photo 1.jpg", "picture", "photo-1.jpg"),
        (
            "A [report](Annual report 2016.pdf).",
            "Annual report 2016.pdf",
            "link",
            "annual-report-2016.pdf",
        ),
        ("[a](../My files/a.md)", "../My files/a.md", "link", "../my-files/a.md"),
    ],
)
def test_a_file_with_a_blank_in_its_name(body, written, what, right):
    """Readers would see the brackets; the author hears of the blank and of a better name."""
    says = f"`{written}` has a blank in it, so this is no {what}"

    assert told(body, "LS311") == [(says, f"rename the file, and write `({right})`", "")]


@pytest.mark.parametrize(
    "body",
    [
        "`![Women](Photo 1.jpg)`",
        '![Women](photo-1.jpg "At work.md")',
        "They met [in May](or so they say).",
        "Two [a] (see Scott et al. 2014)",
        "[a](<Photo 1.jpg>)",
    ],
)
def test_what_is_no_half_written_link(body):
    """Code, titles of pictures and brackets in prose are left alone."""
    assert not [one for one in told(body, "LS311") if "blank" in one[0]]


def test_very_many_brackets_are_read_as_quickly():
    """A body of nothing but the beginnings of links does not keep anybody waiting."""
    started = process_time()
    for many in ("[a](b c", "![", "[a](b .", "](a b."):
        told(many * 5_000, "LS311")

    assert process_time() - started < 10


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("---\nsummary: What they did.\nstatus: published\n---\n\nText.", 2),
        ("\nstatus: published\n---\n\nText.", 2),
        ("related:\n  - entry: lesson/b\n---\nText.", 1),
        ("They met.\n\nsummary: of all they did.", 0),
        ("where: it began.", 0),
        ("Summary: it began.", 0),
        ("```\nsummary: a field\n```", 0),
    ],
)
def test_fields_below_the_second_line_of_hyphens_are_told_of(body, line):
    """Whoever pasted two files, or wrote hyphens among the fields, hears where the fields are."""
    portal, report, _ = checked(f"--- lessons/a.md\ntitle: A\n---\n{body}\n")
    source = next(one.source for one in portal.library)
    first = source.text[: source.body_at].count("\n")
    assert [one.span.line - first for one in report if one.code == "LS323"] == [line][: line > 0]
