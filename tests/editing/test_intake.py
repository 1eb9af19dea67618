"""What people without an account send becomes a draft; whatever it holds, it stays words."""

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest

from lsbuild.kinds import kind_named
from lsbuild.kinds._questions import questions, suggested_kinds
from lsbuild.pipeline import examine
from lsbuild.settings import read_settings
from lsbuild.text.front_matter import read_front, split
from lsbuild.text.messages import languages, say
from lsbuild.views._forms import form_lines, plain_form
from lsbuild.views._word_file import word_file
from tests.editing.conftest import refused, run

CASE = kind_named("case-study")
LISTS = """
--- _vocabularies/groups.yml
title: Groups
terms:
  - {id: planners, label: Policy-makers and planners}
  - {id: teams, label: "Programmes, facilities and teams", labels: {fr: Les équipes}}
--- _vocabularies/system-levels.yml
title: Levels
terms:
  - {id: district, label: District or county}
  - {id: facility, label: Facility}
--- _vocabularies/partner-types.yml
title: Partners
terms:
  - {id: government, label: Government}
"""
ANSWERS = {
    "title": "Stock cards on the wall",
    "problem": "Nobody knew what was on the shelf.",
    "tried": "They put the stock cards on the wall.",
    "areas": "Kenya",
    "period": "from 2016 to 2018",
    "levels": "district or county",
    "outcomes": "Fewer stock-outs, the team says\nOrders came earlier",
    "unknowns": "What it cost",
    "body": "First, they looked.",
    "contact": "Ask for me at the market",
}


@pytest.fixture
def sent(portal):
    """Writes a file beside a portal, and takes it in."""
    root = portal(LISTS)

    def send(content: str | bytes, *words: str, name: str = "sent.txt"):
        file = root / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        done = run("intake", file, *words)
        assert done.exit_code == 0, done.output
        return done.stdout

    return send


def draft() -> tuple[dict, str]:
    """The one draft there is: its front matter and its body."""
    [path] = Path("content/case-studies").glob("*.md")
    source = split(path, path.read_text(encoding="utf-8"))
    return read_front(source), source.body


def codes() -> set[str]:
    done = run("check", "--strict", "--quiet", "--format", "concise")
    return {line.split()[1] for line in done.stdout.splitlines()}


def filled(language: str = "en", **answers: str) -> str:
    """The plain form, with answers below some of its headings."""
    portal, _ = examine(read_settings(Path("mkdocs.yml")))
    text = plain_form(CASE, portal, language)
    for one in questions(CASE):
        head = f"== {say(one.heading, language)} ==\n"
        before, after = text.split(head)
        hint, _, rest = after.partition("\n")
        text = f"{before}{head}{hint}\n{answers.get(one.name, '')}\n{rest}"
    return text


