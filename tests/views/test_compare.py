"""What the comparison is fed with: the fixed rows of a case, for cases and sites."""

import json

from lsbuild.views._desk import Desk
from lsbuild.views._side import ROWS
from lsbuild.views.compare import ComparePages, compare_url
from tests.sample import checked

PORTAL = """
--- case-studies/meetings.md
title: Review meetings
context: {governance: devolved, constraints: [little-time]}
enablers:
  - {says: Somebody listened., who_says: ours}
harms:
  - {says: Two felt left out., who_says: ours}
--- case-studies/visits.md
title: Visits
outcomes: []
--- case-studies/draft.md
title: A draft with a canary
status: draft
--- case-studies/gone.md
title: Withdrawn with a canary
status: withdrawn
withdrawal: {on: 2026-11-22, why: The people in it asked for it.}
--- learning-sites/bay.md
title: A bay
--- comparisons/both.md
title: Both
entries: [case-study/meetings, learning-site/bay]
rows:
  - title: Who
    cells: [{entry: case-study/meetings, says: A.}, {entry: learning-site/bay, says: B.}]
--- _vocabularies/constraints.yml
title: Difficulties
terms: [{id: little-time, label: Too little time}]
"""


def files() -> dict[str, dict]:
    portal, _, _ = checked(PORTAL)
    view = ComparePages(portal, Desk(portal, "en"))
    return {name: json.loads(data) for name, data in view.files()}


def test_only_what_is_published_can_be_compared():
    """Drafts and withdrawn entries are in no file; rows come in the order of a case."""
    found = files()
    index = found["data/compare/index.json"]

    assert [name for name, _ in index["rows"]] == list(ROWS)
    assert [id_ for id_, _, _ in index["entries"]] == [
        "case-study/meetings",
        "case-study/visits",
        "learning-site/bay",
    ]
    assert sorted(found) == sorted(
        ["data/compare/index.json"] + [f"data/compare/{id_}.json" for id_, _, _ in index["entries"]]
    )


def test_a_column_has_typed_words_and_told_ones():
    """Terms can be told the same or not; sentences carry who says so; harm is called harm."""
    rows = files()["data/compare/case-study/meetings.json"]["rows"]

    assert rows["problem"]["tags"] == [
        {"id": "constraints:little-time", "label": "Too little time"}
    ]
    assert "Governance: devolved" in [one["label"] for one in rows["where"]["tags"]]
    assert rows["helped"]["told"] == [{"says": "Somebody listened.", "sure": ["Our suggestion"]}]
    assert rows["paid"]["told"][0]["label"] == "Harm"


def test_what_two_scales_call_the_same_is_one_word():
    """Neither the result nor the way was measured: that is told once."""
    portal, _, _ = checked(
        PORTAL.replace(
            "outcomes: []",
            "outcomes: [{says: Nobody counted., direction: not-measured, "
            "how_measured: not-measured, who_says: ours}]",
        )
    )
    view = ComparePages(portal, Desk(portal, "en"))
    visits = json.loads(dict(view.files())["data/compare/case-study/visits.json"])

    assert [one["label"] for one in visits["rows"]["changed"]["tags"]] == ["Not measured"]


def test_what_is_not_told_has_no_row():
    """A case without outcomes still says in short what changed; a site pays for nothing here."""
    found = files()

    assert found["data/compare/case-study/visits.json"]["rows"]["changed"]["told"][0]["says"]
    assert "paid" not in found["data/compare/learning-site/bay.json"]["rows"]
    assert found["data/compare/learning-site/bay.json"]["rows"]["tried"]["told"]


def test_pages_lead_into_the_comparison():
    """A case brings itself, a curated comparison all that it compares."""
    portal, _, _ = checked(PORTAL)
    desk = Desk(portal, "en")
    ways = {one.ref.kind: compare_url(one, desk) for one in portal.library.public()}

    assert ways["learning-site"] == "../../compare/?c=learning-site/bay"
    assert ways["comparison"] == "../../compare/?c=case-study/meetings,learning-site/bay"


def test_one_case_alone_has_nothing_beside_it():
    """Without a second entry there is no page, no file and no way."""
    portal, _, _ = checked("--- case-studies/a.md\ntitle: A\n")
    desk = Desk(portal, "en")
    view = ComparePages(portal, desk)

    assert list(view.pages()) == [] and list(view.files()) == []
    assert compare_url(portal.library.public()[0], desk) == ""
