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


@pytest.mark.parametrize("letter", ["a", " ", "'", "- ", "a:", "'a", "\u00a0", "#", "a ", "a:b"])
@pytest.mark.parametrize("start", ["a 'b' ", "a: b\n", "a: 'b' c", "a: %", "a: [b]\n ", "a: b\nb"])
def test_a_very_long_line_is_explained_as_quickly(letter, start):
    """Words and signs that are repeated thousands of times do not keep anybody waiting."""
    text = f"{start}{letter * (60_000 // len(letter))}\nc: d\n"
    try:
        load(text)
    except YamlProblem as problem:
        assert len(problem.says) + len(problem.hint) < 300
