"""Values that mean the same are written the same."""

import pytest
from pydantic import TypeAdapter, ValidationError

from lsbuild.kinds._fields import Country, Doi, Isbn, Language, Orcid, Pmcid, Subdivision, When
from lsbuild.library.read import read
from lsbuild.pipeline import examine
from lsbuild.rules._fix import repair
from tests.sample import checked, settings_for, write_sample

CODES = """
--- case-studies/a.md
areas:
  - country: ke   # <- LS114
    subdivision: ke-14   # <- LS114
--- sources/b.md
title: A paper
language: FR   # <- LS114
"""


def places(report):
    return {(str(one.source.path), one.span.line, one.code) for one in report}


def test_a_code_in_other_letters_is_found_and_mended(tmp_path):
    """`ke` and `KE` would be two countries to whoever compares; a fix writes the one of ISO."""
    expected = write_sample(CODES, tmp_path / "content")
    settings = settings_for(tmp_path)
    found = examine(settings)[1]
    assert expected <= places(found)

    repair(tmp_path / "content", found)
    text = (tmp_path / "content/case-studies/a.md").read_text(encoding="utf-8")
    assert "country: KE\n    subdivision: KE-14\n" in text
    assert not {one for one in places(examine(settings)[1]) if one[2] == "LS114"}


def test_a_key_that_is_no_code_is_mended_where_it_stands():
    """What is wrong with a key is no reason to write over its value."""
    _, report, _ = checked("""
    --- _vocabularies/themes.yml
    title: Themes
    description: What pages are about.
    terms:
      - id: fees
        label: Fees
        labels: {FR: Frais}
    """)
    found = next(one for one in report if one.code == "LS114")

    assert found.source.text[found.fix.start : found.fix.end] == "FR"
    assert found.fix.text == "fr"


@pytest.mark.parametrize(
    ("type_", "good", "bad"),
    [
        (Country, "KE", "ke"),
        (Subdivision, "KE-14", "KE-99"),
        (Language, "fr", "Fr"),
        (Doi, "10.1093/heapol/czab012", "https://doi.org/10.1093/heapol/czab012"),
        (Doi, "10.1093/x", "doi:10.1093/x"),
        (Orcid, "0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"),
        (Orcid, "0000-0002-1694-233X", "0000-0002-1694-2330"),
        (Isbn, "978-92-4-151553-5", "978-92-4-151553-6"),
        (Isbn, "0 19 853453 1", "ISBN 0198534531"),
        (Pmcid, "PMC1234567", "pmc1234567"),
    ],
)
def test_identifiers_have_one_form(type_, good, bad):
    """An address, other letters or a wrong check digit are no identifier."""
    one = TypeAdapter(type_)

    assert one.validate_python(good) == good
    with pytest.raises(ValidationError):
        one.validate_python(bad)


def test_the_identifier_in_an_address_is_told():
    """Whoever pastes an address hears what of it to keep."""
    _, report, _ = checked("""
    --- sources/a.md
    title: A paper
    csl: {type: article-journal, doi: "https://doi.org/10.1093/heapol/czab012"}
    """)

    assert [one.near for one in report if one.code == "LS119"] == ["10.1093/heapol/czab012"]


@pytest.mark.parametrize("dash", "\u2010\u2011\u2012\u2013\u2014\u2212")
def test_a_printed_dash_in_an_identifier_is_told_and_mended(tmp_path, dash):
    """What was copied from a PDF file looks right and makes a link that is dead."""
    write_sample(
        f"--- sources/a.md\ntitle: A paper\ncsl: {{type: document, doi: 10.1093/a{dash}b012}}",
        tmp_path / "content",
    )
    settings = settings_for(tmp_path)
    [found] = [one for one in examine(settings)[1] if one.code == "LS119"]
    assert "has a printed dash for a hyphen" in found.says and found.near == "10.1093/a-b012"

    repair(tmp_path / "content", [found])
    assert not [one for one in examine(settings)[1] if one.code == "LS119"]


