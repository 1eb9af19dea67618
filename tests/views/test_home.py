"""The home page shows the author's words, and leads to what is there in its language."""

import re

from lsbuild.views.plan import make_plan
from tests.portals import ROOT
from tests.sample import checked, settings_for
from tests.views.shown import main_of

HOME = "--- pages/index.md\ntitle: Home\nstatus: published\n---\nOur first words.\n"
FRENCH = "--- pages/index.fr.md\ntitle: Accueil\nstatus: published\n---\nNos mots.\n"


def case(name: str) -> str:
    return f"--- case-studies/{name}.md\ntitle: A case\n---\n"


def lesson(name: str) -> str:
    return f"--- lessons/{name}.md\ntitle: A lesson\n---\n"


def home_of(url: str, *files: str) -> str:
    plan = make_plan(checked("".join(files))[0])
    return main_of(next(page for page in plan.pages if page.url == url), settings_for(ROOT))


def links_of(html: str) -> set[str]:
    return set(re.findall(r'href="([^"#]*)"', html))


def test_the_words_of_the_home_page_need_no_lessons():
    """What the author wrote is shown with lessons and without, once."""
    assert home_of("", HOME).count("Our first words.") == 1
    assert home_of("", HOME, lesson("one")).count("Our first words.") == 1


def test_a_home_page_leads_to_lists_of_its_own_language():
    """A French home page sends nobody to English lists."""
    files = (HOME, FRENCH, case("one"), case("one.fr"), lesson("one"), lesson("one.fr"))
    html = home_of("fr/", *files)

    assert {"case-studies/", "lessons/"} <= links_of(html)
    assert not {"../case-studies/", "../lessons/"} & links_of(html)


def test_the_course_is_spoken_of_where_a_lesson_belongs_to_it():
    """A portal whose lessons follow no course has no door to one."""
    unit = '--- lessons/one.md\ntitle: A lesson\ncourse_unit: "5.2"\n---\n'

    assert "On the course?" not in home_of("", HOME, lesson("one"))
    assert "On the course?" in home_of("", HOME, unit)


def test_a_home_page_leads_to_no_list_that_is_not_there():
    """Where cases and lessons are only in French, there is a French list of them and no other."""
    files = (HOME, FRENCH, case("one.fr"), lesson("one.fr"))

    assert not {"./case-studies/", "case-studies/", "./lessons/"} & links_of(home_of("", *files))
    assert "Our first words." in home_of("", *files)
    assert {"case-studies/", "lessons/"} <= links_of(home_of("fr/", *files))


def test_one_lesson_is_no_lessons():
    """A path of one lesson says so."""
    group = "--- _vocabularies/groups.yml\ntitle: Groups\nterms: [{id: teams, label: Teams}]\n"
    unit = '--- lessons/one.md\ntitle: A lesson\ncourse_unit: "5.2"\n---\n'

    assert "1 lesson, " in home_of("paths/course/", group, unit)


def test_an_empty_portal_has_no_empty_frames():
    """Where nothing is published, one sentence leads to those who can begin."""
    html = home_of("", "--- pages/a.md\ntitle: A\nstatus: draft\n---\n")

    assert "Nothing is published here yet." in html
    assert {"./contribute/", "./handbook/"} <= links_of(html)
    assert not re.search(r'How much is here|class="ls-(?:examples|counts|lead)"', html)


def test_what_to_search_for_is_what_cases_are_about():
    """The themes that most cases have are proposed, in the words of the page's language."""
    themes = """
--- _vocabularies/themes.yml
title: Themes
terms:
  - {id: fees, label: User fees, labels: {fr: Frais}}
  - {id: rare, label: Rare}
"""
    files = [themes.lstrip("\n"), HOME, FRENCH]
    for name in ("one", "two", "one.fr"):
        files.append(f"--- case-studies/{name}.md\ntitle: A case {name}\nthemes: [fees]\n---\n")
    proposed = [re.findall(r'data-query="([^"]*)"', home_of(url, *files)) for url in ("", "fr/")]

    assert proposed == [["User fees"], ["Frais"]]
    assert 'class="ls-examples"' not in home_of("", HOME, case("one"))


def test_a_home_page_that_is_no_longer_public_leaves_one_behind():
    """A draft, or a translation alone, is no home page in the portal's own language."""
    assert "Our first words." not in home_of("", HOME.replace("published", "draft"))
    assert "Nos mots." not in home_of("", FRENCH)
