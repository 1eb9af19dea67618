"""Each page finds the words of its search box."""

import pytest

from lsbuild.library.read import read
from lsbuild.relations.graph import relate
from lsbuild.relations.portal import Portal
from lsbuild.views.plan import make_plan
from tests.sample import settings_for, write_sample


def portal_in(language: str, text: str, root) -> Portal:
    write_sample(text, root / "content")
    library, _ = read(root / "content", language)
    return Portal(settings_for(root), library, relate(library))


@pytest.mark.parametrize(
    ("language", "file"), [("en", "one.md"), ("fr", "one.md"), ("fr", "one.en.md")]
)
def test_every_page_has_the_words_of_its_search_box(language, file, tmp_path):
    """The handbook is in English, and can be searched in a portal of another language too."""
    plan = make_plan(portal_in(language, f"--- lessons/{file}\ntitle: One\n---\n", tmp_path))
    languages = {page.language for page in plan.outlines}

    assert "en" in languages
    assert {f"data/words.{one}.json" for one in languages} <= {*plan.data}
