"""An action counts as shown where readers of its guide find a case that shows it."""

import pytest

from tests.sample import checked

GUIDE = "--- roles/teams.md\ntitle: Teams\n"
OTHERS = {
    "another guide": """--- roles/managers.md
title: Managers
actions:
  - id: meet
    title: Meet
    what: Meet once a month.
    first_step: Choose a day.
    notice: People come.
    same_as: [teams#learning-in-teams]
""",
    "a link": """--- case-studies/meetings.md
title: Meetings
---
They did [[role-guide/teams#learning-in-teams]].
""",
    "a draft": """--- case-studies/meetings.md
title: Meetings
status: draft
actions: [teams#learning-in-teams]
""",
    "the draft of a translation": """--- case-studies/meetings.md
title: Meetings
--- case-studies/meetings.fr.md
title: Réunions
status: draft
actions: [teams#learning-in-teams]
""",
}


def unshown(example: str) -> set[str]:
    """The guides that are said to have actions without a case."""
    report = checked(GUIDE + example)[1]
    return {one.source.path.stem for one in report if one.code == "LS207"}


@pytest.mark.parametrize("example", OTHERS.values(), ids=OTHERS)
def test_only_a_case_that_readers_find_shows_an_action(example):
    """What readers of the guide are not led to does not fill its list of cases."""
    assert "teams" in unshown(example)


@pytest.mark.parametrize("file", ["meetings.md", "meetings.fr.md"])
def test_a_public_case_shows_an_action_in_any_language(file):
    """One version that names the action is enough."""
    case = f"--- case-studies/{file}\ntitle: Meetings\nactions: [teams#learning-in-teams]\n"
    assert unshown(case) == set()