class TestPlainForm:
    def test_becomes_a_draft_with_nothing_but_todos(self, sent):
        """Each answer stands in its field, and what is missing is marked TODO."""
        sent(filled(**ANSWERS))
        front, body = draft()

        assert front["title"] == ANSWERS["title"] and front["problem"] == ANSWERS["problem"]
        assert front["status"] == "draft" and front["areas"][0]["country"] == "KE"
        assert front["period"] == "2016/2018" and front["levels"] == ["district"]
        assert [one["says"] for one in front["outcomes"]] == ANSWERS["outcomes"].split("\n")
        assert front["unknowns"] == ["What it cost"] and body == "\nFirst, they looked.\n"
        assert codes() == {"LS123"}

    def test_is_understood_where_it_is_quoted_in_a_letter(self, sent):
        """A mail program's `>` before each line changes nothing."""
        sent("".join(f"> {line}\n" for line in filled(**ANSWERS).splitlines()))

        assert draft()[0]["tried"] == ANSWERS["tried"]

    def test_may_come_in_french_with_no_english_twin(self, sent):
        """A French form becomes a French draft, and the letter that goes back is French."""
        said = sent(filled("fr", title="Des fiches au mur", areas="Bénin", period="depuis 2016"))

        assert Path("content/case-studies/des-fiches-au-mur.fr.md").is_file()
        assert draft()[0]["areas"][0]["country"] == "BJ" and draft()[0]["period"] == "2016/.."
        assert "Merci." in said and "La suite" in said
        assert codes() == {"LS123"}

    def test_may_be_text_of_an_old_windows(self, sent):
        """What is no UTF-8 is read as cp1252, and the editor is told to look at the accents."""
        answers = filled("fr", title="Réunions – à l’hôpital", period="2016 à 2018")
        said = sent(answers.replace("☐", "[ ]").encode("cp1252", errors="replace"))

        assert draft()[0]["title"] == "Réunions – à l’hôpital"
        assert "read as old Windows text (cp1252): look at its accents." in said
        assert "Windows" not in sent(filled(title="Cards", problem="é"), name="new.txt")

    def test_says_what_was_left_empty(self, sent):
        """The report and the receipt name the headings without an answer."""
        said = sent(filled(title="Stock cards", problem="Nobody knew."))

        assert "Left empty: In short, What was tried" in said
        assert "Still empty, and that is all right: In short" in said

    def test_keeps_ways_to_reach_people_out_of_the_draft(self, sent):
        """The contact, e-mail addresses and telephone numbers are in no file of ours."""
        answers = ANSWERS | {"body": "Write to bob@example.org or +254 712 345 678, please."}
        said = sent(filled(**answers))
        text = next(Path("content/case-studies").glob("*.md")).read_text("utf-8")

        assert "market" not in text and "bob@" not in text and "712" not in text
        assert "1 e-mail address, 1 telephone number" in said

    @pytest.mark.parametrize(
        "period", ["05.2016-06.2018", "01.05.2016-30.06.2018", "(05.2016 - 06.2018)"]
    )
    def test_a_period_is_no_telephone_number(self, sent, period):
        """Months and years that are written with figures stay as they were sent."""
        said = sent(filled(**ANSWERS | {"body": f"It went on {period}, they say."}))

        assert period in draft()[1] and "telephone" not in said

    @pytest.mark.parametrize("number", ["05.2016-06.2018.11", "0712.345.678", "02012 062018"])
    def test_a_number_is_no_period(self, sent, number):
        """What only looks like one in part is left out all the same."""
        said = sent(filled(**ANSWERS | {"body": f"Call {number}, they say."}))

        assert number not in draft()[1] and "1 telephone number" in said

    def test_asks_for_consent_that_was_not_given(self, sent):
        """Without a word about consent the editor is told to ask first."""
        assert "Consent: nothing was ticked. Ask" in sent(filled(**ANSWERS))

    def test_shows_consent_that_was_given(self, sent):
        """What was ticked is no longer asked for, and what was not is named."""
        text = filled(**ANSWERS)
        ticked = "[x] Everyone who could be recognised has agreed to it."
        said = sent(text.replace("[ ] Everyone", "[x] Everyone"))

        assert ticked[4:] not in said.split("Consent: not ticked:")[1].split("Ask before")[0]
        assert "No patient, health worker" in said

    def test_shows_what_was_written_about_consent(self, sent):
        """Words of the writer's own stand in the report beside what was left unticked."""
        said = sent(filled(**ANSWERS | {"consent": "Yes, all of it."}))

        assert "Consent: they wrote `Yes, all of it.`, and left unticked: Everyone" in said

    def test_names_no_title_that_was_not_sent(self, sent):
        """A title made of other words is neither taken over nor got."""
        said = sent(filled(problem="Nobody knew."))

        assert "Taken over: The problem.\n" in said and "- A short title" not in said

    def test_says_where_a_month_was_left_out(self, sent):
        """Years are taken, and a finer time is told to the editor."""
        said = sent(filled(**ANSWERS | {"period": "March 2021 – juin 2022"}))

        assert draft()[0]["period"] == "2021/2022"
        assert "only the years of `March 2021 – juin 2022` were taken" in said

    @pytest.mark.parametrize(
        ("said", "period"),
        [
            ("Until 2018", "../2018"),
            ("jusqu’en 2018", "../2018"),
            ("Avant 2016", "../2016"),
            ("2016 - now", "2016/.."),
            ("2016 – en cours", "2016/.."),
            ("2016 à ce jour", "2016/.."),
            ("en cours depuis mars 2016", "2016/.."),
            ("2016/..", "2016/.."),
            ("Jan 2016 to Mar 2016", "2016"),
            ("15-Mar-16 to 31/12/2018", "2016/2018"),
            ("de janv. 2016 à déc. 2018", "2016/2018"),
            ("from January to March 2016", "2016"),
            ("2016–2018", "2016/2018"),
        ],
    )
    def test_understands_how_people_tell_a_time(self, sent, said, period):
        """Open at either end, with months in full or short, in English and in French."""
        sent(filled(**ANSWERS | {"period": said}))

        assert draft()[0]["period"] == period and codes() == {"LS123"}
        assert "is this when?" not in next(Path("content/case-studies").glob("*.md")).read_text()

    @pytest.mark.parametrize(
        ("said", "period"),
        [
            ("early 2016", "2016"),
            ("2016 until the flood", "2016"),
            ("Mar 16 to Dec 2018", "2018"),
            ("until 2018, again since 2020", "2018/2020"),
        ],
    )
    def test_marks_a_time_it_did_not_understand(self, sent, said, period):
        """A word that may change the years is for an editor to read, and is kept."""
        told = sent(filled(**ANSWERS | {"period": said}))
        text = next(Path("content/case-studies").glob("*.md")).read_text("utf-8")

        assert f"period: {period}  # TODO: is this when?\n" in text.replace("'", "")
        assert said in draft()[1] and f"not every word of `{said}` was understood" in told

    def test_begins_claims_so_that_they_pass(self, sent):
        """Who helped and who paid are as quiet as the outcomes until an editor has chosen."""
        sent(filled(**ANSWERS | {"enablers": "The wall", "paid": "The team, in time"}))

        assert codes() == {"LS123"}

    def test_takes_each_name_by_itself(self, sent):
        """Names are parted where that is certain, and marked where one may be several."""
        sent(
            filled(
                authors="Aïssatou Bâ, N'Guessan Koffi\nAma Owusu; Kofi Mensah;",
                partners="Ministry of Health and Population; IRD",
            )
        )
        front = draft()[0]
        text = next(Path("content/case-studies").glob("*.md")).read_text("utf-8")

        assert [one["name"] for one in front["authors"]][1:] == ["Ama Owusu", "Kofi Mensah"]
        assert [one["name"] for one in front["partners"]][1:] == ["IRD"]
        assert re.findall(r"name: (.*)  # TODO: is this one name\?\n", text) == [
            "Aïssatou Bâ, N'Guessan Koffi",
            "Ministry of Health and Population",
        ]
        assert codes() == {"LS123"}

    def test_writes_the_receipt_into_a_file(self, sent):
        """`--receipt` leaves the letter alone in a file."""
        sent(filled(**ANSWERS), "--receipt", "letter.txt")
        letter = Path("letter.txt").read_text("utf-8")

        assert letter.startswith("Thank you.") and "What happens next:\n1. An editor" in letter
        assert "TODO" not in letter


