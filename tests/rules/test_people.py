"""What leads to a person is found, and what only looks like it is left alone."""

import pytest

from tests.sample import checked

LESSON = "--- lessons/first-lesson.md\ntitle: A first lesson\n---\n{}\n"
CASE = (
    "--- case-studies/example.md\ntitle: A case\n"
    "areas: [{{country: ZA, level: country, precision: country}}]\n---\n{}\n"
)


def codes(example: str) -> set[str]:
    return {one.code for one in checked(example)[1] if one.code.startswith("LS4")}


@pytest.mark.parametrize(
    "text",
    [
        "Ring +254 20 271 7077 at noon.",
        "Ring (+27) 82 123 4567.",
        "Ring +254\u00a020\u00a0271\u00a07077 at noon.",
        "Ring +27\u202f82\u202f123\u202f4567.",
        "Ring +27\u201182\u2011123\u20114567.",
        "Her number is 800101\u00a05009\u00a0087.",
        "Write to somebody.there@health.gov.",
        "Her number is 8001015009087.",
        "Ring +27\u200d82\u200c 123\u2060 4567.",
        "Write to some\u200dbody.there@hea\u00adlth.gov.",
        "His number is 2341 2341 2346.",
        "Paid with 4111 1111 1111 1111.",
    ],
)
def test_numbers_that_lead_to_somebody_are_found(text):
    """Telephone, identity and card numbers and e-mail addresses, by their own plans and digits."""
    assert "LS421" in codes(LESSON.format(text))


def test_a_number_without_its_country_is_read_as_of_the_place():
    """Where a page says its country, a number as people there write it is found too."""
    assert "LS421" in codes(CASE.format("Ring 082 123 4567."))
    assert "LS421" not in codes(LESSON.format("Ring 082 123 4567."))


def test_a_page_without_a_country_is_read_as_of_those_of_the_collection():
    """A lesson says no country, and is written for people in those that the cases are from."""
    for number in ("0821234567", "082 123 4567"):
        assert "LS421" in codes(LESSON.format(f"Ring {number}.") + CASE.format("Words."))
    assert "LS421" not in codes(LESSON.format("It cost 0023456789.") + CASE.format("Words."))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anna Example, the nurse in charge, opened the meeting.", True),
        ("They thanked Anna Mary Example, a former district manager.", True),
        ("Awa Exemple, la sage-femme responsable, a ouvert la réunion.", True),
        ("Puis Mme Exemple a ouvert la réunion.", True),
        ("Puis M. Exemple a ouvert la réunion.", True),
        ("Puis le docteur Exemple et la sage-femme Exemple ont parlé.", True),
        ("Pr Exemple a parlé.", True),
        ("In Example Town, the manager in charge, who was new, met them.", False),
        ("In South Africa, the health minister, a doctor, decided.", False),
        ("The Kilifi County Department, the director, and others met.", False),
        ("The paper is by A. M. Example.", False),
        ("Puis la sage-femme et le docteur ont parlé.", False),
    ],
)
def test_a_name_is_known_by_its_title_or_the_post_behind_it(text, found):
    """In English and in French; a place before a post is no name."""
    assert ("LS416" in codes(LESSON.format(text))) is found


@pytest.mark.parametrize(
    "text",
    [
        "From 2011\u20112015, 1\u202f234\u202f567 of 12\u00a0000\u00a0000 people came.",
        "ISBN 978\u20110\u2011306\u201140615\u20117, and ABC\u201127821234567.",
        "From 2011-2015, 1 234 567 of 12 000 000 people came.",
        "See [the paper](https://doi.org/10.1186/s12961-020-00552-6).",
        "The ratio was 0.84 (0.71 to 0.99), or 123456789012.",
        "ISBN 978-0-306-40615-7, PMC5599878, 0000-0002-1825-0097.",
        "Write to somebody@example.org or somebody@clinic.example.",
        "Cite it so: `[@example-2020, 117-119]`.",
        "Grant 2016-0451-8890 paid for it.",
        "From 01.02.2016 to 30.04.2016 it cost 0,123,456,789.",
    ],
)
def test_other_numbers_are_left_alone(text):
    """Years, counts, intervals and identifiers of papers are nobody's number."""
    assert "LS421" not in codes(LESSON.format(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('One said: "We had two bosses and no idea whom to follow."', True),
        ("Une infirmière : « Nous avions deux chefs et personne ne décidait »", True),
        ('One said: "We had two bosses and no idea whom to follow" [@a, p. 3].', False),
        ("> We had two bosses and no idea whom to follow.", True),
        ("One said [@a, p. 3]:\n\n> We had two bosses and no idea whom to follow.", False),
        ("> [!NOTE]\n> We had two bosses and no idea whom to follow.", False),
        ("> The editors. *Title of the page*. Published on its date. Address of it.", False),
        ("One said: ‘We had two bosses and no idea whom to follow.’", True),
        ("The managers’ meetings and the teams’ meetings: ‘learning by doing’.", False),
        ("Eine sagte: „Wir hatten zwei Chefs und wussten nicht, wem wir folgen.“", True),
        ('They call it "learning by doing".', False),
        ("They call her ‘Mama Afya’ in the ward, and the nurses’ rota is hers to write.", False),
        ("‘She didn’t know whom to follow, and we had two bosses,’ one said.", True),
        ('Read "more often" as it stands, and "less often" in the same way here.', False),
    ],
)
def test_words_of_somebody_need_a_source_or_consent(text, found):
    """Whole sentences in quotation marks are somebody's; a term held with tongs is not."""
    assert ("LS418" in codes(LESSON.format(text))) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In May 2012 the district manager of Example District left.", True),
        ("On 15/03/2016 the district manager of Example District left.", True),
        ("On 2016-03-15 the district manager of Example District left.", True),
        ("In Mar. 2016 the district manager of Example District left.", True),
        ("En mars 2016, la directrice de l’hôpital de Kandi est partie.", True),
        ("Le 15.03.2016, le médecin-chef du district de Kandi, le chef, est parti.", True),
        ("In 2012 the district manager of Example District left.", False),
        ("From 2012-2016 the district manager of Example District stayed.", False),
        ("See p. 12/2016 on the district manager of Example District.", False),
        ("En 2016, la directrice de l’hôpital de Kandi est partie.", False),
        ("In May 2012 district managers met.", False),
        ("In May 2012 they met.\n\nThe clinic manager of Example Clinic was there.", False),
    ],
)
def test_post_place_and_date_together_are_one_person(text, found):
    """Only the three in one paragraph, and only one holder of a post."""
    assert ("LS420" in codes(LESSON.format(text))) is found


CLAIM = """--- case-studies/example.md
title: A case
background:
  - says: "{}"
    who_says: ours
    sources: [{}]
"""


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("One said: “We had two bosses and no idea whom to follow.”", "LS418"),
        ("In May 2012 the district manager of Example District left.", "LS420"),
    ],
)
def test_the_words_of_fields_are_looked_at_too(words, code):
    """Most of a case stands in fields; there the source of a claim is that of its quotation."""
    assert code in codes(CLAIM.format(words, ""))
    cited = codes(CLAIM.format(words, "{source: a, locator: p. 3}"))
    assert (code in cited) is (code == "LS420")
