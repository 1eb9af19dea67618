"""A place that a source hides is tied to no place that may be it, by a link or by words."""

import pytest

from lsbuild.library.entry import Ref
from lsbuild.views._desk import Desk
from lsbuild.views._next import next_steps
from tests.sample import checked, findings

PLACES = """
--- sources/a-paper.md
title: A paper about one district
anonymised: true
--- learning-sites/kandi.md
title: Kandi
areas:
  - {country: BJ, subdivision: BJ-AL, name: Kandi District, level: district, precision: district}
--- learning-sites/sedibeng.md
title: Sedibeng
areas: [{country: ZA, subdivision: ZA-GP, precision: subdivision}]
--- learning-sites/plain.md
title: Mitchell's Plain
areas: [{country: ZA, subdivision: ZA-WC, precision: subdivision}]
"""
CASE = """--- case-studies/hiding.md
title: "{title}"
areas: [{{country: {country}, precision: none}}]
{more}
---
Managers felt unheard [@a-paper, p. 2]. {words}
"""


def found(example: str) -> set[tuple[str, str]]:
    """The files in which one of the three rules finds something, with the codes."""
    codes = ("LS409", "LS415", "LS424")
    return {(path, code) for path, _, code in findings(example + PLACES) if code in codes}


def case(country: str = "BJ", title: str = "A case", more: str = "", words: str = "") -> str:
    return CASE.format(country=country, title=title, more=more, words=words)


RELATED = "related: [{entry: source/a-paper, why: Read it.}]"


def test_a_named_place_leads_to_no_hidden_source():
    """Not from any field: what is worth reading next is a tie as well."""
    named = f"""--- case-studies/named.md
title: Meetings
areas: [{{country: BJ, subdivision: BJ-AL, precision: subdivision}}]
{RELATED}
"""
    assert found(named) == {("case-studies/named.md", "LS409")}


@pytest.mark.parametrize(
    "tie",
    [
        "related: [{entry: learning-site/kandi, why: Read it.}]\n---\n",
        "---\nSee [[learning-site/kandi]].\n",
        "---\nSee [there](../learning-sites/kandi.md).\n",
    ],
)
def test_a_hidden_source_leads_to_no_possible_place(tie):
    """The page of the source itself is about the hidden place."""
    source = f"--- sources/a-brief.md\ntitle: A brief from Benin\nanonymised: true\n{tie}"
    assert found(source) == {("sources/a-brief.md", "LS415")}


@pytest.mark.parametrize(
    ("start", "where"),
    [
        (
            "related: [{entry: learning-site/kandi, why: Read.}]\n---\nSo it was [@a-paper].",
            "LS415",
        ),
        ("---\nSo it was [@a-paper, p. 2], and see [[learning-site/kandi]].", "LS415"),
        (f"{RELATED}\n---\nSee [[learning-site/kandi]].", "LS415"),
        ("---\nIn Kandi it was like this [@a-paper, p. 2].", "LS424"),
        ("---\nIn Kandi\nDistrict they met.\n\nSo it was [@a-paper, p. 2].", "LS424"),
        ("summary: In Kandi people met once a month.\n---\nSo it was [@a-paper].", "LS424"),
    ],
)
def test_a_page_that_only_mentions_a_hidden_source_names_no_possible_place(start, where):
    """A lesson has no place of its own, and can still tie two."""
    lesson = f"--- lessons/one.md\ntitle: One\n{start}\n"
    assert found(lesson + case()) == {("lessons/one.md", where)}


def test_a_comparison_that_cites_a_hidden_source_compares_no_possible_place():
    """The source may stand in any cell."""
    comparison = """--- comparisons/two.md
title: Two
entries: [learning-site/kandi, case-study/elsewhere]
rows:
  - title: Where
    cells:
      - {entry: learning-site/kandi, says: There., sources: [{source: a-paper, locator: p. 2}]}
      - {entry: case-study/elsewhere, says: Not told.}
--- case-studies/elsewhere.md
title: Elsewhere
areas: [{country: GN, precision: country}]
"""
    assert found(comparison + case()) == {("comparisons/two.md", "LS415")}


@pytest.mark.parametrize("word", ["Sedibeng", "[[learning-site/sedibeng|there]]"])
def test_a_part_of_the_country_that_is_told_keeps_other_parts_free(word):
    """A study of one district in Gauteng was not made in the Western Cape."""
    title = "Gauteng: a team that learned"
    assert (
        found(case("ZA", title, words="In Mitchell's Plain too: [[learning-site/plain]].")) == set()
    )
    assert len(found(case("ZA", title, words=f"In {word} too."))) == 1
    assert len(found(case("ZA", words="In Mitchell’s Plain too."))) == 1


def test_places_in_other_countries_are_free():
    """Nobody looks for a study from Benin in South Africa; a country is no secret either."""
    assert found(case(words="In Benin, and in Sedibeng ([[learning-site/sedibeng]]).")) == set()


def test_a_source_that_nothing_rests_on_may_be_from_anywhere():
    """Where neither the source nor a case says the country, every named place is a possible one."""
    lesson = "--- lessons/one.md\ntitle: One\n---\nIn Sedibeng it was like this [@a-paper, p. 2].\n"
    assert found(lesson) == {("lessons/one.md", "LS424")}
    assert found(lesson + case()) == set()


def test_no_page_is_offered_next_that_would_tie_two_places():
    """What shares a theme is offered by itself, save where it may be the hidden place."""
    more = "themes: [fees]"
    named = """--- case-studies/{}.md
title: Meetings
areas: [{{country: {}, precision: subdivision, subdivision: {}}}]
themes: [fees]
"""
    example = (
        case(more=more) + named.format("near", "BJ", "BJ-AL") + named.format("far", "KE", "KE-14")
    )
    portal, _, _ = checked(example + PLACES)
    desk = Desk(portal, "en")

    def offered(slug: str) -> set[str]:
        entry = portal.library.find(Ref("case-study", slug))
        return {one["href"].split("/")[-2] for one in next_steps(entry, desk)}

    assert offered("hiding") == {"far"}
    assert offered("near") == {"far"}
    assert offered("far") == {"hiding", "near"}


@pytest.mark.parametrize(
    ("latitude", "longitude", "finer"),
    [("-3.63045", "39.85", "-3.63045"), ("-3.63", "39.85012", "39.85012")],
)
def test_a_point_is_too_fine_in_either_direction(latitude, longitude, finer):
    """A longitude of five decimals is found where the latitude is coarse, and the other way."""
    point = f"{{latitude: {latitude}, longitude: {longitude}, of: Kilifi town}}"
    case = f"""--- case-studies/meetings.md
title: Review meetings
areas: [{{country: KE, precision: subdivision, point: {point}}}]
"""

    found = [one.says for one in checked(case)[1] if one.code == "LS410"]
    assert found == [f"`{finer}` finds a building"]
