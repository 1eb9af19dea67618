"""What is not YAML is told on the line that is to be mended, in words of an editor."""

import pytest

from lsbuild.text.yaml12 import YamlProblem, load

NO_COLON = "there is no colon after `problem`"
ONE_SPACE = "this line begins with one space too many"
QUOTES = "put the whole value in quotes"
DOUBLE = "use double quotes around the whole value"
MISTAKES = [
    ("title: A\nproblem Women\ntried: b", 2, NO_COLON, "write `problem: Women`"),
    ("problem Women\ntried: b", 1, NO_COLON, "write `problem: Women`"),
    ("title: A\nproblem Women", 2, NO_COLON, "write `problem: Women`"),
    ("a:\n- b: c\n  problem Women\n  d: e", 3, NO_COLON, "write `problem: Women`"),
    ("role: a\nand so on\nand on\nb: c", 2, "no colon after `and`", "begins with two spaces"),
    ("role: a\nhttps://a.org\nb: c", 2, "no colon in this line", "begins with two spaces"),
    ("a: b\nproblem:Women\nc: d", 2, "a space is missing after `problem:`", "`problem: Women`"),
    (
        "problem:\u00a0Women\nc: d",
        1,
        "a no-break space (from Word) stands after `problem:`",
        "plain",
    ),
    ("a:\n  - b:\u00a0K\n    c: d", 2, "a no-break space (from Word) stands after `b:`", "plain"),
    ("a:\n  - b: c\n  \u00a0 d: e", 3, "no-break spaces (from Word) stand before `d`", "plain"),
    ("title: A\nunit: %", 2, "a value that begins with `%` needs quotes", QUOTES),
    ("role: @home", 1, "a value that begins with `@` needs quotes", QUOTES),
    ("role: `a`", 1, "a value that begins with a backtick needs quotes", QUOTES),
    ("role: 'The district's rota'\na: b", 1, "the apostrophe in `district's` ends", DOUBLE),
    ("a:\n  - 'district's rota'", 2, "the apostrophe in `district's` ends", DOUBLE),
    ("role: 'Nurses' rota'\na: b", 1, "the value goes on behind its closing", DOUBLE),
    ('role: "Ask" them\na: b', 1, "the value goes on behind its closing", "use single quotes"),
    ("title: A\n period: 2016", 2, "this line begins with too many spaces", "take some away"),
    ("a: [b]\n period: 2016", 2, ONE_SPACE, "delete the space"),
    (" title: A\nperiod: 2016", 1, ONE_SPACE, "delete the space"),
    ("a:\n  - b: [c]\n   d: e", 3, "begins under none of the lines above it", "exactly below"),
    ('a: "One\nb: 2\nc:\n  - d: "%"\n    e: f', 1, "opened here and never closed", "close it"),
    ("a: b\nc:\n  - d: 'One\n    e: 'nurses' rota'", 3, "opened here and never closed", "close it"),
    ('a: "One\n  two"\nunit: %', 3, "a value that begins with `%` needs quotes", QUOTES),
    ("a:\n  – b: c\n    d: e", 2, "`–` begins no item of a list", "write `- `"),
    ("a:\n  - b: c\n    d: e\n  • b: c\n    d: e", 4, "`•` begins no item", "write `- `"),
    ("a:\n  •\tb: c\n    d: e", 2, "`•` begins no item of a list", "write `- `"),
    ("a:\n  -b: c\n    d: e", 2, "a space is missing after `-`", "write `- `"),
    ("a:\n  - b\n  – c", 3, "`–` begins no item of a list", "write `- `"),
    ("a: b\nrole: *Nurses* meet", 2, "a value that begins with `*` needs quotes", QUOTES),
    ("a: >50% of women\nb: c", 1, "a value that begins with `>` needs quotes", QUOTES),
    ("a: [WHO] report\nb: c", 1, "a value that begins with `[` needs quotes", QUOTES),
    ("a: {WHO} report\nb: c", 1, "a value that begins with `{` needs quotes", QUOTES),
    ("a: & others\nb: c", 1, "a value that begins with `&` needs quotes", QUOTES),
    ("a:\n  - b: - c\n", 2, "a value that begins with `-` needs quotes", QUOTES),
    ("a: b\nc: [d, e\nf: 2016\ng: h", 2, "the `[` that is opened here is never closed", "`]`"),
    ("a: {b: c\nd: e", 1, "the `{` that is opened here is never closed", "`}`"),
    ('a: ["b" and "c"]', 1, "what stands between `[` and `]` cannot be read", "by commas"),
    ("role: Centre #4\n  and others\na: b", 1, "everything after ` #` is left out here", QUOTES),
]