LETTER = """Dear friends,

we hung the rota on the wall, and fewer shifts were missed.
Bob, bob@example.org, +254 712 345 678

- It took a month
[ ] Nobody asked why
"""


class TestLetter:
    def test_becomes_a_draft_with_all_of_it_at_the_end(self, sent):
        """Words without a form are kept whole, marked, and without ways to reach the writer."""
        said = sent(LETTER)
        front, body = draft()

        assert front["title"] == "Dear friends," and front["problem"].startswith("TODO")
        assert body.startswith("\n## The story, step by step\n\nTODO: This came as a letter,")
        assert "fewer shifts were missed." in body and "- It took a month" in body
        assert "Nobody asked why" in body
        assert "bob@" not in body and "712" not in body
        assert "Taken over: no field.\n" in said and "Left empty: A short title, In short" in said
        assert (
            "1 e-mail address, 1 telephone number" in said and "Consent: nothing was said" in said
        )
        assert codes() == {"LS123"}

    def test_takes_its_title_from_who_brings_it_in(self, sent):
        """The first words of a letter are seldom a title, so an editor may give one."""
        said = sent(LETTER, "--title", "The rota of Mbarali")

        assert Path("content/case-studies/the-rota-of-mbarali.md").is_file()
        assert draft()[0]["title"] == "The rota of Mbarali" and "“The rota of Mbarali”" in said

    def test_may_come_from_word(self, sent):
        """A Word file without headings is a letter as well."""
        document, made = docx.Document(), io.BytesIO()
        for line in LETTER.split("\n\n"):
            document.add_paragraph(line)
        document.save(made)
        sent(made.getvalue(), name="letter.docx")

        assert "fewer shifts were missed." in draft()[1] and codes() == {"LS123"}

    def test_stays_plain_words(self, sent):
        """What is hostile in a letter does no more than in a form."""
        sent(HOSTILE + "\n" + LETTER)

        assert codes() <= {"LS123", "LS318"}
        portal, _ = examine(read_settings(Path("mkdocs.yml")))
        outline = portal.library.of("case-study")[0].outline
        assert not (outline.links or outline.images or outline.citations)

    def test_may_have_the_headings_of_the_form_on_lines_of_their_own(self, sent):
        """No empty line and no sign around a heading is needed where the form says the same."""
        sent("A short title\nThe rota of Mbarali\nThe problem:\nNobody knew\nwho came.\n")
        front, body = draft()

        assert (
            front["title"] == "The rota of Mbarali" and front["problem"] == "Nobody knew who came."
        )
        assert "letter" not in body

    def test_keeps_a_sentence_that_only_ends_like_a_heading(self, sent):
        """A line that was broken before the words of a heading is still a sentence."""
        sent(
            "A short title\nThe rota\n\n"
            "The problem\nThey all knew\nthe problem\nand what changed.\n"
        )

        assert draft()[0]["problem"] == "They all knew the problem and what changed."