@pytest.mark.parametrize(
    ("type_", "written", "meant"),
    [
        (Doi, "10.1093/heapol/czab012.", "10.1093/heapol/czab012"),
        (Doi, "10.1093/heapol/czab012,", "10.1093/heapol/czab012"),
        (Doi, "10.1093/heapol/czab012\u00a0", "10.1093/heapol/czab012"),
        (Doi, "https://doi.org/10.1093/heapol\u2010a.", "10.1093/heapol-a"),
        (Orcid, "0000\u20130002\u20131825\u20130097", "0000-0002-1825-0097"),
        (Orcid, "0000-0002-1825-0097 ", "0000-0002-1825-0097"),
        (Orcid, "000000021694233x", "0000-0002-1694-233X"),
        (Orcid, "0000000218250098", ""),
        (Isbn, "978\u201192\u20114\u2011151553\u20115", "978-92-4-151553-5"),
        (When, "2016/2018 ", "2016/2018"),
        (When, "2016\u201104\u201102", "2016-04-02"),
        (When, "2016\u201304\u201302", "2016-04-02"),
        (When, "2016\u20132018", "2016/2018"),
        (When, "2010\u201312", ""),
    ],
)
def test_what_was_copied_with_its_surroundings_is_folded(type_, written, meant):
    """Dashes, blanks and a full stop of the text around are taken away, where one thing is left."""
    with pytest.raises(ValidationError) as error:
        TypeAdapter(type_).validate_python(written)

    assert error.value.errors()[0]["ctx"]["near"] == meant


def test_a_day_with_printed_dashes_is_understood():
    """A word processor puts dashes into dates as well."""
    _, report, _ = checked("--- lessons/a.md\npublished: 2026\u201311\u201322")

    assert "2026-11-22" in [one.near for one in report]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *(("UK", "GB"), ("uk", "GB"), ("Kenya", "KE"), ("KEN", "KE"), ("EL", "GR")),
        *(("Sénégal", "SN"), ("Cote d'Ivoire", "CI"), ("RDC", "CD"), ("Tchad", "TD")),
    ],
)
def test_a_country_by_another_name_is_understood(written, meant):
    """Whoever writes a country as people call it hears its code."""
    _, report, _ = checked(f"""
    --- case-studies/a.md
    areas:
      - country: {written}
        precision: country
    """)

    assert [one.near for one in report if one.code == "LS114"] == [meant]


def test_no_break_spaces_that_indent_a_field_are_said_once_and_mended(tmp_path):
    """Blanks from Word are no part of a name: the field is neither unknown nor missing."""
    text = (
        "--- case-studies/a.md\nareas:\n  - country: KE\n\u00a0\u00a0\u00a0\u00a0precision: country"
    )
    write_sample(text, tmp_path / "content")
    about_fields = {"LS103", "LS111", "LS112", "LS114"}
    settings = settings_for(tmp_path)
    [found] = [one for one in examine(settings)[1] if one.code in about_fields]
    assert found.says == "no-break spaces (from Word) stand before `precision`"

    repair(tmp_path / "content", [found])
    assert not [one for one in examine(settings)[1] if one.code in about_fields]


def test_a_comma_in_a_number_is_told_and_mended(tmp_path):
    """Degrees are written with a point, also where people write a comma."""
    write_sample(
        "--- case-studies/a.md\nareas:\n  - country: TZ\n    precision: town\n"
        "    point: {latitude: '-8,85', longitude: '33,4'}",
        tmp_path / "content",
    )
    settings = settings_for(tmp_path)
    found = [one for one in examine(settings)[1] if one.code == "LS113"]
    assert found[0].hint == "write a point, not a comma: `-8.85`"

    repair(tmp_path / "content", found)
    text = (tmp_path / "content/case-studies/a.md").read_text(encoding="utf-8")
    assert "{latitude: -8.85, longitude: 33.4}" in text