@pytest.mark.parametrize(("text", "line", "says", "hint"), MISTAKES)
def test_is_told_where_it_is_mended(text, line, says, hint):
    """The line is the one that lacks something, not the next one, where YAML gives up."""
    with pytest.raises(YamlProblem) as caught:
        load(f"{text}\n")
    problem = caught.value

    assert (problem.name, text[: problem.start].count("\n") + 1) == ("invalid-yaml", line)
    assert says in problem.says, problem.says
    assert hint in problem.hint, problem.hint


MENDED = [
    ("title: Kédougou: a case\nb: c", 'title: "Kédougou: a case"\nb: c'),
    ("a:\n  - says: 12 km : too far  \n    b: c", 'a:\n  - says: "12 km : too far"  \n    b: c'),
    ('title: The "loop": a case', "title: 'The \"loop\": a case'"),
    ("title: A: b\n\nbroken", 'title: "A: b"\n\nbroken'),
    ("a:\n\t- b\n\t- c\nd: e", "a:\n  - b\n  - c\nd: e"),
    ("a:\n\tb:\n\t\tc: d", "a:\n  b:\n    c: d"),
    ("a:\n  - b: c\n    \td: e", "a:\n  - b: c\n    d: e"),
    ("a:\n  - b: c\n\td: e", "a:\n  - b: c\n    d: e"),
    ("a:\n  - b: c\n  \u00a0 d: e\n  \u00a0 f: g", "a:\n  - b: c\n    d: e\n    f: g"),
    ("problem:\u00a0Women\nc: d", "problem: Women\nc: d"),
    ("a: b\nproblem:Women\nc: d", "a: b\nproblem: Women\nc: d"),
    ("unit: %", 'unit: "%"'),
    ("a:\n  - @home\n  - b", 'a:\n  - "@home"\n  - b'),
    ("role: `a`\nb: c", 'role: "`a`"\nb: c'),
    ('a: "One \nb: 2\nc: "%"', 'a: "One" \nb: 2\nc: "%"'),
    ('a: "One”\nb: 2\nc: "%"', 'a: "One"\nb: 2\nc: "%"'),
    ("a:\n  – b: c\n  – b: d\n    e: – f", "a:\n  - b: c\n  - b: d\n    e: – f"),
    ("a:\n  -b: c\n    d: e", "a:\n  - b: c\n    d: e"),
    ("a: >50% of women\nb: c", 'a: ">50% of women"\nb: c'),
    ("a: [WHO] report\nb: c", 'a: "[WHO] report"\nb: c'),
]
LEFT = [
    "title: A: b\n  and more",
    "title: A: b  # a note",
    "a: {b: c: d}",
    "title: 'A': b: c",
    "a: [%]",
    "title: A\n period: 2016",
    "a: *Nurses* meet",
    "a: > One\nb: c",
    "a: [b\nc: d",
    'a: "One "two"\nb: c\nd: "%"',
]


def problem_of(text: str) -> YamlProblem:
    with pytest.raises(YamlProblem) as caught:
        load(text)
    return caught.value


@pytest.mark.parametrize(("text", "meant"), MENDED)
def test_is_mended_where_only_one_thing_is_meant(text, meant):
    """What an author would do by hand is done for them, and nothing else is touched."""
    fix = problem_of(text).fix

    assert fix is not None and fix.safe
    assert text[: fix.start] + fix.text + text[fix.end :] == meant


@pytest.mark.parametrize("text", LEFT)
def test_is_left_where_more_than_one_thing_could_be_meant(text):
    """A value that goes on, a note behind it and values in brackets are for their author."""
    assert problem_of(text).fix is None


def test_the_width_of_a_tab_is_a_guess_where_it_decides():
    """Below a field without a value, a tab may stand beside it or within it."""
    fix = problem_of("a:\n  b:\n\tc: d").fix

    assert fix is not None and not fix.safe


@pytest.mark.parametrize("letter", ["a", " ", "'", "- ", "a:", "'a", "\u00a0", "#", "a ", "a:b"])
@pytest.mark.parametrize("start", ["a 'b' ", "a: b\n", "a: 'b' c", "a: %", "a: [b]\n ", "a: b\nb"])
def test_a_very_long_line_is_explained_as_quickly(letter, start):
    """Words and signs that are repeated thousands of times do not keep anybody waiting."""
    text = f"{start}{letter * (60_000 // len(letter))}\nc: d\n"
    try:
        load(text)
    except YamlProblem as problem:
        assert len(problem.says) + len(problem.hint) < 300