class TestIssueForm:
    def test_becomes_a_draft(self, sent):
        """The text GitHub makes of the issue form is placed by its headings and boxes."""
        sent(
            "### A short title\n\nStock cards\n\n### The problem\n\nNobody knew.\n\n"
            "### In short\n\n_No response_\n\n### Who took part\n\n"
            "- [ ] Policy-makers and planners\n- [X] Programmes, facilities and teams\n"
        )
        front, _ = draft()

        assert front["groups"] == ["teams"] and front["summary"].startswith("TODO")
        assert codes() == {"LS123"}


class TestWordForm:
    def word(self, language="en", **answers):
        portal, _ = examine(read_settings(Path("mkdocs.yml")))
        raw = word_file(form_lines(CASE, portal, language), language)
        document = docx.Document(io.BytesIO(raw))
        headings = {say(one.heading, language): one.name for one in questions(CASE)}
        name = ""
        for paragraph in document.paragraphs:
            name = headings.get(paragraph.text, name)
            if not paragraph.text and name in answers:
                paragraph.text = answers.pop(name)
        return document

    def saved(self, document) -> bytes:
        made = io.BytesIO()
        document.save(made)
        return made.getvalue()

    @pytest.mark.parametrize("language", languages())
    def test_becomes_a_draft(self, sent, language):
        """A filled Word form in each of our languages is placed as the plain one is."""
        sent(self.saved(self.word(language, **ANSWERS)), name="form.docx")
        front, _ = draft()

        assert front["problem"] == ANSWERS["problem"] and front["period"] == "2016/2018"
        assert codes() == {"LS123"}

    def test_is_understood_without_its_styles(self, sent):
        """Headings that lost their look on the way are still headings."""
        document = self.word(**ANSWERS)
        for paragraph in document.paragraphs:
            paragraph.style = document.styles["Normal"]
        sent(self.saved(document), name="form.docx")

        assert draft()[0]["tried"] == ANSWERS["tried"]

    def test_takes_boxes_that_were_ticked(self, sent):
        """A box is ticked by another sign in its place."""
        document = self.word(**ANSWERS)
        for paragraph in document.paragraphs:
            if paragraph.text.endswith("and teams"):
                paragraph.text = paragraph.text.replace("☐", "☒")
        sent(self.saved(document), name="form.docx")

        assert draft()[0]["groups"] == ["teams"]

    def test_finds_answers_that_stand_beside_their_place(self, sent):
        """Behind a heading, behind a hint, an x before or after a box: nothing of it is lost."""
        document = self.word(**{k: v for k, v in ANSWERS.items() if k not in ("title", "levels")})
        said = {
            "A short title": ": Cards on the wall",
            "One or two sentences for lists and search results.": " They hung up the cards.",
            "☐ Facility": " X",
        }
        for paragraph in document.paragraphs:
            if paragraph.text in said:
                paragraph.add_run(said[paragraph.text])
            elif paragraph.text.endswith("and teams"):
                paragraph.text = "x " + paragraph.text[2:]
        told = sent(self.saved(document), name="form.docx")
        front, _ = draft()

        assert front["title"] == "Cards on the wall"
        assert front["summary"] == "They hung up the cards."
        assert front["levels"] == ["facility"] and front["groups"] == ["teams"]
        assert "Not placed" not in told

    def test_keeps_words_that_stand_beside_a_box(self, sent):
        """A box with more than its choice beside it is for a person to read."""
        document = self.word(**ANSWERS)
        for paragraph in document.paragraphs:
            if paragraph.text.endswith("and teams"):
                paragraph.text += " (only one team)"
        told = sent(self.saved(document), name="form.docx")

        assert "(only one team)` is not in the list groups" in told
        assert "(only one team)" in draft()[1]

    def test_keeps_each_row_of_a_table_together(self, sent):
        """Two rows with two cells are two claims, and not four."""
        document = self.word(**{k: v for k, v in ANSWERS.items() if k != "outcomes"})
        heading = say(next(one.heading for one in questions(CASE) if one.name == "outcomes"))
        place = next(one for one in document.paragraphs if one.text == heading)
        table = document.add_table(2, 2)
        for cell, words in zip(
            table._cells, ["Fewer stock-outs", "Cards", "Earlier", "Staff"], strict=True
        ):
            cell.text = words
        place._p.addnext(table._tbl)
        told = sent(self.saved(document), name="form.docx")

        says = [one["says"] for one in draft()[0]["outcomes"]]
        assert says == ["Fewer stock-outs | Cards", "Earlier | Staff"]
        assert "2 rows of tables came along, one line each, with `|` between" in told

    def test_may_stand_in_a_table(self, sent):
        """A heading in one cell and its answer in the next are understood."""
        document = docx.Document()
        table = document.add_table(2, 2)
        for cell, words in zip(
            table._cells,
            ["A short title", "Stock cards", "The problem", "Nobody knew."],
            strict=True,
        ):
            cell.text = words
        told = sent(self.saved(document), name="form.docx")

        assert draft()[0]["title"] == "Stock cards" and draft()[0]["problem"] == "Nobody knew."
        assert "rows of tables" not in told

    def test_is_refused_without_an_answer(self, portal):
        """Of a form as it was downloaded no draft is made, in Word or as text."""
        root = portal(LISTS)
        (root / "form.docx").write_bytes(self.saved(self.word()))
        (root / "form.txt").write_text(filled(), encoding="utf-8")

        for name in ("form.docx", "form.txt"):
            assert "this is the form without an answer" in refused("intake", name)
        assert not (root / "content/case-studies").exists()

    def test_leaves_pictures_and_links_behind(self, sent, tmp_path):
        """Only words are taken; a picture, a table and a macro beside them are never opened."""
        document = self.word(**ANSWERS)
        from PIL import Image

        Image.new("RGB", (9, 9)).save(tmp_path / "a.png")
        document.add_picture(str(tmp_path / "a.png"))
        document.add_table(1, 1).cell(0, 0).text = "In a table"
        raw = io.BytesIO(self.saved(document))
        with zipfile.ZipFile(raw, "a") as file:
            file.writestr("word/vbaProject.bin", b"\0" * 100)
        sent(raw.getvalue(), name="form.docx")

        assert draft()[0]["title"] == ANSWERS["title"]


