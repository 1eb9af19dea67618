"""The data of the page that finds, and of the search box."""

import json

import pytest

from lsbuild.kinds import all_kinds
from lsbuild.views._desk import Desk
from lsbuild.views._facets import _FINDERS, TITLES, label
from lsbuild.views._lists import list_files
from lsbuild.views.find import FindPages
from tests.sample import checked

PORTAL = """
--- case-studies/shown.md
title: Réunions
question: Who reads our figures?
keywords: [assembly]
context: {governance: mixed}
names: [{name: Encontro, language: pt}]
actions: [teams#meet]
outcomes:
  - says: Meetings became shorter.
    direction: mixed
    how_measured: accounts
    who_says: others
    sources: [{source: told}]
--- case-studies/draft.md
title: A draft with a canary
status: draft
--- case-studies/gone.md
title: Withdrawn with a canary
status: withdrawn
withdrawal: {on: 2026-11-22, why: The people in it asked for it.}
--- roles/teams.md
title: What teams do
group: programmes-facilities-and-teams
actions:
  - {id: meet, title: Meet, what: Meet., first_step: Meet once., notice: People come.}
  - {id: rest, title: Rest, what: Rest., first_step: Rest once., notice: People smile.}
--- sources/told.md
title: What was told
--- glossary/word.md
title: A word
--- _vocabularies/system-levels.yml
title: Levels
terms: [{id: facility, label: Facility}, {id: district, label: A district}]
"""


@pytest.fixture(scope="module")
def portal():
    return checked(PORTAL)[0]


@pytest.fixture(scope="module")
def data(portal):
    return json.loads(list_files(portal)["data/find.json"])


def labels(data, facet: str, entry: int = 0) -> list[str]:
    place = [one["id"] for one in data["facets"]].index(facet)
    return [
        data["facets"][place]["options"][value]["label"]
        for value in data["entries"][entry]["in"][place]
    ]


def test_entries_name_their_facets_by_place(data):
    """Each place in an entry's `in` is a value of the facet that stands at the same place."""
    assert labels(data, "kind") == ["Case"]
    assert labels(data, "levels") == ["A district"]
    assert labels(data, "actions") == ["Meet"]


def test_each_facet_of_our_kinds_finds_something():
    """A kind names no facet that nothing looks for and that has no title."""
    named = {facet for kind in all_kinds() for facet in kind.facets}

    assert named <= _FINDERS.keys() & TITLES.keys()


def test_each_scale_has_its_own_words(data):
    """A value that two scales have is said in the words of its own."""
    assert labels(data, "results") == ["Mixed: some better, some worse"]
    assert labels(data, "governance") == ["Partly devolved"]
    assert labels(data, "who_says") == ["Reported by people not involved"]


def test_an_action_that_no_case_shows_is_there(data):
    """The table of evidence can say which actions nobody shows."""
    (actions,) = [one for one in data["facets"] if one["id"] == "actions"]

    assert [one["label"] for one in actions["options"]] == ["Meet", "Rest"]
    assert {one["of"] for one in actions["options"]} == {"What teams do"}


def test_words_and_sources_are_not_listed_but_can_be_searched(portal, data):
    """The page lists what can be narrowed; the search box knows the others as well."""
    rows = json.loads(list_files(portal)["data/quick.json"])["rows"]

    assert [one["title"] for one in data["entries"]] == ["Réunions", "What teams do"]
    assert [one["title"] for one in rows[len(data["entries"]) :]] == ["A word", "What was told"]


def test_the_search_box_knows_other_names(portal):
    """Other names, keywords, the country in several languages and the question are searched."""
    names, question, more = json.loads(list_files(portal)["data/quick.json"])["rows"][0]

    assert names.split(" | ")[:2] == ["Encontro", "assembly"]
    assert {"Benin", "Bénin", "Benín"} <= {*names.split(" | ")}
    assert question == "Who reads our figures?"
    assert "capital" in more.split() and "figures" not in more.split()


def test_drafts_and_withdrawn_entries_leave_no_word(portal):
    """Nothing of a draft or a withdrawn entry is in the data."""
    assert b"canary" not in b"".join(list_files(portal).values())


def test_the_page_leads_to_the_lists(portal):
    """Without a script the lists by kind are a link away, each with its number."""
    (page,) = FindPages(portal, Desk(portal, "en")).pages()
    links = {one["title"]: one["href"] for one in page.data["ways"][0]["links"]}

    assert links["Cases (1)"] == "../case-studies/" and links["Sources (1)"] == "../sources/"


def test_a_short_list_is_one_file(portal):
    """As long as a piece holds them all, nothing lies in pieces and nothing is counted before."""
    files = list_files(portal)

    assert list(files) == ["data/find.json", "data/told.json", "data/quick.json"]
    assert not {"pieces", "total", "counts"} & json.loads(files["data/find.json"]).keys()


def test_a_long_list_begins_in_one_file_and_goes_on_in_pieces(portal, data):
    """The beginning has the counts of all entries; the pieces together have every row, in order."""
    files = list_files(portal, piece=1, first=1)
    head = json.loads(files["data/find.json"])
    level = [one["id"] for one in head["facets"]].index("levels")

    assert (len(head["entries"]), head["total"]) == (1, 2)
    assert sum(head["counts"][level]) == sum(len(one["in"][level]) for one in data["entries"])
    assert gathered(files, "find") == data["entries"]
    for name in ("told", "quick"):
        assert f"data/{name}.json" not in files
        assert gathered(files, name) == json.loads(list_files(portal)[f"data/{name}.json"])["rows"]


def gathered(files: dict[str, bytes], name: str) -> list:
    """The rows of the pieces that the beginning names, each with the hash it is named by."""
    named = json.loads(files["data/find.json"])["pieces"][name]
    pieces = [json.loads(files[f"data/{name}/{number}.json"]) for number in range(len(named))]
    assert [one["of"] for one in pieces] == named
    return [row for one in pieces for row in one["rows"]]


def test_a_summary_keeps_its_last_sentence():
    """A summary of two hundred characters is shown whole, with the caution it ends with."""
    summary = f"{'They met in the ward. ' * 8}But fees can be unfair."
    portal, _, _ = checked(f"--- case-studies/fees.md\ntitle: Fees\nsummary: {summary}\n")

    assert 190 < len(summary) <= 200
    assert json.loads(list_files(portal)["data/told.json"])["rows"] == [summary]


def test_decades_are_said_in_the_language_of_the_page():
    """Their ids stay the same, since addresses carry them."""
    portal, _, _ = checked(PORTAL)
    said = {one: label("period", "2010s", Desk(portal, one)) for one in ("en", "fr")}

    assert said == {"en": "2010s", "fr": "années 2010"}
