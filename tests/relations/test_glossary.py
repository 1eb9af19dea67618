"""The words of the glossary are found in running text, and names of other things are none."""

import pytest

from lsbuild.relations.glossary import uses
from tests.sample import checked

TERMS = """--- glossary/scaling-up.md
title: Scaling up
--- glossary/learning-loop.md
title: Learning loop
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Scaling up takes years.", ["Scaling up"]),
        ("Learning loops take time.", ["Learning loops"]),
        ("The Institute of the Learning Loop met.", []),
    ],
)
def test_a_term_that_begins_a_sentence_is_still_a_use(text, found):
    """One capital begins a sentence; only several long words with capitals are a name."""
    portal = checked(TERMS)[0]
    used = dict.fromkeys(text.lower().split())

    assert [text[one.start : one.end] for one in uses(text, portal.words("en"), used)] == found
