"""References from elsewhere become sources: each once, none over another, the bad ones named."""

import json
from pathlib import Path

import pytest

from lsbuild.text.front_matter import read_front, split
from tests.editing.conftest import refused, run

GOOD = r"""
@article{mendez2014,
  title = {A {Kenyan} study of {\'e}v{\'e}nements \& more --- the end},
  author = {M{\'e}ndez, Sassy and {World Health Organization} and du Toit, A and others},
  journal = {Health Policy and Planning}, year = 2014, month = mar, volume = {33},
  number = {S2}, pages = {ii65--ii74}, doi = {https://doi.org/10.1093/HEAPOL/czx135}
}
"""
HAVE = """
--- sources/cleary-2018.md
title: Enabling relational leadership
csl:
  type: article-journal
  doi: 10.1093/heapol/czx135
--- sources/a-book.md
title: A book of learning
csl:
  type: book
  isbn: 978-3-16-148410-0
"""


def imported(root: Path, text: str | list, name: str = "refs.bib"):
    path = root / name
    path.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
    return run("sources", "import", name)


def source(root: Path, name: str) -> dict:
    path = root / "content/sources" / f"{name}.md"
    return read_front(split(path, path.read_text(encoding="utf-8")))


def names(root: Path) -> set[str]:
    return {path.stem for path in (root / "content/sources").glob("*.md")}


class TestBibtex:
    def test_writes_what_was_known(self, portal):
        """Accents, dashes, groups as authors, particles and identifiers arrive as we write them."""
        root = portal()
        done = imported(root, GOOD)

        assert done.stdout.startswith("wrote content/sources/mendez-2014.md: A Kenyan study of év")
        assert done.exit_code == 0
        data = source(root, "mendez-2014")
        assert data["title"] == "A Kenyan study of événements & more — the end"
        assert data["csl"] == {
            "type": "article-journal",
            "et_al": True,
            "author": [
                {"family": "Méndez", "given": "Sassy"},
                {"literal": "World Health Organization"},
                {"family": "du Toit", "given": "A"},
            ],
            "issued": "2014-03",
            "container_title": "Health Policy and Planning",
            "volume": "33",
            "issue": "S2",
            "page": "ii65–ii74",
            "doi": "10.1093/HEAPOL/czx135",
        }

    def test_passes_every_check_but_for_todos(self, portal):
        """What nobody can know of a reference is a TODO, and nothing else is found."""
        root = portal()
        imported(root, GOOD + "@misc{x, title={Only a title}}")
        found = run("check", "--quiet", "--format", "concise", "content/sources").stdout

        assert found and all(": LS123 " in line for line in found.splitlines())

    def test_takes_the_good_and_names_the_bad(self, portal):
        """A brace that is never closed costs one entry; it is named with its line."""
        root = portal()
        broken = "@article{bad1,\n  title = {Never {closed,\n  year = 2015\n}\n"
        done = imported(root, f"{broken}{GOOD}@book{{good2, title={{Two}}, year=2010}}\n")

        assert names(root) == {"mendez-2014", "two-2010"}
        assert done.exit_code == 1
        assert done.stderr == (
            "refs.bib: `bad1` (line 1) was not taken: "
            "a brace or a quotation mark in it is opened and never closed\n"
        )
        assert "2 sources written, 0 already there, 1 not taken." in done.stdout

    @pytest.mark.parametrize(
        ("entry", "says"),
        [
            ("@misc{a, year=2010}", "`a` (line 1) was not taken: it has no title"),
            (
                "@misc{a, title={T}}\n@misc{a, title={U}}",
                "`a` (line 2) was not taken: another entry",
            ),
            ("@misc{a, author={A, B, C, D}, title={T}}", "a name in it has too many commas"),
            ("@misc{a, title={A}, title={B}}", "a field stands twice"),
        ],
    )
    def test_says_what_is_wrong_with_an_entry(self, portal, entry, says):
        """Each entry that is left out has its reason in plain words."""
        assert says in imported(portal(), entry).stderr

    def test_keeps_what_does_not_fit_as_words(self, portal):
        """A date or number nobody can read is not lost, and the reference is not complete."""
        root = portal()
        imported(root, "@book{a, title={T}, author={B, C}, year={c. 1999}, isbn={123}, doi={x}}")
        data = source(root, "b")

        assert data["complete"] is False
        assert "date “c. 1999”" in data["missing"] and "isbn “123”" in data["missing"]
        assert data["csl"] == {"type": "book", "author": [{"family": "B", "given": "C"}]}

    @pytest.mark.parametrize(
        ("told", "code"),
        [
            ("swedish", "sv"),
            ("ngerman", "de"),
            ("Chinese", "zh"),
            ("Estonian", "et"),
            ("Kiswahili", "sw"),
            ("fre", "fr"),
            ("pt_BR", "pt"),
            ("brazilian", "pt"),
            ("fran\\c{c}ais", "fr"),
        ],
    )
    def test_knows_a_language_by_its_name(self, portal, told, code):
        """Names as people and LaTeX write them, and codes of any length, become our codes."""
        root = portal()
        imported(root, f"@book{{a, title={{T}}, author={{B, C}}, year=2010, langid={{{told}}}}}")

        assert source(root, "b-2010")["language"] == code

    @pytest.mark.parametrize("told", ["english", "british", "UKenglish", "en-US", "eng"])
    def test_english_goes_without_saying(self, portal, told):
        """It is what a source is in where nothing is said."""
        root = portal()
        imported(root, f"@book{{a, title={{T}}, author={{B, C}}, year=2010, langid={{{told}}}}}")

        assert "language" not in source(root, "b-2010") and "missing" not in source(root, "b-2010")

    @pytest.mark.parametrize("told", ["esperantish", "english and french", "Ancient Greek"])
    def test_names_a_language_it_does_not_know(self, portal, told):
        """No code is made of the first letters of a word."""
        root = portal()
        imported(root, f"@book{{a, title={{T}}, author={{B, C}}, year=2010, langid={{{told}}}}}")
        data = source(root, "b-2010")

        assert "language" not in data and f"language “{told}”" in data["missing"]