HOSTILE = (
    "<script>alert(1)</script> [click](javascript:alert(1)) ![x](https://example.org/x.png) "
    "# [@scott-2014] [[term/one]] \u202egnp.exe\u200b \x1b[31mred\x07 `code` &lt;b&gt; <!-- x"
)


class TestHostileText:
    @pytest.mark.parametrize("field", ["title", "problem", "body", "outcomes", "authors"])
    def test_stays_plain_words(self, sent, field):
        """Markup, links, citations, invisible letters and terminal codes do nothing."""
        said = sent(filled(**ANSWERS | {field: HOSTILE}))
        text = next(Path("content/case-studies").glob("*.md")).read_text("utf-8")

        assert not [letter for letter in said + text if letter in "\u202e\u200b\x1b\x07"]
        assert codes() <= {"LS118", "LS123", "LS318"}
        portal, _ = examine(read_settings(Path("mkdocs.yml")))
        outline = portal.library.of("case-study")[0].outline
        assert not (outline.links or outline.images or outline.citations)

    @pytest.mark.parametrize(
        "value", ["---", "a: b", "'", '"', "- x", "!!python/x", "{{ x }}", "*a"]
    )
    def test_cannot_leave_its_field(self, sent, value):
        """Signs of YAML and of templates are words like others."""
        sent(filled(**ANSWERS | {"problem": f"{value} and more {value}"}))

        assert "and more" in draft()[0]["problem"] and draft()[0]["status"] == "draft"

    def test_keeps_what_it_cannot_place(self, sent):
        """A heading nobody asked for stands at the end of the draft, marked, and is reported."""
        said = sent(filled(**ANSWERS) + "\n## Budget\n\n300 dollars\n")
        _, body = draft()

        assert "## Budget\n\nTODO: This heading is not in the form" in body
        assert "300 dollars" in body and "  Budget: this heading is not in the form" in said

    def test_keeps_what_stands_above_the_form(self, sent):
        """The letter and the draft say so in the language of the form, and the report says why."""
        said = sent("Bonjour à tous !\n\n" + filled("fr", title="Des fiches au mur"))

        assert "- Avant le premier titre: " in said and "Before" not in said + draft()[1]
        assert "  Avant le premier titre: this stands above all headings" in said
        assert "## Avant le premier titre" in draft()[1] and "Bonjour à tous" in draft()[1]

    def test_keeps_what_is_too_long_for_its_field(self, sent):
        """An answer of 2,000 letters stays whole, below, with the reason."""
        said = sent(filled(**ANSWERS | {"problem": "long " * 400}))

        assert draft()[0]["problem"].startswith("TODO") and "long " * 399 in draft()[1]
        assert "letters are more than the 1,200 that fit" in said

    def test_takes_the_country_and_asks_about_the_rest(self, sent):
        """A place finer than a country is for an editor to decide."""
        said = sent(filled(**ANSWERS | {"areas": "a village near Bo, Sierra Leone"}))
        text = next(Path("content/case-studies").glob("*.md")).read_text("utf-8")

        assert draft()[0]["areas"][0]["country"] == "SL" and "near Bo" not in text
        assert "only the country was taken" in said

    @pytest.mark.parametrize(
        ("place", "codes"),
        [
            ("Democratic Republic of the Congo", ["CD"]),
            ("La République démocratique du Congo", ["CD"]),
            ("DR Congo, Republic of the Congo", ["CD", "CG"]),
            ("Tanzania, United Republic of", ["TZ"]),
            ("RDC", ["CD"]),
            ("U.S.A. and the UK", ["US", "GB"]),
            ("Côte d'Ivoire (Ivory Coast)", ["CI"]),
            ("Northern Ireland", ["GB"]),
            ("New Mexico", ["US"]),
            ("République du Bénin", ["BJ"]),
            ("Guinea-Bissau and Papua New Guinea", ["GW", "PG"]),
        ],
    )
    def test_knows_the_names_that_countries_have(self, sent, place, codes):
        """Official, turned round, short or within another name: the longest one counts."""
        said = sent(filled(**ANSWERS | {"areas": place}))

        assert [one["country"] for one in draft()[0]["areas"]] == codes
        assert "Not placed" not in said

    @pytest.mark.parametrize(
        ("place", "lines"),
        [
            ("Niger State, Nigeria", ["NE  # TODO: is this the country?", "NG"]),
            ("Georgia, USA", ["GE  # TODO: is this the country?", "US"]),
            ("San Salvador", ["SV  # TODO: is this the country?"]),
            ("Congo", ["CG  # TODO: is this the country?"]),
        ],
    )
    def test_marks_a_country_that_may_be_another_one(self, sent, place, lines):
        """A name that stands within or beside another one is for an editor to compare."""
        said = sent(filled(**ANSWERS | {"areas": place}))
        text = next(Path("content/case-studies").glob("*.md")).read_text("utf-8")

        assert re.findall(r" country: (\w\w.*)", text) == lines
        assert f"may not be the country that is meant by `{place}`" in said

    def test_never_overwrites(self, sent):
        """Two people who send the same title: the first draft stays as it is."""
        sent(filled(**ANSWERS))

        assert "case-studies/stock-cards-on-the-wall.md` has the address" in refused(
            "intake", "sent.txt"
        )


