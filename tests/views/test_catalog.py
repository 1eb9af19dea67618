"""The public data says what is published and nothing else."""

import json

from jsonschema import Draft202012Validator

from lsbuild.views._catalog import catalog, catalog_schema
from tests.sample import checked

PORTAL = """
--- case-studies/shown.md
title: Shown
---
--- case-studies/draft.md
title: A draft with a canary
status: draft
---
--- case-studies/gone.md
title: Withdrawn with a canary
status: withdrawn
withdrawal: {on: 2026-11-22, why: The people in it asked for it.}
---
"""


def test_the_catalogue_matches_its_schema():
    """Every published entry stands in the catalogue with its facets, as the schema says."""
    portal, _, _ = checked(PORTAL)
    data = json.loads(catalog(portal))

    Draft202012Validator(json.loads(catalog_schema())).validate(data)
    assert [entry["id"] for entry in data["entries"]] == ["case-study/shown"]
    assert data["entries"][0]["facets"]["countries"] == ["BJ"]


def test_drafts_and_withdrawn_entries_leave_no_word():
    """Nothing of a draft or a withdrawn entry is in the data."""
    portal, _, _ = checked(PORTAL)

    assert b"canary" not in catalog(portal)