class TestAddresses:
    @pytest.mark.parametrize(
        ("field", "address"),
        [
            (r"howpublished={\url{https://example.org/a_b}}", "https://example.org/a_b"),
            (r"howpublished={Online, \href{https://example.org/a}{here}}", "https://example.org/a"),
            (r"note={See https://example.org/a--b.}", "https://example.org/a--b"),
            (r"url={https://example.org/a%20b~c}", "https://example.org/a%20b~c"),
            (r"url={https://example.org/a\%20b\_c\#d}", "https://example.org/a%20b_c#d"),
            (r"url={\url{https://example.org/{\~{}}a}}", "https://example.org/~a"),
            (r"url={https://example.org/a}, note={https://example.org/b}", "https://example.org/a"),
        ],
    )
    def test_are_found_wherever_people_write_them(self, portal, field, address):
        """An address arrives letter by letter, and what has one beside its title is a web page."""
        root = portal()
        imported(root, f"@misc{{web1, title={{Ambulance page}}, year=2020, {field}}}")
        data = source(root, "ambulance-page-2020")

        assert (data["url"], data["csl"]["type"]) == (address, "webpage")

    def test_leave_the_kind_of_a_text_alone_that_says_it(self, portal):
        """A report with an address stays a report, and what has a DOI is no mere page."""
        root = portal()
        imported(
            root,
            "@techreport{a, title={One}, url={https://example.org/a}}\n"
            "@misc{b, title={Two}, url={https://example.org/b}, doi={10.1093/heapol/czx135}}",
        )

        assert source(root, "one")["csl"]["type"] == "report"
        assert source(root, "two")["csl"]["type"] == "document"

    def test_take_no_other_scheme(self, portal):
        """What could run is no address."""
        root = portal()
        imported(root, r"@misc{a, title={One}, howpublished={\url{javascript:alert(1)}}}")

        assert "url" not in source(root, "one")


def test_a_doi_is_taken_without_the_dashes_and_the_full_stop_of_a_page(portal):
    """What an export took from a printed page leads to the text all the same."""
    root = portal()
    imported(root, "@article{a, title={On rotas}, year=2016, doi={10.1093/heapol\u2010a\u2013b.}}")

    assert source(root, "on-rotas-2016")["csl"]["doi"] == "10.1093/heapol-a-b"


def test_a_sign_of_per_cent_ends_no_sentence(portal):
    """BibTeX has no comments within a value, so what stands behind the sign is kept."""
    root = portal()
    imported(root, r"@misc{a, title={In 50% of clinics, and 30\% of homes}, year=2010}")

    assert source(root, "in-50-of-clinics-2010")["title"] == "In 50% of clinics, and 30% of homes"


def test_names_each_field_that_was_not_taken_over(portal):
    """Nobody has to compare files to learn what an import left behind."""
    done = imported(
        portal(),
        r"@misc{a, title={One}, howpublished={\url{https://example.org/a}}, "
        r"note={Accessed: 2020-01-01}, edition={2nd}, month=may, year=2020}",
    )

    assert done.stdout.startswith(
        "wrote content/sources/one-2020.md: One (not taken over: edition, note)\n"
    )


