"""What all pages are rendered from, as one hash."""

import shutil
from dataclasses import replace

import pytest

from lsbuild.hosts._render import CODE, frame_key, page_key
from lsbuild.views.page import NavItem, Page, Pages, Plan, Words, ready
from tests.portals import ROOT
from tests.sample import settings_for


@pytest.mark.parametrize(
    "module",
    ["views/_report.py", "views/_desk.py", "text/messages.py", "text/words.py", "locale/fr.po"],
)
def test_changed_code_renders_everything(tmp_path, module):
    """What runs while pages are rendered is in the key of each, wherever it stands."""
    code = shutil.copytree(CODE, tmp_path / "code", ignore=shutil.ignore_patterns("__pycache__"))
    settings = settings_for(ROOT)
    before = frame_key(settings, Plan(), code)
    assert before == frame_key(settings, Plan())

    with (code / module).open("a", encoding="utf-8") as file:
        file.write("\n# Changed.\n")
    assert frame_key(settings, Plan(), code) != before


def test_whatever_a_page_shows_is_in_its_key():
    """The item of the navigation that lights up, and whether a search may list it, are too."""
    page = Page(url="gone/", title="Gone", template="withdrawn.html")
    pages = (page, replace(page, section="lessons/"), replace(page, words=Words("Page", ())))

    assert len({page_key(one, "") for one in pages}) == 3


def test_changed_ways_render_everything():
    """Pages are made anew where the navigation of a language or a list in it is another."""
    settings = settings_for(ROOT)
    item = NavItem("Leçons", "fr/lessons/", "fr")
    page = Page(url=item.url, title=item.title, template="collection.html", language="fr")
    plans = (Plan(), Plan(nav={"fr": (item,)}), Plan(Pages([ready(page)])))

    assert len({frame_key(settings, plan) for plan in plans}) == 3