def bomb(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in {"word/document.xml": b"<w/>", **parts}.items():
            file.writestr(name, data)
    return made.getvalue()


class TestRefused:
    @pytest.mark.parametrize(
        ("content", "says"),
        [
            (b"", "there are no words in it"),
            (b"\xff\xfa\x81", "neither a Word file (.docx) nor UTF-8 text"),
            (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "save it again as .docx, without a password"),
            (b"a\0b", "this is not text"),
            (b"\xff\xfa\x00", "this is not text"),
            (b"\xffGIF\x01", "this is not text"),
            (rb"{\rtf1\ansi hi}", "this is RTF, not text; save it as .docx or plain text"),
            (b'\xef\xbb\xbf<?xml version="1.0"?><w/>', "this is XML, not text; save it as"),
            ('<?xml version="1.0"?><w/>'.encode("utf-16"), "this is XML, not text"),
            (b"\n<!DOCTYPE html><p>hi", "this is HTML, not text"),
            (b"%PDF-1.4 hi", "this is PDF, not text"),
            (b"== The problem ==\n" + b"word " * 420_000, "letters are a book of 1,050 pages"),
            (b"x" * (11 * 2**20), "more than 10 MiB"),
            (b"# Budget\n\n300 dollars", "the forms are on the page /contribute/"),
            (b"PK\x03\x04" + b"\0" * 40, "this Word file is damaged"),
            ("<b>\u200b</b>".encode(), "there are no words in it"),
            (bomb(), "this Word file is damaged"),
            (bomb(**{"word/document.xml": b"a" * (9 * 2**20)}), "more than 8 MiB when unpacked"),
            (
                bomb(**{"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><w>&a;</w>'}),
                "declares words of its own",
            ),
            (bomb(**{"word/document.xml": b"<w>" * 900}), "too many parts within parts"),
            (bomb(**{f"x{n}": b"" for n in range(2_001)}), "are no Word file"),
        ],
        ids=[
            *(
                "empty",
                "bytes",
                "old",
                "nul",
                "zero",
                "control",
                "rtf",
                "xml",
                "xml-16",
                "html",
                "pdf",
                "paste",
                "large",
                "no form",
                "cut",
                "markup",
            ),
            *("no word", "unpacked", "entity", "deep", "many"),
        ],
    )
    def test_says_why_in_one_line(self, portal, content, says):
        """A file that is no form is refused with what to do, and nothing is written."""
        root = portal(LISTS)
        (root / "sent").write_bytes(content)

        assert says in refused("intake", "sent")
        assert not (root / "content/case-studies").exists()

    def test_names_a_file_that_is_not_there(self, portal):
        """A wrong name is said as the system says it."""
        portal(LISTS)

        assert "nowhere.docx: No such file" in refused("intake", "nowhere.docx")


def test_every_heading_leads_back_to_its_question():
    """In each language no two questions have the same heading."""
    for kind in suggested_kinds():
        for language in languages():
            said = [say(one.heading, language) for one in questions(kind)]
            assert len(set(said)) == len(said)