class TestCslJson:
    def test_reads_what_zotero_exports(self, portal):
        """Types, names with particles, dates and markup become ours."""
        root = portal()
        item = {
            "id": "http://zotero.org/users/1/items/A",
            "type": "report",
            "title": "Learning <i>in vivo</i>: p < 0.05",
            "author": [
                {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"},
                {"literal": "Équipe"},
            ],
            "issued": {"date-parts": [["2019", 3, 1]]},
            "publisher": "WHO",
            "publisher-place": "Geneva",
            "URL": "https://example.org/a",
            "language": "fr-FR",
            "abstract": "Not ours to copy.",
        }
        imported(root, [item], "refs.json")
        data = source(root, "van-den-berg-2019")

        assert data["title"] == "Learning in vivo: p < 0.05"
        assert data["csl"]["author"][0] == {"family": "van den Berg", "given": "Jan"}
        assert (data["csl"]["issued"], data["csl"]["type"]) == ("2019-03-01", "report")
        assert (data["url"], data["language"]) == ("https://example.org/a", "fr")
        assert "abstract" not in data

    @pytest.mark.parametrize(
        "odd",
        [
            {"title": None},
            {"title": ["a"]},
            {"title": "T", "author": "A", "issued": 3, "DOI": {}, "type": []},
            {"title": "T", "author": [3, {"family": {}}], "issued": {"date-parts": [[None]]}},
            {"title": "T" * 300},
            {"title": "&lt;script&gt;"},
            3,
        ],
        ids=range(7),
    )
    def test_survives_what_is_not_a_reference(self, portal, odd):
        """Odd values are left out or named, and the next reference is read."""
        root = portal()
        imported(root, [odd, {"title": "The next one", "type": "book"}], "refs.json")

        assert "the-next-one" in names(root)


class TestDuplicates:
    @pytest.mark.parametrize(
        ("entry", "by"),
        [
            ("@article{a, title={Another}, doi={10.1093/HEAPOL/CZX135}}", "DOI"),
            ("@book{a, title={Another}, isbn={9783161484100}}", "ISBN"),
            ("@article{a, title={Enabling {Relational} Leadership.}}", "title"),
        ],
    )
    def test_leaves_out_what_is_there(self, portal, entry, by):
        """The same DOI, ISBN or title is the same text, however it is written."""
        root = portal(HAVE)
        before = {p: p.read_bytes() for p in root.rglob("*.md")}
        done = imported(root, entry)

        assert f"has its {by}\n" in done.stdout and done.exit_code == 0
        assert {p: p.read_bytes() for p in root.rglob("*.md")} == before

    def test_knows_what_is_not_the_same(self, portal):
        """A chapter is not its book, and one title with two DOIs is two texts."""
        root = portal(HAVE)
        imported(
            root,
            "@incollection{a, title={A chapter}, isbn={9783161484100}}"
            "@article{b, title={Enabling relational leadership}, doi={10.1000/182}}",
        )

        assert len(names(root)) == 4

    def test_takes_a_reference_once(self, portal):
        """Twice in one file, or the same file again, makes one source."""
        root = portal()
        twice = GOOD + GOOD.replace("mendez2014", "again")

        assert "1 source written, 1 already there" in imported(root, twice).stdout
        assert "0 sources written, 2 already there" in imported(root, twice).stdout

    def test_gives_each_a_name_of_its_own(self, portal):
        """Two texts of one author and year are told apart, and no file is written over."""
        root = portal()
        two = "".join(
            f"@book{{k{n}, title={{Book {n}}}, author={{Tsofa, B}}, year=2017}}" for n in "xy"
        )
        (root / "content/sources").mkdir()
        (root / "content/sources/tsofa-2017.md").write_bytes(b"\xff")
        imported(root, two)

        assert names(root) == {"tsofa-2017", "tsofa-2017b", "tsofa-2017c"}
        assert (root / "content/sources/tsofa-2017.md").read_bytes() == b"\xff"


class TestRefusals:
    @pytest.mark.parametrize(
        ("raw", "says"),
        [
            (b"", "there is no reference in it"),
            (b"just words", "there is no reference in it"),
            (b"[]", "there is no reference in it"),
            (b'[{"title": "T"},\n oops]', "refs.x:2: this is no longer JSON here"),
            (b"@book{a, title={\xe9}}", "this is not UTF-8 text"),
            (b"[" * 100_000, "too many braces"),
        ],
        ids=range(6),
    )
    def test_says_why_a_file_cannot_be_read(self, portal, raw, says):
        """A file that is neither form is refused in one line."""
        root = portal()
        (root / "refs.x").write_bytes(raw)

        assert says in refused("sources", "import", "refs.x")

    def test_names_a_file_that_is_not_there(self, portal):
        """A wrong path is named."""
        portal()

        assert "nowhere.bib: No such file" in refused("sources", "import", "nowhere.bib")


def test_lists_what_nothing_rests_on(portal):
    """A source no page cites or points to is unused; a draft's citation is a use."""
    portal("""
        --- sources/used.md
        title: Used
        --- sources/linked.md
        title: Linked
        --- sources/alone.md
        title: Alone
        --- lessons/first.md
        title: First
        status: draft
        ---
        So it is [@used, p. 3]; see [that](../sources/linked.md).
        """)

    assert run("sources", "unused").stdout == "content/sources/alone.md: Alone\n"