def test_a_word_with_capitals_is_looked_up_in_its_list():
    """Nobody is told to write an id that may not stand in the list."""
    _, report, _ = checked("--- lessons/a.md\nthemes: [Policies]")
    [found] = [one for one in report if one.code == "LS120"]

    assert "_vocabularies/themes.yml" in found.hint
    assert "policies" not in found.hint


@pytest.mark.parametrize(
    ("field", "meant"),
    [
        ("pointers: [{source: lebrun-2021.md, locator: p. 3, note: A}]", "lebrun-2021"),
        ("pointers: [{source: source/lebrun-2021, locator: p. 3, note: A}]", "lebrun-2021"),
        ("lessons: [../lessons/meetings-that-learn.md]", "meetings-that-learn"),
        ("site: learning-site/kilifi", "kilifi"),
        ("site: term/kilifi", ""),
    ],
)
def test_a_file_or_a_kind_before_a_name_is_taken_off(field, meant):
    """A name with its kind glued to it exists nowhere, so it is not what the hint says."""
    _, report, _ = checked(f"--- case-studies/a.md\ntitle: A\n{field}\n")
    [found] = [one for one in report if one.code == "LS120"]

    assert found.near == meant
    assert found.hint == f"did you mean `{meant}`?" or not meant


THEMES = """
--- _vocabularies/themes.yml
title: Themes
terms:
  - {id: national, label: Ministries}
  - {id: district, label: District or county, labels: {fr: District ou comté}}
"""


@pytest.mark.parametrize(
    "written", ["District", "District or county", '"District or county"', "District ou comté"]
)
def test_a_label_leads_to_its_term(tmp_path, written):
    """Whoever writes what readers see, in any language, hears what to write for it."""
    lesson = f"--- lessons/a.md\ntitle: A\nthemes: [{written}]\n"
    write_sample(lesson + THEMES, tmp_path / "content")
    settings = settings_for(tmp_path)
    [found] = [one for one in examine(settings)[1] if one.code == "LS120"]
    assert (found.near, found.hint) == ("district", "did you mean `district`?")

    repair(tmp_path / "content", [found], unsafe=True)
    text = (tmp_path / "content/lessons/a.md").read_text(encoding="utf-8")
    assert "themes: [district]" in text


def test_a_label_in_small_letters_leads_to_its_term():
    """A word that could be an id is looked for among the labels too."""
    _, report, _ = checked("--- lessons/a.md\ntitle: A\nthemes: [ministries]\n" + THEMES)

    assert [one.near for one in report if one.code == "LS117"] == ["national"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('"First line\n\n\n  ER  - \n\n  TY  - BOOK"', '"First line ER - TY - BOOK"'),
        ('|\n  First "line"\n  second', "'First \"line\" second'"),
        (r'"First line\n\nER  - \nTY  - BOOK"', '"First line ER - TY - BOOK"'),
        ("First line\n\n  second", '"First line second"'),
    ],
)
def test_one_line_is_one_line(tmp_path, written, meant):
    """A title that ends a line would begin another field in records that others read."""
    write_sample(f"--- lessons/a.md\ntitle: {written}\nstatus: published\n", tmp_path)
    [one] = [one for one in read(tmp_path)[1] if one.name == "wrong-length"]
    repair(tmp_path, [one])

    assert one.says == "`title` takes one line of text, not several"
    text = (tmp_path / "lessons/a.md").read_text(encoding="utf-8")
    assert f"title: {meant}\nstatus: published\n" in text and not read(tmp_path)[1].findings


def test_a_folded_value_is_one_line(tmp_path):
    """Lines that YAML puts together are as their author meant them."""
    write_sample("--- lessons/a.md\ntitle: >\n  One\n  line\n", tmp_path)

    assert read(tmp_path)[0].entries[0].data.title == "One line"


def test_a_part_of_another_country_is_refused():
    """A page that is in no list of its own country would be found nowhere."""
    example = """
--- case-studies/example.md
title: A case
areas:
  - country: BJ
    subdivision: KE-14   # <- LS114
    precision: subdivision
"""
    _, report, expected = checked(example)
    assert {one for one in places(report) if one[2] == "LS114"} == expected
